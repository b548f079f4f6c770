/** Seventy-odd orders of the last thirty days: those that the reviews rest on, and others in every state. */
import { demoCustomers, type DemoCustomer } from './customers.ts'
import { newRandom } from './pictures/random.ts'
import { products } from './products.ts'
import { reviews, type DemoReview } from './reviews.ts'

export const fates = [
  'waiting',
  'unpaid',
  'failed',
  'paid',
  'accepted',
  'packed',
  'partly',
  'shipped',
  'delivered',
  'cancelled',
  'line-cancelled',
  'expired',
  'return-requested',
  'returned',
  'refund-requested',
  'refunded',
] as const
/** How far an order came. */
export type Fate = (typeof fates)[number]

export type DemoOrder = {
  /** Told from all others, and the same at every start. */
  key: string
  /** Between 0 and 30. */
  daysAgo: number
  customer: DemoCustomer
  lines: { sku: string; quantity: number }[]
  method: 'acs' | 'elta' | 'flat' | 'pickup'
  payment: 'bank-transfer' | 'cash-on-delivery' | 'stripe' | 'viva'
  code?: string
  note?: string
  fate: Fate
  /** Written of its lines once they have arrived. */
  reviews: { review: DemoReview; daysLater: number }[]
}

const random = newRandom('a month of trade')
const whole = (from: number, to: number) => Math.floor(random.between(from, to + 1))
const home = (customer: DemoCustomer) => customer.address.country === 'GR'
/** What is left to sell: orders never ask for more than half of what there was. */
const left = new Map(
  products
    .filter((product) => product.status !== 'draft')
    .flatMap((product) => product.variants)
    .map((variant) => [variant.sku, Math.floor(variant.stock / 2)]),
)

/** The first pack of the product of which there are enough; none when all are scarce. */
function take(slug: string, quantity: number): { sku: string; quantity: number } | null {
  const product = products.find((one) => one.slug === slug)!
  const variant = product.variants.find(({ sku }) => (left.get(sku) ?? 0) >= quantity)
  if (!variant) return quantity > 1 ? take(slug, 1) : null
  left.set(variant.sku, left.get(variant.sku)! - quantity)
  return { sku: variant.sku, quantity }
}

/** Readers of one language take turns; nobody writes twice of the same product. */
function reviewedOrders(): DemoOrder[] {
  const baskets = new Map<string, { customer: DemoCustomer; reviews: DemoReview[] }>()
  const isFull = (email: string) => (baskets.get(email)?.reviews.length ?? 0) >= 4
  for (const review of reviews) {
    const readers = demoCustomers.filter(({ locale }) => locale === review.locale)
    const start = whole(0, readers.length - 1)
    const customer =
      [...readers.slice(start), ...readers.slice(0, start)].find(
        ({ email }) =>
          !isFull(email) && !baskets.get(email)?.reviews.some(({ product }) => product === review.product),
      ) ?? readers[start]!
    const basket = baskets.get(customer.email) ?? { customer, reviews: [] }
    if (basket.reviews.some(({ product }) => product === review.product)) continue
    basket.reviews.push(review)
    baskets.set(customer.email, basket)
  }
  return [...baskets.values()].map(({ customer, reviews }, index) => ({
    key: `reviewed-${index}`,
    daysAgo: 12 + ((index * 7) % 18) + random.between(0, 0.6),
    customer,
    lines: linesOf(reviews.map(({ product }) => product)),
    method: methodOf(customer, index),
    payment: paymentOf(customer, index),
    ...(index % 7 === 3 ? { code: 'KALOSIRTHES' } : {}),
    fate: 'delivered' as const,
    reviews: reviews.map((review, n) => ({ review, daysLater: 4 + n * 0.5 + random.between(0, 3) })),
  }))
}

const linesOf = (slugs: readonly string[]) =>
  slugs.map((slug) => take(slug, whole(1, 2))).filter((line) => line !== null)

const methodOf = (customer: DemoCustomer, index: number): DemoOrder['method'] =>
  home(customer) ? (['acs', 'elta', 'acs', 'flat', 'acs', 'pickup'] as const)[index % 6]! : 'acs'

const paymentOf = (customer: DemoCustomer, index: number): DemoOrder['payment'] =>
  home(customer)
    ? (['stripe', 'cash-on-delivery', 'viva', 'bank-transfer', 'stripe'] as const)[index % 5]!
    : (['stripe', 'viva'] as const)[index % 2]!

/** A code that the basket is worth: one is for the first fifty euros. */
function codeOf(index: number, lines: DemoOrder['lines']): { code?: string } {
  if (index % 2 === 0) return { code: 'KALOSIRTHES' }
  const sum = lines.reduce((total, { sku, quantity }) => total + prices.get(sku)! * quantity, 0)
  return sum >= 50 ? { code: 'STOA5' } : {}
}

const prices = new Map(
  products.flatMap((product) => product.variants).map(({ sku, price }) => [sku, Number(price)]),
)

/** What else happened: fate, days ago, how it is paid when that matters. */
const others: readonly [Fate, daysAgo: number, payment?: DemoOrder['payment']][] = [
  ['waiting', 0.1, 'cash-on-delivery'],
  ['paid', 0.2, 'stripe'],
  ['unpaid', 0.3, 'bank-transfer'],
  ['paid', 0.5, 'viva'],
  ['waiting', 0.6, 'cash-on-delivery'],
  ['accepted', 0.8, 'stripe'],
  ['failed', 0.05, 'stripe'],
  ['unpaid', 1.2, 'bank-transfer'],
  ['accepted', 1.4, 'viva'],
  ['packed', 1.6, 'stripe'],
  ['packed', 1.9, 'cash-on-delivery'],
  ['partly', 2.1, 'stripe'],
  ['paid', 2.4, 'bank-transfer'],
  ['shipped', 2.7, 'viva'],
  ['unpaid', 3.1, 'bank-transfer'],
  ['shipped', 3.3, 'stripe'],
  ['partly', 3.6, 'viva'],
  ['shipped', 4.2, 'cash-on-delivery'],
  ['cancelled', 4.5],
  ['line-cancelled', 5.1, 'stripe'],
  ['delivered', 5.4],
  ['shipped', 5.8, 'stripe'],
  ['delivered', 6.3],
  ['return-requested', 9.2, 'stripe'],
  ['cancelled', 7.4, 'bank-transfer'],
  ['delivered', 8.1],
  ['refund-requested', 9.7, 'bank-transfer'],
  ['delivered', 10.2],
  ['expired', 11.5, 'bank-transfer'],
  ['returned', 14.3, 'stripe'],
  ['delivered', 13.4],
  ['refunded', 15.8, 'viva'],
  ['delivered', 17.1],
  ['returned', 18.9, 'bank-transfer'],
  ['cancelled', 19.6, 'stripe'],
  ['delivered', 20.4],
  ['refunded', 22.2, 'stripe'],
  ['delivered', 24.7],
  ['expired', 25.3, 'stripe'],
  ['delivered', 27.9],
  ['returned', 28.6, 'viva'],
  ['delivered', 29.5],
]

const notes = [
  'Παρακαλώ αφήστε το στον θυρωρό.',
  'Είναι δώρο, μην βάλετε απόδειξη στο κουτί.',
  'Κουδούνι: Παππάς, 3ος όροφος.',
]

function otherOrders(): DemoOrder[] {
  const slugs = products.filter(({ status }) => status !== 'draft').map(({ slug }) => slug)
  return others.map(([fate, daysAgo, payment], index) => {
    // The two demo buyers have something in every state.
    const customer =
      demoCustomers[index % 5 === 0 ? 0 : index % 11 === 1 ? 1 : whole(2, demoCustomers.length - 1)]!
    const isByHand = payment === 'cash-on-delivery' || payment === 'bank-transfer'
    const buyer = isByHand && !home(customer) ? demoCustomers[2 + (index % 8)]! : customer
    const chosen = new Set(
      Array.from(
        { length: fate === 'partly' || fate === 'line-cancelled' ? 4 : whole(1, 4) },
        () => slugs[whole(0, slugs.length - 1)]!,
      ),
    )
    const lines = linesOf([...chosen])
    return {
      key: `other-${index}`,
      daysAgo,
      customer: buyer,
      lines: lines.length > 0 ? lines : linesOf(['olympus-oregano']),
      method: methodOf(buyer, index),
      payment: payment ?? paymentOf(buyer, index),
      ...(index % 9 === 2 ? codeOf(index, lines) : {}),
      ...(index % 8 === 5 ? { note: notes[index % notes.length]! } : {}),
      fate,
      reviews: [],
    }
  })
}

/** The oldest first, as they were placed. */
export const demoOrders: readonly DemoOrder[] = [...reviewedOrders(), ...otherOrders()].toSorted(
  (a, b) => b.daysAgo - a.daysAgo,
)
