/** Of the thirty languages that the library of accessible parts speaks, a browser is sent the ones we speak. */
import type { Plugin } from 'vite'
import { locales } from './locales.ts'

const spoken = new RegExp(`/(?:${locales.join('|')})-|"(?:${locales.join('|')})-`)

export function vitePartsLanguages(): Plugin {
  return {
    name: 'stoa-parts-languages',
    transform: {
      filter: { id: /[\\/]react-(aria|stately)[\w-]*[\\/].*intlStrings\.mjs$/ },
      // One line imports a language, another lists it.
      handler: (code) => ({
        code: code.replaceAll(/^(?:import .*|\s+"\w\w-\w\w":.*)$/gm, (line) =>
          spoken.test(line) ? line : '',
        ),
        map: null,
      }),
    },
  }
}
