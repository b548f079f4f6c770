/** One order as its buyer is shown it: only what the page needs, texts in the reader's language. */
import type { z } from 'zod'
import type { Context } from '../../../platform/tenancy/context.ts'
import { add, compare, multiply } from '../../../platform/values/decimal.ts'
import { countryName } from '../../customers/pages/countries.ts'
import type { PaymentStart } from '../../payments/providers/provider.ts'
import { formatIban } from '../../payments/providers/iban.ts'
import { offeredProviders } from '../../payments/registry.ts'
import type { OrderView } from '../present.ts'
import { qrPath } from './qr-path.ts'

type Order = z.output<typeof OrderView>
export type OrderPage = ReturnType<typeof orderPage>
export type OrderPagePart = OrderPage['parts'][number]
export type OrderPageLine = OrderPagePart['lines'][number]
export type OrderPageEvent = OrderPage['timeline'][number]
export type Transfer = NonNullable<OrderPage['transfer']>

/** `reviewed` are the products that the buyer has had a word on already. */
export function orderPage(ctx: Context, order: Order, reviewed: ReadonlySet<string> = new Set()) {
  const claimed = claimedByReturns(order)
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    placedAt: order.placedAt,
    name: order.shippingAddress.name,
    email: order.customer.email,
    shippingAddress: order.shippingAddress,
    billingAddress: sameAddress(order) ? null : order.billingAddress,
    country: countryName(ctx.locale, order.shippingAddress.country),
    vatNumber: order.vatNumber,
    shippingName: order.shippingMethod.name,
    paymentProvider: order.paymentProvider,
    note: order.note,
    parts: order.parts.map((part) => ({
      id: part.id,
      producer: part.producerName,
      status: part.status,
      lines: order.lines
        .filter((line) => line.partId === part.id)
        .map((line) => ({
          ...lineOf(order, line, claimed),
          isReviewable:
            part.status === 'delivered' &&
            line.shippedQuantity > line.returnedQuantity &&
            !reviewed.has(line.productId),
        })),
      shipments: part.shipments.map(({ id, carrier, trackingNumber, events }) => ({
        id,
        carrier,
        trackingNumber,
        events: events.map(({ at, text, place }) => ({ at, text, place: place ?? null })),
      })),
    })),
    basket: sumsOf(order),
    due: order.totals.due,
    paid: compare(order.totals.paid.amount, '0') > 0 ? order.totals.paid : null,
    refunded: compare(order.totals.refunded.amount, '0') > 0 ? order.totals.refunded : null,
    transfer: transferOf(order),
    providers: order.can.pay ? offeredProviders(ctx).filter((code) => code !== 'cash-on-delivery') : [],
    returns: order.returns.map(({ id, number, status, answer }) => ({ id, number, status, answer })),
    timeline: order.timeline.map(({ id, kind, at, data }) => ({
      id,
      kind,
      at,
      amount:
        typeof data['amount'] === 'string'
          ? { amount: data['amount'], currency: order.totals.total.currency }
          : null,
      carrier: textIn(data['carrier']),
      tracking: textIn(data['trackingNumber']),
      number: textIn(data['number']),
      reason: textIn(data['answer']) ?? (kind === 'cancelled' ? textIn(data['reason']) : null),
      isPartial: data['isPartial'] === true,
    })),
    can: { cancel: order.can.cancel, return: order.can.return, pay: order.can.pay },
  }
}

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const sameAddress = ({ billingAddress: a, shippingAddress: b }: Order): boolean =>
  a.name === b.name && a.line1 === b.line1 && a.postalCode === b.postalCode

/** What open returns have already asked for, by line. */
function claimedByReturns(order: Order): Map<string, number> {
  const claimed = new Map<string, number>()
  const open = order.returns.filter(({ status }) => status === 'requested' || status === 'approved')
  for (const { lineId, quantity } of open.flatMap(({ lines }) => lines))
    claimed.set(lineId, (claimed.get(lineId) ?? 0) + quantity)
  return claimed
}

function lineOf(order: Order, line: Order['lines'][number], claimed: ReadonlyMap<string, number>) {
  return {
    id: line.id,
    productId: line.productId,
    name: line.name,
    variantName: line.variantName,
    photo: line.imageFileId,
    quantity: line.quantity,
    cancelled: line.cancelledQuantity,
    returned: line.returnedQuantity,
    returnable: Math.max(0, line.shippedQuantity - line.returnedQuantity - (claimed.get(line.id) ?? 0)),
    total: order.priceKind === 'gross' ? line.gross : line.net,
  }
}

/** In the shape that a basket's sums are shown in. */
function sumsOf({ lines, totals, promotions, priceKind, shippingMethod }: Order) {
  const { currency } = totals.total
  const goods = lines.reduce(
    (sum, line) => add(sum, multiply(line.unitPrice.amount, String(line.quantity))),
    '0.00',
  )
  return {
    priceKind,
    promotions,
    sums: {
      goods: { amount: goods, currency },
      discount: compare(totals.discount.amount, '0') > 0 ? totals.discount : null,
      shipping: totals.shipping,
      shippingName: shippingMethod.name,
      fee: compare(totals.fee.amount, '0') > 0 ? totals.fee : null,
      vat: totals.vat,
      total: totals.total,
    },
  }
}

/** How to pay by bank, while that is still to be done. */
function transferOf({ payments, can }: Order) {
  if (!can.pay) return null
  const next = payments.map((payment) => payment.next as PaymentStart | null).findLast((one) => one !== null)
  if (next?.kind !== 'instructions') return null
  const { beneficiary, iban, bic, bankName, amount, creditorReference, qrText } = next.transfer
  return {
    beneficiary,
    iban: formatIban(iban),
    bic,
    bankName,
    amount,
    // In fours, like the account number.
    reference: formatIban(creditorReference),
    qr: qrText ? qrPath(qrText) : null,
  }
}
