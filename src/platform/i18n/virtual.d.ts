/** What `vite-messages.ts` provides to the pages. */
declare module 'virtual:messages' {
  import type { Messages } from './keys.ts'
  import type { Area, Locale } from './locales.ts'

  /** The texts when they are here already: always on the server, on the browser's side once loaded. */
  export const findMessages: (locale: Locale, area: Area) => Messages | undefined
  /** Loads them once; the same promise each time. */
  export const loadMessages: (locale: Locale, area: Area) => Promise<Messages>
}
