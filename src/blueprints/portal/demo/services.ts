/** What the demo's service company does: for the books, the taxes, the house and what breaks in it. */
import type { z } from 'zod'
import type { CreateService } from '../../../modules/services/shapes.ts'
import { weekdays } from '../../../modules/services/values.ts'

export type DemoService = z.input<typeof CreateService> & {
  key: string
  team: string[]
  /** One of each group. */
  needs?: string[][]
}

const books = { el: 'Λογιστικά και φορολογικά', en: 'Accounting and tax' }
const cleaning = { el: 'Καθαρισμοί', en: 'Cleaning' }
const repairs = { el: 'Επισκευές και συντήρηση', en: 'Repairs and maintenance' }
const officeHours = [{ days: weekdays.slice(0, 5), from: '09:00', to: '18:00' }]
const longHours = [
  { days: weekdays.slice(0, 5), from: '08:00', to: '20:00' },
  { days: ['sa' as const], from: '09:00', to: '14:00' },
]
const holidays = { country: 'GR', isClosed: true }
const twoMonths = { days: 60, kind: 'calendar' as const }
const attica = {
  kind: 'travel' as const,
  label: { el: 'Μετάβαση', en: 'Travel' },
  zones: [
    { postalCodes: ['10', '11'], amount: '0' },
    { postalCodes: ['12', '13', '14', '15', '16', '17', '18'], amount: '8.00' },
    { postalCodes: ['19'], amount: '18.00' },
  ],
}
const saturdays = {
  kind: 'weekend' as const,
  days: ['sa' as const],
  percent: '20',
  label: { el: 'Σάββατο', en: 'Saturday' },
}
const oneDay = { freeUntilMinutes: 24 * 60, feePercent: '50', latestMinutes: 120 }
const address = {
  key: 'access',
  kind: 'text' as const,
  isRequired: false,
  label: { el: 'Όροφος, κουδούνι, πρόσβαση', en: 'Floor, bell, how to get in' },
}

export const demoServices: DemoService[] = [
  {
    key: 'consultation',
    category: books,
    name: { el: 'Λογιστική συμβουλή', en: 'Accounting consultation' },
    description: {
      el: 'Έναρξη επιχείρησης, έξοδα, ΕΦΚΑ: καθόμαστε μαζί και βάζουμε μια σειρά. Στο γραφείο ή με βιντεοκλήση.',
      en: 'Starting a business, expenses, social insurance: we sit down together and put things in order. At the office or by video.',
    },
    durationMinutes: 45,
    slotStepMinutes: 45,
    bufferAfterMinutes: 15,
    minimumNoticeMinutes: 120,
    horizon: twoMonths,
    hours: officeHours,
    holidays,
    memberHours: 'within',
    team: ['lefteris', 'katerina'],
    price: { base: '50.00' },
    cancellation: oneDay,
    questions: [
      {
        key: 'topic',
        kind: 'longText',
        isRequired: false,
        label: { el: 'Τι σας απασχολεί;', en: 'What is it about?' },
      },
    ],
  },
  {
    key: 'tax-return',
    category: books,
    name: { el: 'Φορολογική δήλωση', en: 'Tax return' },
    description: {
      el: 'Συμπλήρωση και υποβολή του Ε1 μαζί σας, με έλεγχο των προσυμπληρωμένων ποσών.',
      en: 'We fill in and file your return with you, and check what the tax office has filled in already.',
    },
    durationMinutes: 60,
    bufferAfterMinutes: 15,
    minimumNoticeMinutes: 24 * 60,
    horizon: twoMonths,
    hours: officeHours,
    holidays,
    memberHours: 'within',
    team: ['katerina', 'lefteris'],
    requiresConfirmation: true,
    price: {
      base: '60.00',
      rules: [
        {
          kind: 'peak',
          from: '16:00',
          to: '18:00',
          percent: '15',
          label: { el: 'Απογευματινό ραντεβού', en: 'Late appointment' },
        },
      ],
    },
    cancellation: oneDay,
    sla: { firstAnswerMinutes: 240, updateMinutes: 960, solutionMinutes: 2400 },
  },
  {
    key: 'workshop',
    category: books,
    name: { el: 'Σεμινάριο myDATA για ελεύθερους επαγγελματίες', en: 'myDATA workshop for freelancers' },
    description: {
      el: 'Ενενήντα λεπτά με παραδείγματα, έως οκτώ άτομα. Φέρτε τον υπολογιστή σας.',
      en: 'Ninety minutes with examples, eight people at most. Bring your laptop.',
    },
    durationMinutes: 90,
    horizon: twoMonths,
    hours: [{ days: ['we'], from: '17:00', to: '18:30' }],
    holidays,
    capacity: 8,
    memberHours: 'within',
    team: ['katerina'],
    needs: [['room']],
    price: { base: '25.00' },
  },
  {
    key: 'home-cleaning',
    category: cleaning,
    name: { el: 'Καθαρισμός κατοικίας', en: 'Home cleaning' },
    description: {
      el: 'Με δικά μας υλικά, φιλικά στο περιβάλλον. Από τρεις ώρες και πάνω.',
      en: 'With our own products, kind to the environment. Three hours or more.',
    },
    durationMinutes: 180,
    maxDurationMinutes: 360,
    slotStepMinutes: 60,
    bufferBeforeMinutes: 15,
    bufferAfterMinutes: 30,
    minimumNoticeMinutes: 12 * 60,
    horizon: twoMonths,
    hours: longHours,
    holidays,
    memberHours: 'within',
    team: ['eleni', 'dina'],
    price: { hourly: '14.00', rules: [saturdays, attica] },
    cancellation: oneDay,
    questions: [
      address,
      {
        key: 'pets',
        kind: 'yesNo',
        isRequired: false,
        label: { el: 'Υπάρχουν κατοικίδια;', en: 'Are there pets?' },
      },
    ],
  },
  {
    key: 'office-cleaning',
    category: cleaning,
    name: { el: 'Καθαρισμός γραφείου', en: 'Office cleaning' },
    description: {
      el: 'Κάθε εβδομάδα την ίδια ώρα, με σταθερό συνεργείο.',
      en: 'Every week at the same hour, by the same crew.',
    },
    durationMinutes: 120,
    slotStepMinutes: 60,
    bufferAfterMinutes: 30,
    minimumNoticeMinutes: 24 * 60,
    horizon: { days: 180, kind: 'calendar' },
    hours: longHours,
    holidays,
    memberHours: 'within',
    assignment: 'all',
    team: ['eleni', 'dina'],
    price: { base: '65.00', rules: [attica] },
    cancellation: oneDay,
    questions: [address],
  },
  {
    key: 'plumbing',
    category: repairs,
    name: { el: 'Υδραυλικές εργασίες', en: 'Plumbing' },
    description: {
      el: 'Διαρροές, βρύσες, αποχετεύσεις, θερμοσίφωνες. Επείγοντα και μέσα στην ημέρα.',
      en: 'Leaks, taps, drains, water heaters. Emergencies on the same day.',
    },
    durationMinutes: 90,
    maxDurationMinutes: 240,
    slotStepMinutes: 30,
    bufferBeforeMinutes: 30,
    minimumNoticeMinutes: 60,
    horizon: twoMonths,
    hours: longHours,
    memberHours: 'within',
    team: ['giorgos', 'markos'],
    needs: [['van1', 'van2']],
    price: {
      base: '45.00',
      rules: [
        {
          kind: 'overage',
          afterMinutes: 90,
          perMinutes: 30,
          amount: '15.00',
          label: { el: 'Επιπλέον χρόνος', en: 'Extra time' },
        },
        saturdays,
        { kind: 'holiday', percent: '50', label: { el: 'Αργία', en: 'Public holiday' } },
        {
          kind: 'emergency',
          withinMinutes: 240,
          multiplier: '1.5',
          label: { el: 'Επείγον', en: 'Emergency' },
        },
        attica,
      ],
    },
    questions: [address],
    sla: { firstAnswerMinutes: 60, solutionMinutes: 480 },
  },
  {
    key: 'electrics',
    category: repairs,
    name: { el: 'Ηλεκτρολογικές εργασίες', en: 'Electrical work' },
    description: {
      el: 'Πίνακες, πρίζες, φωτισμός, πιστοποιητικά ΥΔΕ.',
      en: 'Fuse boards, sockets, lighting, installer’s certificates.',
    },
    durationMinutes: 60,
    maxDurationMinutes: 180,
    slotStepMinutes: 30,
    bufferBeforeMinutes: 30,
    minimumNoticeMinutes: 120,
    horizon: twoMonths,
    hours: longHours,
    holidays,
    memberHours: 'within',
    team: ['petros'],
    requiresConfirmation: true,
    price: {
      base: '40.00',
      rules: [{ kind: 'overage', afterMinutes: 60, perMinutes: 30, amount: '15.00' }, attica],
    },
    questions: [address],
  },
  {
    key: 'air-conditioning',
    category: repairs,
    name: { el: 'Συντήρηση κλιματιστικού', en: 'Air-conditioning service' },
    description: {
      el: 'Καθαρισμός φίλτρων και στοιχείων, έλεγχος πιέσεων, απολύμανση.',
      en: 'Filters and coils cleaned, pressures checked, disinfected.',
    },
    durationMinutes: 60,
    slotStepMinutes: 60,
    bufferBeforeMinutes: 30,
    minimumNoticeMinutes: 240,
    horizon: twoMonths,
    hours: longHours,
    holidays,
    memberHours: 'within',
    team: ['markos', 'petros'],
    price: { base: '45.00', rules: [attica] },
    cancellation: oneDay,
    questions: [address],
  },
]
