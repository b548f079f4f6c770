/** What the product's form needs beside the product. */
import { read } from '../../../../../platform/tenancy/change.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { inLocale, type Locale, type Translated } from '../../../../../platform/values/shapes.ts'
import type { Option } from '../../../../../ui/forms/select.tsx'
import { allProducerNames } from '../../../../producers/names.ts'
import { listCategories } from '../../../categories.ts'
import { mayWriteAny } from '../../../policy.ts'

export type Choices = { categories: Option[]; producers: Option[]; currency: string; mainLocale: Locale }

/** Producers only for those who may name one. */
export async function choicesOf(ctx: Context): Promise<Choices> {
  const [categories, producers] = await Promise.all([
    listCategories(ctx),
    mayWriteAny(ctx.actor) ? read(ctx, allProducerNames) : [],
  ])
  const text = (value: Translated) => inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const names = new Map(categories.map(({ id, name }) => [id, text(name)]))
  return {
    categories: categories
      .map(({ id, path }) => ({ value: id, label: path.map((part) => names.get(part) ?? '').join(' › ') }))
      .toSorted((a, b) => a.label.localeCompare(b.label, ctx.locale)),
    producers: producers.map(({ id, name }) => ({ value: id, label: text(name) })),
    currency: ctx.organization.currency,
    mainLocale: ctx.organization.defaultLocale as Locale,
  }
}
