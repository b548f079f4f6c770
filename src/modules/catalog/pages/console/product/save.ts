/** Turns the product's form into what the verbs take. A line's fields are named by its id, or `new…` when it has none. */
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'
import type { FormProblem } from '../../../../../platform/pages/outcome.ts'
import type { VatClass, ProductStatus } from '../../../values.ts'

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

export function inputOf(fields: FormFields) {
  return {
    // A product without a name is refused by the verb, which names the field.
    name: fields.translated('name') ?? '',
    description: fields.translated('description') ?? '',
    categoryId: fields.nullable('categoryId'),
    vatClass: fields.text('vatClass') as VatClass,
    status: fields.text('status') as ProductStatus,
    variants: linesOf(fields).map((line) => variantOf(fields, line)),
  }
}

function variantOf(fields: FormFields, line: string) {
  const at = (name: string) => `variants.${line}.${name}`
  const name = fields.text(at('name'))
  const stock = fields.text(at('stock'))
  // What was not touched is not counted anew: it may have been sold meanwhile.
  const isCounted = stock !== '' && stock !== fields.text(at('stockBefore'))
  return {
    ...(isNew(line) ? {} : { id: line }),
    sku: fields.text(at('sku')),
    // Written in the house's language; the others stay as long as it is not touched.
    ...(name === fields.text(at('nameBefore')) ? {} : { name }),
    price: fields.decimal(at('price')),
    compareAt: fields.decimal(at('compareAt')) || null,
    ...(isCounted ? { stock: fields.whole(at('stock')) } : {}),
    weightGrams: fields.text(at('weightGrams')) === '' ? 0 : fields.whole(at('weightGrams')),
  }
}

/** The verb counts the lines; the form names them. */
export function namingLines(problem: FormProblem, fields: FormFields): FormProblem {
  const lines = linesOf(fields)
  return {
    ...problem,
    errors: problem.errors.map((error) => ({
      ...error,
      pointer: error.pointer
        .replace(/^\/variants\/(\d+)/, (all, at: string) =>
          lines[Number(at)] ? `/variants/${lines[Number(at)]}` : all,
        )
        .replace(/^\/name$/, '/name/el'),
    })),
  }
}
