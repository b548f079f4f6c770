import * as path from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { viteMessages } from './src/platform/i18n/vite-messages.ts'
import { vitePartsLanguages } from './src/platform/i18n/vite-parts.ts'

/**
 * What nearly every page loads is packed together: compressed as one it is 6 kB smaller than in thirty pieces, which
 * a storefront page has to count. Parts that only some pages use stay apart.
 */
const shared = [
  {
    name: 'framework',
    priority: 2,
    test: /node_modules[\\/](react|react-dom|react-router|@react-router|scheduler|cookie)[\\/]/,
  },
  {
    name: 'ui',
    priority: 1,
    minShareCount: 10,
    test: /lucide-react|virtual:messages$|src[\\/](platform[\\/]i18n|ui[\\/](parts|forms|layouts|[\w-]+\.tsx?$))/,
  },
]

/** The server names the stylesheet that was made for the browser; it need not make it again. */
const noStylesOnServer: Plugin = {
  name: 'stoa-no-styles-on-server',
  apply: 'build',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'ssr',
  load: { filter: { id: /\.css$/ }, handler: () => '' },
}

export default defineConfig({
  plugins: [
    viteMessages(path.resolve(import.meta.dirname, 'src')),
    vitePartsLanguages(),
    noStylesOnServer,
    tailwindcss(),
    reactRouter(),
  ],
  build: { reportCompressedSize: false },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: shared } } } } },
    ssr: {
      // The whole server is built along; its packages are packed in afterwards.
      build: { rolldownOptions: { input: 'src/program.ts' } },
    },
  },
})
