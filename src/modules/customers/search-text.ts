/** What staff find a customer by, folded: accents and case do not matter, a telephone number is its digits. */
import type { customers } from './schema.ts'

type Findable = Pick<typeof customers.$inferSelect, 'name' | 'email' | 'phone' | 'vatNumber'>

export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFC')

export const searchTextOf = ({ name, email, phone, vatNumber }: Findable): string =>
  foldText([name, email, phone?.replace(/\D/g, ''), vatNumber].filter(Boolean).join(' '))

/** Each word as a pattern that must be somewhere in it. */
export const patternsOf = (q: string): string[] =>
  foldText(q)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => (/^[+\d][\d()./-]+$/.test(word) ? word.replace(/\D/g, '') : word))
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
