/** The texts of one language and area: at hand on the server, loaded once in the browser. */
import { use } from 'react'
import { findMessages, loadMessages } from 'virtual:messages'
import type { MessageKey, Messages } from '../platform/i18n/keys.ts'
import type { Area, Locale } from '../platform/i18n/locales.ts'
import { formatMessage, type Values } from '../platform/i18n/message.ts'

/** Suspends while a change of language or area loads, so the old page stays until the new one can be read. */
export const useAreaMessages = (locale: Locale, area: Area): Messages =>
  findMessages(locale, area) ?? use(loadMessages(locale, area))

/** A text on the server, for loaders: of any room, whatever the page itself has loaded. */
export const textIn = (locale: Locale, key: MessageKey, values: Values = {}): string =>
  formatMessage(findMessages(locale, 'console')?.[key] ?? key, values, locale)
