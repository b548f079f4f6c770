/** The Stripe twin's payment page, where a person decides how the bank answers. */
import { type Context, Hono } from 'hono'
import { messagePage, type PageLanguage, pageLanguage, paymentPage } from '../../../platform/twins/page.ts'
import { formatMoney } from '../../../platform/values/money.ts'
import { fromStripe } from '../providers/stripe-money.ts'
import { restoreSession } from './stripe-session-url.ts'
import type { StripeWorld, TwinSession } from './stripe-world.ts'

const words = {
  el: {
    pay: 'Πληρωμή με κάρτα',
    payHint: 'Η τράπεζα εγκρίνει την πληρωμή αμέσως.',
    later: 'Πληρωμή που επιβεβαιώνεται αργότερα',
    laterHint: 'Επιστρέφετε στο κατάστημα· η τράπεζα απαντά μετά από λίγο.',
    decline: 'Απόρριψη από την τράπεζα',
    declineHint: 'Μένετε εδώ και μπορείτε να δοκιμάσετε ξανά.',
    cancel: 'Επιστροφή χωρίς πληρωμή',
    cancelHint: 'Η παραγγελία σας μένει ως έχει.',
    declined: 'Η κάρτα σας απορρίφθηκε. Δοκιμάστε ξανά ή επιλέξτε κάτι άλλο.',
    unknownTitle: 'Άγνωστη πληρωμή',
    unknown: 'Αυτή η πληρωμή δεν υπάρχει. Επιστρέψτε στο κατάστημα και ξεκινήστε την ξανά.',
    overTitle: 'Η πληρωμή έχει κλείσει',
    over: 'Αυτή η πληρωμή έχει ολοκληρωθεί ή έχει λήξει.',
  },
  en: {
    pay: 'Pay by card',
    payHint: 'The bank approves at once.',
    later: 'Pay, to be confirmed later',
    laterHint: 'You return to the shop; the bank answers after a while.',
    decline: 'Be declined by the bank',
    declineHint: 'You stay here and may try again.',
    cancel: 'Return without paying',
    cancelHint: 'Your order stays as it is.',
    declined: 'Your card was declined. Try again or choose something else.',
    unknownTitle: 'Unknown payment',
    unknown: 'There is no such payment. Return to the shop and start it again.',
    overTitle: 'This payment is closed',
    over: 'This payment has been completed or has expired.',
  },
} satisfies Record<PageLanguage, Record<string, string>>

export function stripePage(world: StripeWorld, afterPayLater: (sessionId: string) => void): Hono {
  const app = new Hono()
  const find = (c: Context) => {
    const id = c.req.param('id') ?? ''
    return world.session(id) ?? restoreSession(world, id, c.req.query('s'))
  }

  app.get('/c/pay/:id', (c) => show(c, find(c)))
  app.post('/c/pay/:id', async (c) => {
    const session = find(c)
    if (session?.status !== 'open') return show(c, session)
    const { action } = await c.req.parseBody()
    if (action === 'pay') world.pay(session.id)
    else if (action === 'later') {
      world.payLater(session.id)
      afterPayLater(session.id)
    } else if (action === 'decline') {
      world.decline(session.id)
      return show(c, session, true)
    } else if (action === 'cancel') return c.redirect(session.cancel_url ?? session.success_url, 303)
    else return show(c, session)
    return c.redirect(session.success_url.replace('{CHECKOUT_SESSION_ID}', session.id), 303)
  })
  return app
}

function show(c: Context, session: TwinSession | undefined, isDeclined = false): Promise<Response> {
  const language = pageLanguage(c.req.query('lang') ?? session?.locale)
  const say = words[language]
  if (!session?.success_url) return messagePage(language, say.unknownTitle, say.unknown, 404)
  if (session.status !== 'open') return messagePage(language, say.overTitle, say.over, 200)

  const other = new URL(c.req.url)
  other.searchParams.set('lang', language === 'el' ? 'en' : 'el')
  return paymentPage({
    service: 'Stripe',
    language,
    otherLanguageUrl: `${other.pathname}${other.search}`,
    amount: formatMoney(fromStripe(session.amount_total, session.currency), language),
    description: session.description,
    reference: session.metadata.order_number ?? session.client_reference_id ?? session.id,
    choices: [
      { action: 'pay', label: say.pay, hint: say.payHint, kind: 'main' },
      { action: 'later', label: say.later, hint: say.laterHint },
      { action: 'decline', label: say.decline, hint: say.declineHint },
      { action: 'cancel', label: say.cancel, hint: say.cancelHint },
    ],
    alert: isDeclined ? say.declined : undefined,
  })
}
