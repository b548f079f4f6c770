/**
 * Gives the pages their texts so that a browser loads little: one language; for the console all of its texts in one
 * chunk; for the shop one chunk for each room whose texts the loaded code names. The server holds everything.
 */
import * as path from 'node:path'
import type { Plugin } from 'vite'
import { findRooms, readTexts } from './catalogue.ts'
import { type Area, areas, areaSections, isLocale, type Locale, locales } from './locales.ts'
import { compileMessage } from './parse.ts'

/** `virtual:messages`, `…/need/<room>`, `…/<language>/<area>` and `…/<language>/<area>/<room>`. */
const prefix = 'virtual:messages'

export function viteMessages(source: string): Plugin {
  let rooms = new Set(findRooms(source).map((room) => room.name))
  return {
    name: 'stoa-messages',
    resolveId: (id) => (id === prefix || id.startsWith(`${prefix}/`) ? `\0${id}` : null),

    load(id, options) {
      if (!id.startsWith(`\0${prefix}`)) return null
      const [first, second, room] = id.slice(prefix.length + 2).split('/')
      if (!first) return options?.ssr ? serverModule() : browserModule()
      if (first === 'need') return { code: needModule(second!), moduleSideEffects: true }
      if (!isLocale(first) || !areas.includes(second as Area))
        throw new Error(`There are no messages at ${id}`)
      return `export default ${textsOf(source, first, second as Area, room)}`
    },

    /** A module that names texts, `t('cart.empty')`, brings its rooms along into the browser. */
    transform(code, id, options) {
      const [file = ''] = id.split('?')
      if (options?.ssr || !file.startsWith(source) || !/\.tsx?$/.test(file)) return null
      // An example in a comment needs no texts.
      const bare = code.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
      const named = new Set([...bare.matchAll(/['"`](\w[\w-]*)\.[\w$]/g)].map((match) => match[1]!))
      const needed = [...named].filter((name) => rooms.has(name))
      if (needed.length === 0) return null
      // At the end, so that the lines above keep their numbers.
      return {
        code: `${code}\n${needed.map((room) => `import '${prefix}/need/${room}'`).join('\n')}`,
        map: null,
      }
    },

    handleHotUpdate({ file, server }) {
      if (!/[/\\]messages[/\\]\w+\.json$/.test(path.normalize(file))) return
      rooms = new Set(findRooms(source).map((room) => room.name))
      for (const module of server.moduleGraph.idToModuleMap.values())
        if (module.id?.startsWith(`\0${prefix}`)) server.moduleGraph.invalidateModule(module)
      server.ws.send({ type: 'full-reload' })
    },
  }
}

/** The texts of one room or of all, read for filling. */
function textsOf(source: string, locale: Locale, area: Area, room?: string): string {
  const texts = Object.entries(readTexts(source, locale, areaSections[area]))
  const wanted = room ? texts.filter(([key]) => key.startsWith(`${room}.`)) : texts
  return JSON.stringify(Object.fromEntries(wanted.map(([key, text]) => [key, compileMessage(text)])))
}

const wholes = locales.flatMap((locale) => areas.map((area) => `${locale}/${area}`))

const serverModule = () => `
${wholes.map((name, index) => `import m${index} from '${prefix}/${name}'`).join('\n')}
const all = { ${wholes.map((name, index) => `'${name}': m${index}`).join(', ')} }
export const findMessages = (locale, area) => all[locale + '/' + area]
export const loadMessages = async (locale, area) => findMessages(locale, area)`

const needModule = (room: string) => `
import { need } from '${prefix}'
need('${room}', { ${locales.map((locale) => `${locale}: () => import('${prefix}/${locale}/shop/${room}')`).join(', ')} })`

/**
 * The modules of a page say which rooms they need before the page is drawn. What was loaded is kept; the promise and
 * the texts are the same objects as long as nothing is added, as React wants it.
 */
const browserModule = () => `
const consoles = { ${locales.map((locale) => `${locale}: () => import('${prefix}/${locale}/console')`).join(', ')} }
const rooms = new Map(), whole = {}, known = {}, pending = {}

export const need = (room, loaders) => rooms.set(room, loaders)

export const findMessages = (locale, area) => {
  if (whole[locale]) return whole[locale]
  const texts = known[locale]
  return area === 'shop' && texts && texts.rooms === rooms.size ? texts.all : undefined
}

export const loadMessages = (locale, area) =>
  (pending[locale + area + rooms.size] ??= area === 'console' ? loadConsole(locale) : loadShop(locale))

const loadConsole = async (locale) => (whole[locale] = (await consoles[locale]()).default)

const loadShop = async (locale) => {
  const wanted = [...rooms.values()]
  const parts = await Promise.all(wanted.map((loaders) => loaders[locale]()))
  known[locale] = { rooms: wanted.length, all: Object.assign({}, ...parts.map((part) => part.default)) }
  return known[locale].all
}`
