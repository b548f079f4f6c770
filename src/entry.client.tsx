/** Wakes the server's page in the browser, after the texts of its language and area are there. */
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { loadMessages } from 'virtual:messages'
import { defaultLocale, isLocale } from './platform/i18n/locales.ts'

// Where react-aria looks for the nonce of the few rules it adds; the property can be read, the attribute cannot.
const nonced = document.querySelector<HTMLScriptElement>('script[nonce]')
Object.assign(globalThis, { __webpack_nonce__: nonced?.nonce })

const { lang, dataset } = document.documentElement
await loadMessages(isLocale(lang) ? lang : defaultLocale, dataset.area === 'console' ? 'console' : 'shop')

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  )
})
