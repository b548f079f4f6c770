/** Reads the message files of all rooms: `src/ui/messages`, `src/platform/<name>/messages` and `src/modules/<name>/messages`, one JSON file per language. */
import { globSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { type Locale, sections } from './locales.ts'

/** One file: section → key → text. */
export type MessageFile = Record<string, Record<string, string>>

export type Room = { name: string; folder: string }

/** The rooms that have texts in any language, sorted by name. */
export function findRooms(source: string): Room[] {
  const files = globSync('{ui,platform/*,modules/*}/messages/*.json', { cwd: source })
  return [...new Set(files.map((file) => path.dirname(file)))]
    .map((folder) => ({ name: path.basename(path.dirname(folder)), folder: path.join(source, folder) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Throws an Error that names the file when it is missing, no JSON, or has a section that is not known. */
export function readRoom(room: Room, locale: Locale): MessageFile {
  const file = path.join(room.folder, `${locale}.json`)
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as MessageFile
    const odd = Object.keys(content).find((section) => !sections.some((known) => known === section))
    if (odd) throw new Error(`the section "${odd}" is not one of ${sections.join(', ')}`)
    return content
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
  }
}

/** All texts of these sections in one language as they are written, by `'<room>.<key>'`. */
export function readTexts(
  source: string,
  locale: Locale,
  wanted: readonly string[] = sections,
): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const room of findRooms(source)) {
    const file = readRoom(room, locale)
    for (const section of wanted)
      for (const [key, text] of Object.entries(file[section] ?? {})) texts[`${room.name}.${key}`] = text
  }
  return texts
}
