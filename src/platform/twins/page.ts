/** The pages of twins: plain HTML without scripts, in Greek or English, readable with a keyboard and by ear. */
import { html, raw } from 'hono/html'

export type PageLanguage = 'el' | 'en'

export const pageLanguage = (wanted: string | null | undefined): PageLanguage =>
  wanted?.toLowerCase().startsWith('el') ? 'el' : 'en'

type Text = ReturnType<typeof html>

export type PaymentChoice = { action: string; label: string; hint: string; kind?: 'main' | 'plain' }

export type PaymentPage = {
  service: string
  language: PageLanguage
  /** Of the same page in the other language. */
  otherLanguageUrl: string
  amount: string
  description: string
  reference: string
  choices: PaymentChoice[]
  alert?: string
}

const words = {
  el: {
    title: 'Πληρωμή',
    practice: 'Δοκιμαστικό περιβάλλον: δεν χρεώνεται κανείς και δεν ζητούνται στοιχεία κάρτας.',
    amount: 'Ποσό',
    for: 'Για',
    reference: 'Κωδικός',
    choose: 'Τι θέλετε να συμβεί;',
    other: 'In English',
  },
  en: {
    title: 'Payment',
    practice: 'Practice environment: nobody is charged and no card details are asked for.',
    amount: 'Amount',
    for: 'For',
    reference: 'Reference',
    choose: 'What should happen?',
    other: 'Στα ελληνικά',
  },
} satisfies Record<PageLanguage, Record<string, string>>

export function paymentPage(page: PaymentPage): Promise<Response> {
  const say = words[page.language]
  return htmlPage(
    page.language,
    `${say.title} · ${page.service}`,
    html`<p class="service">${page.service}</p>
      <h1>${say.title}</h1>
      <p class="note">${say.practice}</p>
      ${page.alert ? html`<p role="alert" class="alert">${page.alert}</p>` : ''}
      <dl>
        <div>
          <dt>${say.amount}</dt>
          <dd><strong>${page.amount}</strong></dd>
        </div>
        <div>
          <dt>${say.for}</dt>
          <dd>${page.description}</dd>
        </div>
        <div>
          <dt>${say.reference}</dt>
          <dd>${page.reference}</dd>
        </div>
      </dl>
      <form method="post">
        <h2>${say.choose}</h2>
        ${page.choices.map(
          (choice) =>
            html`<button name="action" value="${choice.action}" class="${choice.kind ?? 'plain'}">
              <span>${choice.label}</span><small>${choice.hint}</small>
            </button>`,
        )}
      </form>
      <p>
        <a href="${page.otherLanguageUrl}" lang="${page.language === 'el' ? 'en' : 'el'}">${say.other}</a>
      </p>`,
  )
}

/** A page that only says something: an unknown payment, a payment already made. */
export function messagePage(
  language: PageLanguage,
  title: string,
  text: string,
  status: number,
): Promise<Response> {
  return htmlPage(
    language,
    title,
    html`<h1>${title}</h1>
      <p>${text}</p>`,
    status,
  )
}

async function htmlPage(
  language: PageLanguage,
  title: string,
  content: Text,
  status = 200,
): Promise<Response> {
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`
  return new Response(String(page), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --line: #767676; --note: #f4ecd8; --alert: #fbe3e1; --link: #1a4f9c; --page: #fff; --ink: #1b1d1f }
@media (prefers-color-scheme: dark) { :root { --line: #a0a0a0; --note: #3b3524; --alert: #4a1f1c; --link: #a9cbff; --page: #17191c; --ink: #f1f2f3 } }
body { margin: 0; background: var(--page); color: var(--ink) }
main { max-width: 30rem; margin: 2rem auto; padding: 0 1rem }
a { color: var(--link) }
.service { font-weight: 600; margin: 0 }
h1 { margin: 0 0 1rem; font-size: 1.6rem }
h2 { font-size: 1.1rem }
.note, .alert { padding: .75rem 1rem; border-radius: .5rem; background: var(--note) }
.alert { background: var(--alert) }
dl div { display: flex; justify-content: space-between; gap: 1rem; padding: .4rem 0; border-bottom: 1px solid var(--line) }
dd { margin: 0; text-align: right; overflow-wrap: anywhere }
button { display: block; width: 100%; margin: .6rem 0; padding: .75rem 1rem; font: inherit; text-align: left; border: 1px solid var(--line); border-radius: .5rem; background: var(--page); color: var(--ink); cursor: pointer }
button.main { background: #1d4d3a; color: #fff; border-color: #1d4d3a }
button:focus-visible, a:focus-visible { outline: 3px solid #2b6cb0; outline-offset: 2px }
button small { display: block }
`
