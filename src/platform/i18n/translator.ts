/** Texts on the server, for mail, PDF, calendars and the API. Pages take theirs through `useT` instead. */
import * as path from 'node:path'
import { readTexts } from './catalogue.ts'
import type { MessageKey } from './keys.ts'
import type { Locale } from './locales.ts'
import { formatMessage, type Message, type Values } from './message.ts'
import { compileMessage } from './parse.ts'
import { root } from '../start/root.ts'

export type Translate = (key: MessageKey, values?: Values) => string

const source = path.join(root, 'src')
const kept = new Map<Locale, Map<string, Message>>()

/** `createTranslator('el')('orders.mailSubject', { number })`; throws when there is no such text. */
export function createTranslator(locale: Locale): Translate {
  const messages = kept.get(locale) ?? compiled(locale)
  kept.set(locale, messages)
  return (key, values = {}) => {
    const text = messages.get(key)
    if (text === undefined) throw new Error(`There is no text "${key}" in "${locale}".`)
    return formatMessage(text, values, locale)
  }
}

const compiled = (locale: Locale): Map<string, Message> =>
  new Map(Object.entries(readTexts(source, locale)).map(([key, text]) => [key, compileMessage(text)]))
