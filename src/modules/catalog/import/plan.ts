/** What an import does with one product: which of ours it is, what changes cell by cell, and why it is refused. Pure. */
import type { Locale } from '../../../platform/values/shapes.ts'
import type { ProductImage, Variant } from '../find.ts'
import type { ImportEffect } from '../values.ts'
import type { ImageDraft, ProductDraft, VariantDraft } from './draft.ts'
import { changesOf } from './changes.ts'
import { importKeyOf, type Known, type Matches } from './known.ts'
import {
  type Change,
  changesBetween,
  mergeProduct,
  mergeText,
  mergeVariant,
  type ProductValues,
  type VariantValues,
} from './merge.ts'
import { type Params, type Problem, problemOf } from './problems.ts'
import type { ProblemCode } from './problem-texts.ts'
import { findPath, producerNamed, type Surroundings } from './surroundings.ts'

export type VariantPlan = {
  before: Variant | null
  values: VariantValues
  externalId: string | undefined
  imageUrl: string | undefined
  isChanged: boolean
  /** What comes in or goes out; zero leaves the stock alone. */
  stockDelta: number
}

export type ImagePlan = { before: ProductImage | null; url: string; alt: ProductImage['alt'] }

export type Plan = {
  position: number
  row: number
  title: string
  effect: ImportEffect
  changes: Change[]
  problems: Problem[]
  /** Absent when it is refused. */
  work?: Work
}

export type Work = {
  draft: ProductDraft
  importKey: string
  producerId: string
  known: Known | null
  values: ProductValues
  /** The category it has now, or the deepest known one of its path, and the names still to be made below. */
  categoryId: string | null
  newCategories: string[]
  isProductChanged: boolean
  variants: VariantPlan[]
  images: ImagePlan[]
}

export type Rules = {
  /** Whose products all of these are; null when each row says so. */
  producerId: string | null
  mayCreateCategories: boolean
  /** The organisation's default language, and the one problems are told in. */
  language: string
  locale: Locale
  /** The file behind an address of our own, as our own export writes it. */
  ownFileOf: (url: string) => string | null
}

export function planProduct(
  draft: ProductDraft,
  position: number,
  matches: Matches,
  around: Surroundings,
  rules: Rules,
  given: readonly Problem[],
): Plan {
  const row = draft.variants[0]?.row ?? 0
  const problems = [...given]
  const note = (code: ProblemCode, params: Params = {}, at = row) =>
    problems.push(problemOf({ row: at, column: '', value: '' }, code, params, rules.locale))
  const title = typeof draft.name === 'string' ? draft.name : (Object.values(draft.name)[0] ?? draft.slug)
  const refuse = (): Plan => ({ position, row, title, effect: 'refuse', changes: [], problems })

  const producerId = rules.producerId ?? (draft.vendor ? producerNamed(around, draft.vendor) : undefined)
  if (!producerId) {
    if (draft.vendor) note('unknown_producer', { vendor: draft.vendor })
    else note('missing_producer')
    return refuse()
  }
  const known = findOwn(draft, matches, producerId, note)
  if (known === 'refused') return refuse()

  const isTaken = (sku: string) => {
    const holder = matches.bySku.get(sku)
    return holder !== undefined && holder !== known?.product.id
  }
  const work = workOf(draft, producerId, known, around, { ...rules, isTaken }, note)
  const changes = changesOf(work, row)
  const effect = known === null ? 'create' : changes.length > 0 ? 'change' : 'same'
  return { position, row, title, effect, changes, problems, work }
}

type Note = (code: ProblemCode, params?: Params, row?: number) => void

/** By the key of an earlier import, then by SKU; only ever the same producer's. */
function findOwn(
  draft: ProductDraft,
  matches: Matches,
  producerId: string,
  note: Note,
): Known | null | 'refused' {
  const own = (id: string | undefined) => {
    const found = id === undefined ? undefined : matches.known.get(id)
    return found?.product.producerId === producerId ? found : undefined
  }
  const bySlug = draft.format === 'stoa' ? matches.bySlug.get(draft.slug) : undefined
  if (bySlug && !own(bySlug)) {
    note('slug_taken', { slug: draft.slug })
    return 'refused'
  }
  const byKey = (matches.byKey.get(importKeyOf(draft)) ?? []).map(own).find((found) => found !== undefined)
  const holders = new Map(
    draft.variants.flatMap((variant) => {
      const holder = matches.bySku.get(variant.sku)
      return holder === undefined ? [] : [[variant, holder] as const]
    }),
  )
  // A made-up SKU says nothing about whose product it is.
  const real = [...holders].filter(([variant]) => !variant.isSkuDerived)
  const foreign = real.find(([, id]) => !own(id))
  if (foreign) {
    note('sku_taken', { sku: foreign[0].sku }, foreign[0].row)
    return 'refused'
  }
  const found = own(bySlug) ?? byKey ?? own(real[0]?.[1])
  const other = real.find(([, id]) => id !== found?.product.id)
  if (other) {
    note(found ? 'sku_taken' : 'skus_of_two', { sku: other[0].sku }, other[0].row)
    return 'refused'
  }
  return found ?? null
}

function workOf(
  draft: ProductDraft,
  producerId: string,
  known: Known | null,
  around: Surroundings,
  rules: Rules & { isTaken: (sku: string) => boolean },
  note: Note,
): Work {
  const values = mergeProduct(draft, known?.product ?? null, rules.language)
  const { categoryId, newCategories } = categoryOf(draft, known, around, rules, note)
  const isProductChanged =
    known === null ||
    categoryId !== known.product.categoryId ||
    newCategories.length > 0 ||
    changesBetween(0, known.product, values).length > 0
  return {
    draft,
    importKey: importKeyOf(draft),
    producerId,
    known,
    values,
    categoryId,
    newCategories,
    isProductChanged,
    variants: pairVariants(draft, known).map(([variant, before]) =>
      planVariant(variant, before, known, draft, rules, producerId),
    ),
    images: planImages(draft.images ?? [], known, rules),
  }
}

function categoryOf(
  draft: ProductDraft,
  known: Known | null,
  around: Surroundings,
  rules: Rules,
  note: Note,
) {
  const stored = known?.product.categoryId ?? null
  if (draft.categoryPath === undefined) return { categoryId: stored, newCategories: [] }
  const { ids, missing } = findPath(around.categories, draft.categoryPath)
  const categoryId = ids.at(-1) ?? null
  if (missing.length === 0) return { categoryId, newCategories: [] }
  const category = draft.categoryPath.join(' > ')
  if (rules.mayCreateCategories) {
    note('category_created', { category })
    return { categoryId, newCategories: missing }
  }
  note('unknown_category', { category })
  return { categoryId: categoryId ?? stored, newCategories: [] }
}

/** By the key of the old shop, then SKU, then options, then because there is only one. */
function pairVariants(draft: ProductDraft, known: Known | null): [VariantDraft, Variant | null][] {
  const free = new Set(known?.variants)
  const take = (test: (variant: Variant) => boolean): Variant | null => {
    const found = [...free].find(test) ?? null
    if (found) free.delete(found)
    return found
  }
  const paired = new Map<VariantDraft, Variant | null>()
  const tries: ((variant: VariantDraft) => (stored: Variant) => boolean)[] = [
    (variant) => (stored) =>
      variant.externalId !== undefined && stored.externalIds[draft.format] === variant.externalId,
    (variant) => (stored) => stored.sku === variant.sku,
    (variant) => (stored) =>
      Object.keys(variant.options).length > 0 &&
      changesBetween(0, stored, { options: variant.options }).length === 0,
    () => () => draft.variants.length === 1 && known?.variants.length === 1,
  ]
  for (const attempt of tries) {
    for (const variant of draft.variants)
      if (!paired.get(variant)) paired.set(variant, take(attempt(variant)))
  }
  return draft.variants.map((variant) => [variant, paired.get(variant) ?? null])
}

function planVariant(
  variant: VariantDraft,
  before: Variant | null,
  known: Known | null,
  draft: ProductDraft,
  rules: Rules & { isTaken: (sku: string) => boolean },
  producerId: string,
): VariantPlan {
  // Another producer's goods may have led to the same made-up SKU.
  const sku =
    variant.isSkuDerived && rules.isTaken(variant.sku)
      ? `${variant.sku.slice(0, 90)}-${producerId.slice(-6)}`
      : variant.sku
  const values = mergeVariant({ ...variant, sku }, before, rules.language)
  const imageUrl = variant.imageUrl ?? undefined
  const isRenamed =
    variant.externalId !== undefined && before?.externalIds[draft.format] !== variant.externalId
  const isRepictured = imageUrl !== undefined && !hasPicture(before, imageUrl, known, rules)
  return {
    before,
    values,
    externalId: variant.externalId,
    imageUrl: isRepictured ? imageUrl : undefined,
    isChanged: before === null || isRenamed || isRepictured || changesBetween(0, before, values).length > 0,
    stockDelta:
      variant.stock === undefined || variant.stock === null ? 0 : variant.stock - (before?.stock ?? 0),
  }
}

function hasPicture(before: Variant | null, url: string, known: Known | null, rules: Rules): boolean {
  if (!before) return false
  if (before.externalIds['image'] === url) return true
  if (before.imageFileId === null) return false
  return (
    rules.ownFileOf(url) === before.imageFileId ||
    (known?.images.some((image) => image.fileId === before.imageFileId && image.sourceUrl === url) ?? false)
  )
}

function planImages(drafts: readonly ImageDraft[], known: Known | null, rules: Rules): ImagePlan[] {
  return drafts.map(({ url, alt }) => {
    const fileId = rules.ownFileOf(url)
    const before =
      known?.images.find(
        (image) => image.sourceUrl === url || (fileId !== null && image.fileId === fileId),
      ) ?? null
    return { before, url, alt: mergeText(alt, before?.alt ?? {}, rules.language) }
  })
}
