/** What people are written about their orders. Each mail goes out once per order and occasion, in the order's language. */
import type { MailBlock } from '../../platform/mail/blocks.ts'
import type { House } from '../../platform/mail/house.ts'
import { defineTemplate } from '../../platform/mail/template.ts'
import type { Translated } from '../../platform/values/shapes.ts'

export type OrderMail = {
  number: string
  /** Absolute; opens the order without an account. */
  url: string
  placedAt: Date | string
  currency: string
  lines: { name: Translated; variantName: Translated; quantity: number; gross: string }[]
  shipping: string
  fee: string
  discount: string
  total: string
  address: string
  paymentProvider: string
}

const linesBlock = (order: OrderMail, { t, money, say }: House): MailBlock => {
  const amount = (value: string) => money({ amount: value, currency: order.currency })
  const isZero = (value: string) => Number(value) === 0
  return {
    kind: 'lines',
    rows: order.lines.map((line) => ({
      name: say(line.name),
      ...(say(line.variantName) ? { detail: say(line.variantName) } : {}),
      quantity: String(line.quantity),
      amount: amount(line.gross),
    })),
    totals: [
      { label: t('checkout.mailShipping'), amount: amount(order.shipping) },
      ...(isZero(order.fee) ? [] : [{ label: t('checkout.mailFee'), amount: amount(order.fee) }]),
      { label: t('checkout.mailTotal'), amount: amount(order.total), isStrong: true },
    ],
  }
}

const button = (order: Pick<OrderMail, 'url'>, { t }: House): MailBlock[] => [
  { kind: 'button', label: t('checkout.mailButton'), url: order.url },
]

const sampleOrder = ({ link }: House): OrderMail => ({
  number: '2026-000123',
  url: link('/orders/example'),
  placedAt: '2026-06-13T10:00:00Z',
  currency: 'EUR',
  lines: [
    {
      name: { el: 'Ελαιόλαδο Κορωνέικη', en: 'Koroneiki olive oil' },
      variantName: { el: '500 ml', en: '500 ml' },
      quantity: 2,
      gross: '23.80',
    },
    { name: { el: 'Μέλι θυμαρίσιο', en: 'Thyme honey' }, variantName: {}, quantity: 1, gross: '14.50' },
  ],
  shipping: '3.50',
  fee: '0.00',
  discount: '0.00',
  total: '41.80',
  address: 'Μαρία Παπαδοπούλου, Ερμού 12, 10563 Αθήνα',
  paymentProvider: 'bank-transfer',
})

export const confirmationMail = defineTemplate<OrderMail>({
  name: 'order.confirmation',
  purpose: 'checkout.mailConfirmationPurpose',
  subject: 'checkout.mailConfirmationSubject',
  body: 'checkout.mailConfirmationBody',
  needs: ['lines'],
  fill: (order, house) => ({
    values: {
      number: order.number,
      date: house.date(order.placedAt),
      total: house.money({ amount: order.total, currency: order.currency }),
    },
    parts: {
      lines: [linesBlock(order, house)],
      address: [{ kind: 'quote', text: order.address }],
      button: button(order, house),
    },
  }),
  sample: sampleOrder,
})

export type ShippedMail = OrderMail & { carrier: string; trackingNumber: string | null }

export const shippedMail = defineTemplate<ShippedMail>({
  name: 'order.shipped',
  purpose: 'checkout.mailShippedPurpose',
  subject: 'checkout.mailShippedSubject',
  body: 'checkout.mailShippedBody',
  fill: (order, house) => ({
    values: { number: order.number, carrier: order.carrier },
    parts: {
      facts: [
        {
          kind: 'facts',
          rows: [
            { label: house.t('checkout.mailCarrier'), value: order.carrier },
            ...(order.trackingNumber
              ? [{ label: house.t('checkout.mailTracking'), value: order.trackingNumber }]
              : []),
          ],
        },
      ],
      button: button(order, house),
    },
  }),
  sample: (house) => ({ ...sampleOrder(house), carrier: 'ACS', trackingNumber: '7401234567' }),
})

export type MoneyMail = OrderMail & { amount: string; reason: string | null }

const moneyTemplate = (
  name: string,
  texts: {
    purpose: 'checkout.mailPaidPurpose' | 'checkout.mailRefundedPurpose' | 'checkout.mailCancelledPurpose'
    subject: 'checkout.mailPaidSubject' | 'checkout.mailRefundedSubject' | 'checkout.mailCancelledSubject'
    body: 'checkout.mailPaidBody' | 'checkout.mailRefundedBody' | 'checkout.mailCancelledBody'
  },
) =>
  defineTemplate<MoneyMail>({
    name,
    ...texts,
    fill: (order, house) => ({
      values: {
        number: order.number,
        amount: house.money({ amount: order.amount, currency: order.currency }),
      },
      parts: {
        reason: order.reason ? [{ kind: 'quote', text: order.reason }] : [],
        button: button(order, house),
      },
    }),
    sample: (house) => ({ ...sampleOrder(house), amount: '41.80', reason: null }),
  })

export const paidMail = moneyTemplate('payment.received', {
  purpose: 'checkout.mailPaidPurpose',
  subject: 'checkout.mailPaidSubject',
  body: 'checkout.mailPaidBody',
})
export const refundedMail = moneyTemplate('refund.completed', {
  purpose: 'checkout.mailRefundedPurpose',
  subject: 'checkout.mailRefundedSubject',
  body: 'checkout.mailRefundedBody',
})
export const cancelledMail = moneyTemplate('order.cancelled', {
  purpose: 'checkout.mailCancelledPurpose',
  subject: 'checkout.mailCancelledSubject',
  body: 'checkout.mailCancelledBody',
})

export const newPartMail = defineTemplate<OrderMail>({
  name: 'order-part.placed',
  purpose: 'checkout.mailPartPurpose',
  subject: 'checkout.mailPartSubject',
  body: 'checkout.mailPartBody',
  fill: (order, house) => ({
    values: { number: order.number },
    parts: {
      lines: [linesBlock(order, house)],
      address: [{ kind: 'quote', text: order.address }],
      button: button(order, house),
    },
  }),
  sample: sampleOrder,
})
