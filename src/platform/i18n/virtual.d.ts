/** What `vite-messages.ts` provides to the pages. */
declare module 'virtual:messages' {
  import type { Messages } from './keys.ts'
  import type { Area, Locale } from './locales.ts'

  /**
   * The texts when they are here already: always on the server; in the browser once everything that the loaded code
   * needs was loaded. The server has those of all rooms.
   */
  export const findMessages: (locale: Locale, area: Area) => Messages | undefined
  /** Loads what is missing; the same promise until more is needed. */
  export const loadMessages: (locale: Locale, area: Area) => Promise<Messages>
}
