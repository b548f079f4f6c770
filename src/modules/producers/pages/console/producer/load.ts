/** One producer as its editors see it, with everything in both languages. */
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { editableHtml } from '../../../../../platform/text/editable.ts'
import { inLocale, type Locale, type Translated } from '../../../../../platform/values/shapes.ts'
import { countryOptions } from '../../../../customers/pages/countries.ts'
import { getProducer } from '../../../list.ts'
import { mayManageProducers } from '../../../policy.ts'
import { presentProducer } from '../../../present.ts'

export type LoadedProducer = Awaited<ReturnType<typeof loadProducer>>

const defaultCommission = '10'

export async function loadProducer(ctx: Context, idOrSlug: string) {
  const row = await getProducer(ctx, idOrSlug)
  const { private: secrets, productCount, rating } = presentProducer(ctx, row, true)
  const { defaultLocale, settings, currency } = ctx.organization
  const text = (value: Translated) => inLocale(value, ctx.locale, defaultLocale)
  return {
    producer: {
      id: row.id,
      slug: row.slug,
      status: row.status,
      version: row.version,
      name: row.name,
      region: row.region,
      description: Object.fromEntries(
        Object.entries(row.description).map(([locale, html]) => [locale, editableHtml(html)]),
      ) as Translated,
      foundedYear: row.foundedYear,
      logoFileId: row.logoFileId,
      bannerFileId: row.bannerFileId,
      ...(secrets ?? null),
    },
    /** As buyers read it. */
    shown: {
      name: text(row.name),
      region: text(row.region),
      description: text(row.description),
      foundedYear: row.foundedYear,
      banner: row.bannerFileId,
      logo: row.logoFileId,
      productCount,
      rating,
    },
    isHouse: mayManageProducers(ctx.actor),
    usualCommission: settings.commissionPercent ?? defaultCommission,
    countries: countryOptions(ctx.locale, 'GR'),
    mainLocale: defaultLocale as Locale,
    currency,
  }
}
