/** A seller's page: for whom they sell, and at which commission. */
import { Link } from 'react-router'
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { Photo } from '../../../../frames/shop/photo.tsx'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { inLocale } from '../../../../platform/values/shapes.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { listMyAgreements } from '../../agreements.ts'
import type { Route } from './+types/selling.ts'
import '../shop/producers.css'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => ({
    agreements: (await listMyAgreements(ctx)).map(({ id, code, commissionPercent, createdAt, producer }) => ({
      id,
      code,
      percent: commissionPercent.replace(/\.?0+$/, ''),
      since: createdAt.toISOString(),
      slug: producer.slug,
      name: inLocale(producer.name, ctx.locale, ctx.organization.defaultLocale),
      logo: producer.logoFileId,
    })),
  }))
}

export default function Selling({ loaderData: { agreements } }: Route.ComponentProps) {
  const t = useT()
  const { percent } = useFormat()
  return (
    <div className="wrap stack">
      <PageMeta title={t('producers.selling')} description="" path={null} />
      <h1 className="page-title">{t('producers.selling')}</h1>
      <p className="text-ink-soft">{t('producers.sellingText')}</p>
      {agreements.length === 0 ? (
        <EmptyState title={t('producers.noAgreements')} text={t('producers.noAgreementsText')} />
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {agreements.map(({ id, slug, name, logo, percent: rate, since, code }) => (
              <li key={id} className="flex items-center gap-4 px-5 py-3">
                <Photo file={logo} alt="" sizes="3rem" className="selling-logo" />
                <span className="min-w-0 flex-1">
                  <Link to={`/producers/${slug}`} className="link font-semibold">
                    {name}
                  </Link>
                  <span className="block text-sm text-ink-soft">
                    {t('producers.sellingSince')} <DateTime at={since} format="date" /> ·{' '}
                    {t('producers.sellingCode', { code })}
                  </span>
                </span>
                <span className="text-right">
                  <span className="block font-semibold" suppressHydrationWarning>
                    {percent(rate)}
                  </span>
                  <span className="text-sm text-ink-soft">{t('producers.sellingCommission')}</span>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
