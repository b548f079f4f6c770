/** What an import changes, cell by cell, as its preview shows it; of a new product everything that is not empty. */
import { type Change, changesBetween, newProduct, newVariant } from './merge.ts'
import type { VariantPlan, Work } from './plan.ts'

const mostChanges = 60

export function changesOf(work: Work, row: number): Change[] {
  const { known, values, variants, images } = work
  const changes = changesBetween(row, known?.product ?? newProduct, values)
  if (work.categoryId !== (known?.product.categoryId ?? null) || work.newCategories.length > 0)
    changes.push({ row, field: 'category', from: '', to: work.draft.categoryPath?.join(' > ') ?? '' })
  for (const [at, plan] of variants.entries()) changes.push(...ofVariant(plan, work.draft.variants[at]!.row))
  for (const image of images) {
    if (!image.before) changes.push({ row, field: 'image', from: '', to: image.url })
    else changes.push(...changesBetween(row, { alt: image.before.alt }, { alt: image.alt }, 'image '))
  }
  return changes.slice(0, mostChanges)
}

function ofVariant({ before, values, stockDelta, imageUrl }: VariantPlan, row: number): Change[] {
  const prefix = `${values.sku}: `
  const changes = changesBetween(row, before ?? newVariant, values, prefix)
  if (stockDelta !== 0) {
    const stock = before?.stock ?? 0
    changes.push({
      row,
      field: `${prefix}stock`,
      from: before ? String(stock) : '',
      to: String(stock + stockDelta),
    })
  }
  if (imageUrl) changes.push({ row, field: `${prefix}image`, from: '', to: imageUrl })
  return changes
}
