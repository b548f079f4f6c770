/** What the variants of one product have in common with each other: options, names, SKUs, and no two alike. */
import type { Row } from './csv.ts'
import { draftLimits, type OptionDraft } from './draft.ts'
import type { ProblemCode } from './problem-texts.ts'
import type { Params } from './problems.ts'
import { mark, slugOf } from '../../../platform/text/slug.ts'

/** One row's values, in the order of the option names. */
export type Choice = { row: Row; values: string[] }

type Note = (row: Row, code: ProblemCode, params?: Params) => void

/** The options with their values in order of appearance. Rows with a gap or a twin are noted. */
export function optionsOf(names: string[], choices: Choice[], note: Note): OptionDraft[] {
  const seen = new Map<string, number>()
  for (const { row, values } of choices) {
    for (const [at, name] of names.entries())
      if (values[at] === '') note(row, 'missing_option', { option: name })
    const key = JSON.stringify(values.map((value) => value.toLowerCase()))
    const twin = seen.get(key)
    if (twin === undefined) seen.set(key, row.number)
    else note(row, 'duplicate_variant', { row: twin })
  }
  const first = choices[0]
  if (first && choices.length > draftLimits.variants) {
    note(first.row, 'too_many_variants', { limit: draftLimits.variants, count: choices.length })
  }
  return names.map((name, at) => ({
    name,
    values: [...new Set(choices.map(({ values }) => values[at] ?? ''))],
  }))
}

export const variantName = (values: string[]): string => values.join(' / ')

export const chosen = (names: string[], values: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))

/**
 * SKUs for variants that have none: the product's key and the option values in Latin letters. Values that would look
 * the same get a mark made of their exact text, so that the next import of the same shop finds the same SKUs.
 */
export function derivedSkus(key: string, choices: string[][]): string[] {
  const stem = slugOf(key) || mark(key)
  const plain = choices.map((values) => [stem, ...values.map(slugOf)].filter(Boolean).join('-'))
  return plain.map((sku, at) => {
    const values = choices[at] ?? []
    const isClear =
      plain.indexOf(sku) === plain.lastIndexOf(sku) && values.every((value) => slugOf(value) !== '')
    const whole = isClear ? sku : `${sku}-${mark(JSON.stringify(values))}`
    return whole.length > draftLimits.sku ? `${whole.slice(0, draftLimits.sku - 7)}-${mark(whole)}` : whole
  })
}
