/** Texts on the server, for mail, PDF, calendars and the API. Pages take theirs through `useT` instead. */
import * as path from 'node:path'
import { readMessages } from './catalogue.ts'
import type { MessageKey, Messages } from './keys.ts'
import type { Locale } from './locales.ts'
import { formatMessage, type Values } from './message.ts'

export type Translate = (key: MessageKey, values?: Values) => string

const source = path.resolve(import.meta.dirname, '../..')
const kept = new Map<Locale, Messages>()

/** `createTranslator('el')('orders.mailSubject', { number })`; throws when there is no such text. */
export function createTranslator(locale: Locale): Translate {
  const messages = kept.get(locale) ?? readMessages(source, locale)
  kept.set(locale, messages)
  return (key, values = {}) => {
    const text = messages[key]
    if (text === undefined) throw new Error(`There is no text "${key}" in "${locale}".`)
    return formatMessage(text, values, locale)
  }
}
