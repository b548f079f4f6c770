/** Made-up goods and orders for the gallery, in both languages. */
import type { Locale } from '../../platform/i18n/locales.ts'
import type { PictureSource } from '../parts/picture.tsx'
import type { Tone } from '../tones.ts'

export const statuses = ['pending', 'paid', 'shipped', 'cancelled'] as const
export type SampleStatus = (typeof statuses)[number]

export const sampleTones: Record<SampleStatus, Tone> = {
  pending: 'warn',
  paid: 'olive',
  shipped: 'good',
  cancelled: 'neutral',
}

export type SampleOrder = {
  id: string
  number: string
  customer: string
  placedAt: string
  status: SampleStatus
  items: number
  total: string
}

const el = {
  shop: 'Στοά',
  categories: ['Ελαιόλαδο', 'Μέλι', 'Τυριά', 'Κρασιά', 'Βότανα', 'Όσπρια', 'Αλλαντικά'],
  title: 'Από το χωράφι στο ράφι',
  text: 'Μικροί παραγωγοί από όλη την Ελλάδα, ένα καλάθι. Το μέλι, το λάδι και το τυρί φεύγουν απευθείας από εκείνους που τα φτιάχνουν.',
  products: [
    'Εξαιρετικό παρθένο ελαιόλαδο',
    'Θυμαρίσιο μέλι Κυθήρων',
    'Γραβιέρα παλαιωμένη 12 μηνών',
    'Ρίγανη Ταϋγέτου',
  ],
  producers: ['Κτήμα Δρακάκη, Χανιά', 'Μελισσοκομία Αρώνη', 'Τυροκομείο Βουνού, Νάξος', 'Βότανα Μαγουλά'],
  people: ['Ελένη Παπαδάκη', 'Γιώργος Νικολάου', 'Μαρία Κωνσταντινίδου', 'Ανδρέας Βλάχος'],
  statuses: { pending: 'Σε αναμονή', paid: 'Πληρωμένη', shipped: 'Απεστάλη', cancelled: 'Ακυρώθηκε' },
  words: {
    orders: 'Παραγγελίες',
    number: 'Αριθμός',
    customer: 'Πελάτης',
    placed: 'Ημερομηνία',
    status: 'Κατάσταση',
    items: 'Είδη',
    total: 'Σύνολο',
    name: 'Ονοματεπώνυμο',
    email: 'Ηλεκτρονική διεύθυνση',
    price: 'Τιμή',
    stock: 'Απόθεμα',
    notes: 'Σημειώσεις',
    unit: 'Μονάδα',
    day: 'Ημέρα',
    shipping: 'Τρόπος αποστολής',
    courier: 'Στην πόρτα με ACS',
    pickup: 'Παραλαβή από την αγορά',
    courierHint: '1 έως 3 εργάσιμες ημέρες',
    terms: 'Αποδέχομαι τους όρους',
    invalid: 'Γράψτε μια διεύθυνση όπως maria@example.gr.',
    add: 'Στο καλάθι',
    save: 'Αποθήκευση',
    delete: 'Διαγραφή',
    sales: 'Πωλήσεις',
    description: 'Περιγραφή',
    refuse: 'Η παραγγελία έχει ήδη αποσταλεί.',
    help: 'Πώς πληρώνω με αντικαταβολή;',
    answer: 'Πληρώνετε τον διανομέα όταν παραλάβετε. Η χρέωση είναι 2,00 €.',
    empty: 'Καμία παραγγελία ακόμη',
    emptyText: 'Εδώ μαζεύονται οι παραγγελίες των πελατών σας. Δημοσιεύστε ένα προϊόν για να ξεκινήσετε.',
    ship: 'Σήμανση ως απεσταλμένες',
    oil: 'Λάδι',
    honey: 'Μέλι',
    cheese: 'Τυρί',
    today: 'Σήμερα',
  },
}

const en: typeof el = {
  shop: 'Stoa',
  categories: ['Olive oil', 'Honey', 'Cheese', 'Wine', 'Herbs', 'Pulses', 'Cured meat'],
  title: 'From the field to your shelf',
  text: 'Small producers from all over Greece, one basket. Honey, oil and cheese leave straight from the hands that make them.',
  products: [
    'Extra virgin olive oil',
    'Thyme honey from Kythira',
    'Graviera aged for 12 months',
    'Oregano from Taygetos',
  ],
  producers: ['Drakakis Estate, Chania', 'Aronis Apiaries', 'Vouno Dairy, Naxos', 'Magoulas Herbs'],
  people: ['Eleni Papadaki', 'Giorgos Nikolaou', 'Maria Konstantinidou', 'Andreas Vlachos'],
  statuses: { pending: 'Pending', paid: 'Paid', shipped: 'Shipped', cancelled: 'Cancelled' },
  words: {
    orders: 'Orders',
    number: 'Number',
    customer: 'Customer',
    placed: 'Placed',
    status: 'Status',
    items: 'Items',
    total: 'Total',
    name: 'Full name',
    email: 'E-mail address',
    price: 'Price',
    stock: 'Stock',
    notes: 'Notes',
    unit: 'Unit',
    day: 'Day',
    shipping: 'Delivery',
    courier: 'To the door with ACS',
    pickup: 'Pick-up at the market',
    courierHint: '1 to 3 working days',
    terms: 'I accept the terms',
    invalid: 'Enter an address such as maria@example.gr.',
    add: 'Add to basket',
    save: 'Save',
    delete: 'Delete',
    sales: 'Sales',
    description: 'Description',
    refuse: 'The order has already been shipped.',
    help: 'How do I pay cash on delivery?',
    answer: 'You pay the courier when it arrives. The fee is €2.00.',
    empty: 'No orders yet',
    emptyText: 'Your customers’ orders gather here. Publish a product to begin.',
    ship: 'Mark as shipped',
    oil: 'Oil',
    honey: 'Honey',
    cheese: 'Cheese',
    today: 'Today',
  },
}

export const samples: Record<Locale, typeof el> = { el, en }

export const sampleOrders = (locale: Locale): SampleOrder[] =>
  Array.from({ length: 8 }, (_, index) => ({
    id: String(index + 1),
    number: String(1048 - index),
    customer: samples[locale].people[index % 4]!,
    placedAt: `2026-06-${String(20 - index).padStart(2, '0')}T0${index}:15:00Z`,
    status: statuses[index % 4]!,
    items: 1 + ((index * 3) % 5),
    total: (18.4 + index * 23.75).toFixed(2),
  }))

export const samplePrices = ['14.90', '9.50', '18.20', '3.40']

const colours = ['#8a8f4d', '#c98f2d', '#e4d29a', '#6f7f4f']

/** A drawn still life instead of a photograph. */
export const samplePicture = (index: number, alt: string): PictureSource => {
  const colour = colours[index % 4]!
  const drawing = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 500'><rect width='400' height='500' fill='#f3ead8'/><rect y='370' width='400' height='130' fill='#e2d3b6'/><ellipse cx='200' cy='425' rx='105' ry='14' fill='#b9a57f' opacity='.6'/><path d='M165 150h70v60q40 30 40 80v110q0 20-20 20H145q-20 0-20-20V290q0-50 40-80Z' fill='${colour}'/><path d='M145 300v100' stroke='#fff' stroke-width='8' stroke-linecap='round' opacity='.3'/><rect x='172' y='112' width='56' height='44' rx='6' fill='#4a3a28'/><rect x='150' y='300' width='100' height='76' rx='3' fill='#fffdf5'/><path d='M165 326h70M175 344h50' stroke='${colour}' stroke-width='5' stroke-linecap='round'/></svg>`
  return {
    src: `data:image/svg+xml,${encodeURIComponent(drawing)}`,
    width: 400,
    height: 500,
    alt,
    color: colour,
  }
}
