/** What the Viva twin knows and what may happen in it: orders are paid, refused, cancelled; money goes back. */
import { randomInt, randomUUID } from 'node:crypto'
import type { Memory } from '../../../platform/twins/memory.ts'

/** Amounts here are whole cents; the routes write them as Viva does. */
export type TwinOrder = {
  code: string
  amount: number
  currencyCode: number
  state: 'open' | 'expired' | 'cancelled' | 'paid'
  sourceCode: string
  customerTrns: string
  merchantTrns: string
  requestLang: string
  email: string | null
  fullName: string | null
  tags: string[]
  expiresAtMs: number
}

export type TwinTransaction = {
  id: string
  parentId: string | null
  orderCode: string
  /** Negative when money goes back. */
  amount: number
  statusId: 'F' | 'A' | 'E' | 'R' | 'X'
  /** 5 a card payment, 4 a card refund. */
  typeId: 4 | 5
  /** Why a payment failed. Source: developer.viva.com/integration-reference/response-codes, event ids. */
  eventId: number
  insertedAt: string
}

export type VivaState = { orders: Record<string, TwinOrder>; transactions: Record<string, TwinTransaction> }

export const emptyVivaState = (): VivaState => ({ orders: {}, transactions: {} })

export type Emit = (typeId: number, order: TwinOrder, transaction: TwinTransaction | null) => void

export type VivaWorld = ReturnType<typeof makeVivaWorld>

export function makeVivaWorld({ state, save }: Memory<VivaState>, emit: Emit, now: () => Date) {
  function record(order: TwinOrder, changes: Partial<TwinTransaction>): TwinTransaction {
    const transaction: TwinTransaction = {
      id: randomUUID(),
      parentId: null,
      orderCode: order.code,
      amount: order.amount,
      statusId: 'F',
      typeId: 5,
      eventId: 0,
      insertedAt: now().toISOString(),
      ...changes,
    }
    state.transactions[transaction.id] = transaction
    save()
    return transaction
  }

  const openOrder = (code: string): TwinOrder => {
    const order = state.orders[code]
    if (order?.state !== 'open') throw new Error(`The order ${code} is not open.`)
    return order
  }

  const of = (code: string) => Object.values(state.transactions).filter((each) => each.orderCode === code)

  return {
    state,
    of,

    /** The order, ended first when its time is over, or made anew from its code when the twin has forgotten it. */
    order(code: string): TwinOrder | undefined {
      const order = state.orders[code] ?? restore(code, now())
      if (!order) return undefined
      state.orders[code] = order
      if (order.state === 'open' && order.expiresAtMs <= now().getTime()) order.state = 'expired'
      return order
    },

    place(input: Omit<TwinOrder, 'code' | 'state'>): TwinOrder {
      const order: TwinOrder = { ...input, code: newCode(input.amount), state: 'open' }
      state.orders[order.code] = order
      save()
      return order
    },

    pay(code: string): TwinTransaction {
      const order = openOrder(code)
      order.state = 'paid'
      const transaction = record(order, {})
      emit(1796, order, transaction)
      return transaction
    },

    /** The bank refuses: the order stays open for another try. 10051 is "insufficient funds". */
    decline(code: string): TwinTransaction {
      const order = openOrder(code)
      const transaction = record(order, { statusId: 'E', eventId: 10_051 })
      emit(1798, order, transaction)
      return transaction
    },

    /** A bank transfer: in progress, without a webhook until the bank has answered. */
    payLater(code: string): TwinTransaction {
      const order = openOrder(code)
      order.state = 'paid'
      return record(order, { statusId: 'A' })
    },

    settle(code: string, outcome: 'succeeded' | 'failed'): void {
      const order = state.orders[code]
      const transaction = of(code).find((each) => each.statusId === 'A')
      if (!order || !transaction) return
      transaction.statusId = outcome === 'succeeded' ? 'F' : 'E'
      if (outcome === 'failed') order.state = 'open'
      save()
      emit(outcome === 'succeeded' ? 1796 : 1798, order, transaction)
    },

    cancel(code: string): void {
      const order = openOrder(code)
      order.state = 'cancelled'
      save()
      emit(4865, order, null)
    },

    refunded(transaction: TwinTransaction): number {
      return of(transaction.orderCode)
        .filter((each) => each.parentId === transaction.id && each.statusId !== 'E')
        .reduce((sum, each) => sum - each.amount, 0)
    },

    refund(payment: TwinTransaction, amount: number): TwinTransaction {
      const order = state.orders[payment.orderCode]
      if (!order) throw new Error(`The order ${payment.orderCode} is not known.`)
      payment.statusId = 'R'
      const reversal = record(order, { parentId: payment.id, amount: -amount, typeId: 4 })
      emit(1797, order, reversal)
      return reversal
    },

    /** A payment from before a restart is believed, to the amount that is asked back. */
    believe(id: string, amount: number): TwinTransaction {
      const order = this.place({
        amount,
        currencyCode: 978,
        sourceCode: 'Default',
        customerTrns: '',
        merchantTrns: '',
        requestLang: 'en-GB',
        email: null,
        fullName: null,
        tags: [],
        expiresAtMs: now().getTime(),
      })
      order.state = 'paid'
      return record(order, { id })
    },
  }
}

/**
 * Sixteen digits as Viva's: 91, the amount in cents in eight digits (or nines when it is larger), five of chance
 * and an odd one. All are above 2^53 and odd, so that a reader who lets them become floating point numbers gets
 * another number, always.
 */
function newCode(amount: number): string {
  const shown = amount < 99_999_999 ? String(amount).padStart(8, '0') : '99999999'
  return `91${shown}${String(randomInt(100_000)).padStart(5, '0')}${randomInt(5) * 2 + 1}`
}

function restore(code: string, now: Date): TwinOrder | undefined {
  const amount = Number(/^91(\d{8})\d{5}[13579]$/.exec(code)?.[1] ?? 99_999_999)
  if (amount === 99_999_999) return undefined
  return {
    code,
    amount,
    currencyCode: 978,
    state: 'open',
    sourceCode: 'Default',
    customerTrns: '',
    merchantTrns: '',
    requestLang: 'el-GR',
    email: null,
    fullName: null,
    tags: [],
    expiresAtMs: now.getTime() + 1_800_000,
  }
}
