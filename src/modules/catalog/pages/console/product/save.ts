/** Turns the product's form into what the verbs take. A line's fields are named by its id, or `new…` when it has none. */
import { invalidField } from '../../../../../platform/http/app-error.ts'
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'
import type { FormProblem } from '../../../../../platform/pages/outcome.ts'
import type { Translated } from '../../../../../platform/values/shapes.ts'
import type { ProductStatus, Unit, VatClass } from '../../../values.ts'
import { attributesIn } from './facts.ts'

type Attributes = Record<string, Translated | string | number | boolean>

/** The lines in the form's order; new ones that were left empty are none. */
export const linesOf = (fields: FormFields): string[] => [
  ...new Set(
    fields
      .endings('variants.')
      .map((ending) => ending.split('.')[0]!)
      .filter((line) => !isNew(line) || fields.text(`variants.${line}.sku`) !== '' || hasPrice(fields, line)),
  ),
]

export const isNew = (line: string): boolean => line.startsWith('new')
const hasPrice = (fields: FormFields, line: string) => fields.text(`variants.${line}.price`) !== ''

/** `before` are the facts that are stored, of which the form may not show all. */
export function inputOf(fields: FormFields, before: Attributes = {}) {
  const slug = fields.optional('slug')
  return {
    // A product without a name is refused by the verb, which names the field.
    name: fields.translated('name') ?? '',
    description: fields.translated('description') ?? '',
    categoryId: fields.nullable('categoryId'),
    vatClass: fields.text('vatClass') as VatClass,
    status: fields.text('status') as ProductStatus,
    seoTitle: fields.translated('seoTitle') ?? '',
    seoDescription: fields.translated('seoDescription') ?? '',
    ...(slug && { slug }),
    tags: tagsOf(fields.text('tags')),
    attributes: attributesIn(fields, before),
    variants: linesOf(fields).map((line) => variantOf(fields, line)),
  }
}

/** By comma, each once. */
const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]

function variantOf(fields: FormFields, line: string) {
  const at = (name: string) => `variants.${line}.${name}`
  const stock = fields.text(at('stock'))
  // What was not touched is not counted anew: it may have been sold meanwhile.
  const isCounted = stock !== '' && stock !== fields.text(at('stockBefore'))
  return {
    ...(isNew(line) ? {} : { id: line }),
    sku: fields.text(at('sku')),
    name: fields.translated(at('name')) ?? '',
    options: optionsOf(fields, line),
    barcode: fields.nullable(at('barcode')),
    price: fields.decimal(at('price')),
    compareAt: fields.decimal(at('compareAt')) || null,
    unit: fields.text(at('unit')) as Unit,
    unitQuantity: fields.decimal(at('unitQuantity')) || null,
    ...(isCounted ? { stock: fields.whole(at('stock')) } : {}),
    ...(fields.text(at('lowStockAt')) === '' ? {} : { lowStockAt: fields.whole(at('lowStockAt')) }),
    weightGrams: fields.text(at('weightGrams')) === '' ? 0 : fields.whole(at('weightGrams')),
  }
}

function optionsOf(fields: FormFields, line: string): Record<string, string> {
  const numbers = fields.endings(`variants.${line}.options.`)
  return Object.fromEntries(
    numbers.flatMap((n) => {
      const value = fields.text(`variants.${line}.options.${n}`)
      if (value === '') return []
      const name = fields.text(`options.${n}`)
      if (name === '') throw invalidField(`/options/${n}`, 'This option needs a name.')
      return [[name, value]]
    }),
  )
}

/** The verb counts the lines; the form names them. */
export function namingLines(problem: FormProblem, fields: FormFields, mainLocale = 'el'): FormProblem {
  const lines = linesOf(fields)
  const taken = problem.code === 'duplicate_slug' ? [{ pointer: '/slug', message: problem.title }] : []
  return {
    ...problem,
    errors: [...problem.errors, ...taken].map((error) => ({
      ...error,
      pointer: error.pointer
        .replace(/^\/variants\/(\d+)/, (all, at: string) =>
          lines[Number(at)] ? `/variants/${lines[Number(at)]}` : all,
        )
        .replace(/^\/(name|description|seoTitle|seoDescription|variants\/[^/]+\/name)$/, `/$1/${mainLocale}`),
    })),
  }
}
