/** Five promotions of as many kinds, and three who would like to sell here. */
import type { CategorySlug } from './categories.ts'
import type { Bilingual } from './shapes.ts'

export type DemoPromotion = {
  name: Bilingual
  /** Absent: it applies by itself. */
  code?: string
  kind: 'percent' | 'fixed' | 'freeShipping' | 'buyXGetY'
  /** Percent, or euros. */
  value?: string
  buyQuantity?: number
  getQuantity?: number
  minimumTotal?: string
  usageLimit?: number
  usageLimitPerCustomer?: number
  /** All of the shop when neither is named. */
  categories?: readonly CategorySlug[]
  products?: readonly string[]
  startsDaysAgo: number
  endsDaysAgo?: number
}

export const promotions: readonly DemoPromotion[] = [
  {
    name: { el: 'Καλωσήρθατε: 10 % στην πρώτη παραγγελία', en: 'Welcome: 10 % off your first order' },
    code: 'KALOSIRTHES',
    kind: 'percent',
    value: '10',
    usageLimitPerCustomer: 1,
    startsDaysAgo: 120,
  },
  {
    name: { el: '5 € από 50 €', en: '€5 off from €50' },
    code: 'STOA5',
    kind: 'fixed',
    value: '5.00',
    minimumTotal: '50.00',
    startsDaysAgo: 60,
  },
  {
    name: { el: 'Δωρεάν αποστολή από 30 €', en: 'Free shipping from €30' },
    code: 'DOREAN',
    kind: 'freeShipping',
    minimumTotal: '30.00',
    usageLimit: 200,
    startsDaysAgo: 45,
  },
  {
    name: { el: 'Σαπούνια: τρία και ένα δώρο', en: 'Soaps: buy three, get one' },
    kind: 'buyXGetY',
    buyQuantity: 3,
    getQuantity: 1,
    categories: ['soaps'],
    startsDaysAgo: 40,
  },
  {
    name: { el: 'Εβδομάδα μελιού: 15 %', en: 'Honey week: 15 % off' },
    code: 'MELI15',
    kind: 'percent',
    value: '15',
    categories: ['honey'],
    startsDaysAgo: 50,
    endsDaysAgo: 36,
  },
]

export const applications = [
  {
    name: 'Μελισσοκομία Πηλίου',
    contactName: 'Σωτήρης Ζαχαρίου',
    email: 'sotiris@pilio.example',
    phone: '+30 24210 00111',
    region: 'Πήλιο, Μαγνησία',
    message:
      'Καλησπέρα σας. Έχουμε ογδόντα μελίσσια στις καστανιές του Πηλίου και βγάζουμε μέλι, πρόπολη και κερί. Θα θέλαμε να το δοκιμάσετε· στέλνουμε δείγμα όποτε πείτε.',
    daysAgo: 1.2,
  },
  {
    name: 'Κάππαρη Τήνου',
    contactName: 'Μαργαρίτα Φόσκολου',
    email: 'margarita@tinos.example',
    region: 'Τήνος',
    message:
      'Μαζεύουμε κάπαρη, αγριοαγκινάρα και θαλασσινό αλάτι. Έχουμε μικρή ποσότητα, περίπου τριακόσια βάζα τον χρόνο. Ταιριάζει στην αγορά σας;',
    daysAgo: 3.6,
  },
  {
    name: 'Zagori Mushrooms',
    contactName: 'Helen Frost',
    email: 'helen@zagori.example',
    phone: '+30 26530 00112',
    region: 'Ζαγόρι, Ήπειρος',
    message:
      'We forage and dry porcini, morels and chanterelles around Zagori, with a permit and a mycologist. We would love to sell on your market and can ship weekly.',
    daysAgo: 6.4,
  },
] as const
