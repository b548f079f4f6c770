/** The order as the console's pages are given it: what the API answers. */
import type { presentOrder } from '../../../checkout/present.ts'

export type OrderView = ReturnType<typeof presentOrder>
export type LineView = OrderView['lines'][number]
export type PartView = OrderView['parts'][number]
export type ReturnView = OrderView['returns'][number]
export type PaymentView = OrderView['payments'][number]
export type RefundView = OrderView['refunds'][number]
