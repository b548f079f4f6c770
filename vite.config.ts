import * as path from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { viteMessages } from './src/platform/i18n/vite-messages.ts'

export default defineConfig({
  plugins: [viteMessages(path.resolve(import.meta.dirname, 'src')), tailwindcss(), reactRouter()],
})
