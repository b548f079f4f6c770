/** Texts and formats for the pages: `useT`, `<T>` and `useFormat`, under one provider that root.tsx sets up. */
import { createContext, Fragment, type ReactNode, use, useMemo } from 'react'
import {
  type DateStyle,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  type MoneyValue,
} from '../platform/i18n/format.ts'
import type { MessageKey, Messages } from '../platform/i18n/keys.ts'
import type { Locale } from '../platform/i18n/locales.ts'
import { fillMessage, formatMessage, type Message, type Values } from '../platform/i18n/message.ts'

export type Translate = (key: MessageKey, values?: Values) => string

type Language = { locale: Locale; timeZone: string; messages: Messages; t: Translate }

const Context = createContext<Language | null>(null)

type ProviderProps = { locale: Locale; messages: Messages; timeZone?: string; children: ReactNode }

/** `messages` come from `useAreaMessages`; the time zone is the organisation's. */
export function I18nProvider({ locale, messages, timeZone = 'Europe/Athens', children }: ProviderProps) {
  const value = useMemo(
    () => ({
      locale,
      timeZone,
      messages,
      t: (key: MessageKey, values: Values = {}) => formatMessage(textOf(messages, key), values, locale),
    }),
    [locale, timeZone, messages],
  )
  return <Context value={value}>{children}</Context>
}

// A text of another area is a fault of the page, but no reason to show nothing.
const textOf = (messages: Messages, key: MessageKey): Message => messages[key] ?? key

export function useI18n(): Language {
  const language = use(Context)
  if (!language) throw new Error('I18nProvider is missing above this part.')
  return language
}

/** `const t = useT()`, then `t('cart.items', { count: 3 })`. */
export const useT = (): Translate => useI18n().t

/** A text whose places may be filled with elements: `<T k="cart.terms" values={{ link: <a …/> }} />`. */
export function T({ k, values = {} }: { k: MessageKey; values?: Values<ReactNode> }) {
  const { messages, locale } = useI18n()
  return fillMessage<ReactNode>(textOf(messages, k), values, locale).map((piece, index) => (
    // The pieces of one message never change their order.
    // eslint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{piece}</Fragment>
  ))
}

/** Formats bound to the reader's language and the organisation's time zone. */
export function useFormat() {
  const { locale, timeZone } = useI18n()
  return useMemo(
    () => ({
      number: (value: number | string, options?: Intl.NumberFormatOptions) =>
        formatNumber(locale, value, options),
      percent: (percent: number | string) => formatPercent(locale, percent),
      money: (value: MoneyValue, options?: Intl.NumberFormatOptions) => formatMoney(locale, value, options),
      date: (value: string | number | Date, style?: DateStyle, zone = timeZone) =>
        formatDate(locale, value, style, zone),
      list: (items: readonly string[]) => formatList(locale, items),
    }),
    [locale, timeZone],
  )
}
