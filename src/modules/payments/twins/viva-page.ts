/** The Viva twin's Smart Checkout page, where a person decides how the bank answers. */
import { type Context, Hono } from 'hono'
import { messagePage, type PageLanguage, pageLanguage, paymentPage } from '../../../platform/twins/page.ts'
import { formatMoney } from '../../../platform/values/money.ts'
import { fromViva } from '../providers/viva-shapes.ts'
import { fromMinor } from '../providers/minor-units.ts'
import type { TwinOrder, VivaWorld } from './viva-world.ts'

/** Where customers come back to. At Viva it is kept with the payment source, not with the order. */
export type ReturnUrls = { successUrl: string; failureUrl: string }

const words = {
  el: {
    pay: 'Πληρωμή με κάρτα',
    payHint: 'Η τράπεζα εγκρίνει την πληρωμή αμέσως.',
    later: 'Τραπεζική μεταφορά (IRIS)',
    laterHint: 'Επιστρέφετε στο κατάστημα· η τράπεζα απαντά μετά από λίγο.',
    decline: 'Απόρριψη από την τράπεζα',
    declineHint: 'Επιστρέφετε στο κατάστημα· μπορείτε να δοκιμάσετε ξανά.',
    cancel: 'Ακύρωση',
    cancelHint: 'Η πληρωμή ακυρώνεται και επιστρέφετε στο κατάστημα.',
    unknownTitle: 'Άγνωστη πληρωμή',
    unknown: 'Αυτή η πληρωμή δεν υπάρχει. Επιστρέψτε στο κατάστημα και ξεκινήστε την ξανά.',
    overTitle: 'Η πληρωμή έχει κλείσει',
    over: 'Αυτή η πληρωμή έχει ολοκληρωθεί, ακυρωθεί ή λήξει.',
  },
  en: {
    pay: 'Pay by card',
    payHint: 'The bank approves at once.',
    later: 'Bank transfer (IRIS)',
    laterHint: 'You return to the shop; the bank answers after a while.',
    decline: 'Be declined by the bank',
    declineHint: 'You return to the shop and may try again.',
    cancel: 'Cancel',
    cancelHint: 'The payment is cancelled and you return to the shop.',
    unknownTitle: 'Unknown payment',
    unknown: 'There is no such payment. Return to the shop and start it again.',
    overTitle: 'This payment is closed',
    over: 'This payment has been completed, cancelled or has expired.',
  },
} satisfies Record<PageLanguage, Record<string, string>>

export function vivaPage(
  world: VivaWorld,
  returnsOf: (sourceCode: string) => ReturnUrls,
  afterPayLater: (orderCode: string) => void,
): Hono {
  const app = new Hono()

  app.get('/web/checkout', (c) => show(c, world.order(c.req.query('ref') ?? '')))
  app.post('/web/checkout', async (c) => {
    const order = world.order(c.req.query('ref') ?? '')
    if (order?.state !== 'open') return show(c, order)
    const { successUrl, failureUrl } = returnsOf(order.sourceCode)
    const { action } = await c.req.parseBody()
    if (action === 'pay') return c.redirect(back(successUrl, order, world.pay(order.code).id, 0), 303)
    if (action === 'later') {
      const { id } = world.payLater(order.code)
      afterPayLater(order.code)
      return c.redirect(back(successUrl, order, id, 0), 303)
    }
    if (action === 'decline') {
      const { id, eventId } = world.decline(order.code)
      return c.redirect(back(failureUrl, order, id, eventId), 303)
    }
    if (action !== 'cancel') return show(c, order)
    world.cancel(order.code)
    return c.redirect(back(failureUrl, order, null, 0, true), 303)
  })
  return app
}

/** Source of the parameters: developer.viva.com/integration-reference/response-codes */
function back(
  url: string,
  order: TwinOrder,
  transactionId: string | null,
  eventId: number,
  isCancel = false,
): string {
  const to = new URL(url)
  if (transactionId) to.searchParams.set('t', transactionId)
  to.searchParams.set('s', order.code)
  to.searchParams.set('lang', order.requestLang)
  to.searchParams.set('eventId', String(eventId))
  to.searchParams.set('eci', '1')
  if (isCancel) to.searchParams.set('cancel', '1')
  return to.href
}

function show(c: Context, order: TwinOrder | undefined): Promise<Response> {
  const language = pageLanguage(c.req.query('lang') ?? order?.requestLang)
  const say = words[language]
  if (!order) return messagePage(language, say.unknownTitle, say.unknown, 404)
  if (order.state !== 'open') return messagePage(language, say.overTitle, say.over, 200)

  const other = new URLSearchParams({ ref: order.code, lang: language === 'el' ? 'en' : 'el' })
  return paymentPage({
    service: 'Viva',
    language,
    otherLanguageUrl: `/web/checkout?${other}`,
    amount: formatMoney(fromViva(fromMinor(order.amount, 2), String(order.currencyCode)), language),
    description: order.customerTrns,
    reference: order.code,
    choices: [
      { action: 'pay', label: say.pay, hint: say.payHint, kind: 'main' },
      { action: 'later', label: say.later, hint: say.laterHint },
      { action: 'decline', label: say.decline, hint: say.declineHint },
      { action: 'cancel', label: say.cancel, hint: say.cancelHint },
    ],
  })
}
