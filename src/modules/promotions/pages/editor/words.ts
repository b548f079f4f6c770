/** What a promotion does, in sentences: the same for one that is stored and for one that is being written. */
import type { useFormat, Translate } from '../../../../ui/i18n.tsx'
import type { PromotionKind } from '../../schema.ts'

export type Names = {
  products: readonly string[]
  categories: readonly string[]
  producers: readonly string[]
}

export type Draft = {
  kind: PromotionKind
  code: string | null
  /** A percentage or an amount, as a decimal. */
  value: string | null
  buyQuantity: number | null
  getQuantity: number | null
  minimumTotal: string | null
  usageLimit: number | null
  usageLimitPerCustomer: number | null
  isStackable: boolean
  /** Local times, as the fields hold them. */
  startsAt: string | null
  endsAt: string | null
}

type Format = ReturnType<typeof useFormat>

export function effectOf(t: Translate, format: Format, draft: Draft, currency: string): string {
  const { kind, value, buyQuantity, getQuantity } = draft
  const number = Number(value)
  if (kind === 'freeShipping') return t('promotions.w_freeShipping')
  if (kind === 'buyXGetY')
    return buyQuantity && getQuantity
      ? t('promotions.w_buyXGetY', { buy: buyQuantity, get: getQuantity })
      : t('promotions.w_nothing')
  if (!value || !(number > 0)) return t('promotions.w_nothing')
  return kind === 'percent'
    ? t('promotions.w_percent', { value: format.percent(value) })
    : t('promotions.w_fixed', { amount: format.money({ amount: number.toFixed(2), currency }) })
}

/** Everything but the effect: on what, from when, for whom. */
export function conditionsOf(
  t: Translate,
  format: Format,
  draft: Draft,
  names: Names,
  currency: string,
): string[] {
  const named = (['products', 'categories', 'producers'] as const)
    .filter((kind) => names[kind].length > 0)
    .map((kind) => t(`promotions.w_${kind}`, { names: format.list(names[kind]) }))
  const minimum = Number(draft.minimumTotal)
  // As it was typed: the same on the server and in a browser that stands in another time zone.
  const local = (at: string) => format.date(`${at}Z`, 'dateTime', 'UTC')
  return [
    ...(named.length > 0 || draft.kind === 'freeShipping' ? named : [t('promotions.w_everything')]),
    minimum > 0 &&
      t('promotions.w_minimum', { amount: format.money({ amount: minimum.toFixed(2), currency }) }),
    draft.code ? t('promotions.w_code', { code: draft.code.toUpperCase() }) : t('promotions.w_byItself'),
    draft.usageLimitPerCustomer && t('promotions.w_perCustomer', { count: draft.usageLimitPerCustomer }),
    draft.usageLimit && t('promotions.w_inAll', { count: draft.usageLimit }),
    draft.startsAt && t('promotions.w_from', { at: local(draft.startsAt) }),
    draft.endsAt && t('promotions.w_until', { at: local(draft.endsAt) }),
    !draft.isStackable && t('promotions.w_alone'),
  ].filter((sentence): sentence is string => Boolean(sentence))
}
