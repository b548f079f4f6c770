/** Whose mail it is and in which language: the name and address in it, where its links lead, how it writes money and days. */
import { siteOf } from '../auth/origin.ts'
import { type DateStyle, formatDate, formatMoney, type MoneyValue } from '../i18n/format.ts'
import { createTranslator, type Translate } from '../i18n/translator.ts'
import type { Context, Organization } from '../tenancy/context.ts'
import { inLocale, type Locale } from '../values/shapes.ts'

export type House = {
  organization: Organization
  name: string
  tagline: string
  /** The address of its site, without a trailing slash. */
  site: string
  locale: Locale
  t: Translate
  /** `link('/orders/1')` is an address that works outside the site. */
  link: (path: string) => string
  money: (value: MoneyValue) => string
  date: (value: string | Date, style?: DateStyle) => string
  /** Translated text in the mail's language. */
  say: (text: Parameters<typeof inLocale>[0]) => string
}

export async function houseFor(ctx: Context, locale: Locale): Promise<House> {
  const { organization, timeZone } = ctx
  const { db } = ctx
  // A second connection taken within a transaction could be the one that everybody waits for.
  const site = await siteOf(ctx.services, organization, db && ((text) => db.execute<{ id: string }>(text)))
  const say = (text: Parameters<typeof inLocale>[0]) => inLocale(text, locale, organization.defaultLocale)
  return {
    organization,
    name: organization.name,
    tagline: say(organization.settings.tagline),
    site,
    locale,
    t: createTranslator(locale),
    link: (path) => `${site}${path}`,
    money: (value) => formatMoney(locale, value),
    date: (value, style = 'longDate') => formatDate(locale, value, style, timeZone),
    say,
  }
}
