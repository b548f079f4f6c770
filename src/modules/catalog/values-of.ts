/** From what a request says to what a row holds: prices in the house's currency, texts by language, clean HTML. */
import type { z } from 'zod'
import { invalidField } from '../../platform/http/app-error.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { type Translated, toTranslated } from '../../platform/values/shapes.ts'
import { cleanHtml } from '../../platform/text/html.ts'
import type { Price } from './shapes.ts'

/** The amount as stored; another currency than the organisation's is refused. */
export function amountOf(ctx: Context, price: z.output<typeof Price>, pointer: string): string {
  if (typeof price === 'string') return price
  const { currency } = ctx.organization
  if (price.currency !== currency)
    throw invalidField(`${pointer}/currency`, `Prices here are in ${currency}.`)
  return price.amount
}

/** A plain string is in the organisation's language and leaves the other languages as they were; '' clears all. */
export function textOf(ctx: Context, value: string | Translated, before: Translated = {}): Translated {
  if (value === '') return {}
  if (typeof value !== 'string') return value
  return { ...before, ...toTranslated(value, ctx.organization.defaultLocale) }
}

export function htmlOf(ctx: Context, value: string | Translated, before: Translated = {}): Translated {
  const texts = Object.entries(textOf(ctx, value, before)).map(([locale, html]) => [locale, cleanHtml(html)])
  return Object.fromEntries(texts.filter(([, html]) => html !== '')) as Translated
}

/** Attribute texts become translated, plain values stay. */
export const attributesOf = (
  ctx: Context,
  values: Record<string, Translated | string | number | boolean>,
): Record<string, Translated | string | number | boolean> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' ? toTranslated(value, ctx.organization.defaultLocale) : value,
    ]),
  )
