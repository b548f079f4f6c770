/**
 * Gives the pages their texts so that a browser loads one language and one area only. `virtual:messages` loads and
 * looks up; behind it `virtual:messages/<language>/<area>` are chunks of their own. The server holds all of them.
 */
import * as path from 'node:path'
import type { Plugin } from 'vite'
import { readTexts } from './catalogue.ts'
import { type Area, areas, areaSections, isLocale, type Locale, locales } from './locales.ts'
import { compileMessage } from './parse.ts'

const prefix = 'virtual:messages'

export function viteMessages(source: string): Plugin {
  return {
    name: 'stoa-messages',
    resolveId: (id) => (id === prefix || id.startsWith(`${prefix}/`) ? `\0${id}` : null),
    load(id, options) {
      if (!id.startsWith(`\0${prefix}`)) return null
      const [locale, area] = id.slice(prefix.length + 2).split('/')
      if (!locale) return options?.ssr ? serverModule() : browserModule()
      if (!isLocale(locale) || !areas.includes(area as Area))
        throw new Error(`There are no messages at ${id}`)
      return textModule(source, locale, area as Area)
    },
    handleHotUpdate({ file, server }) {
      if (!/[/\\]messages[/\\]\w+\.json$/.test(path.normalize(file))) return
      for (const module of server.moduleGraph.idToModuleMap.values())
        if (module.id?.startsWith(`\0${prefix}`)) server.moduleGraph.invalidateModule(module)
      server.ws.send({ type: 'full-reload' })
    },
  }
}

/** The console's texts stand on the shop's, which are then not sent twice. */
function textModule(source: string, locale: Locale, area: Area): string {
  if (area === 'shop') return `export default ${compiled(source, locale, areaSections.shop)}`
  const own = areaSections.console.filter((section) => !areaSections.shop.includes(section))
  return [
    `import shop from '${prefix}/${locale}/shop'`,
    `export default { ...shop, ...${compiled(source, locale, own)} }`,
  ].join('\n')
}

const compiled = (source: string, locale: Locale, sections: readonly string[]): string =>
  JSON.stringify(readTexts(source, locale, sections), (key, value: unknown) =>
    key && typeof value === 'string' ? compileMessage(value) : value,
  )

const names = locales.flatMap((locale) => areas.map((area) => `${locale}/${area}`))

const serverModule = () =>
  [
    ...names.map((name, index) => `import m${index} from '${prefix}/${name}'`),
    `const all = { ${names.map((name, index) => `'${name}': m${index}`).join(', ')} }`,
    'export const findMessages = (locale, area) => all[`${locale}/${area}`]',
    'export const loadMessages = async (locale, area) => findMessages(locale, area)',
  ].join('\n')

const browserModule = () =>
  [
    `const loaders = { ${names.map((name) => `'${name}': () => import('${prefix}/${name}')`).join(', ')} }`,
    'const loaded = {}, pending = {}',
    'export const findMessages = (locale, area) => loaded[`${locale}/${area}`]',
    'export const loadMessages = (locale, area) => {',
    '  const name = `${locale}/${area}`',
    '  return (pending[name] ??= loaders[name]().then((module) => (loaded[name] = module.default)))',
    '}',
  ].join('\n')
