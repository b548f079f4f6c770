/** Everybody who sells here, for the house. */
import Sprout from 'lucide-react/icons/sprout'
import { redirect } from 'react-router'
import type { Route } from './+types/producers.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { listProducers } from '../../list.ts'
import { presentProducer } from '../../present.ts'
import { pauseProducer, resumeProducer } from '../../producers.ts'
import { ListProducers } from '../../shapes.ts'
import { producerStatuses, producerTones } from './tones.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'producers.manage')
    const { data, page } = await listProducers(ctx, listQuery(ListProducers, url, { scope: 'managed' }))
    return {
      producers: data.map((row) => {
        const producer = presentProducer(ctx, row)
        return {
          id: producer.id,
          slug: producer.slug,
          name: String(producer.name),
          region: String(producer.region),
          status: producer.status,
          productCount: producer.productCount,
          email: producer.private?.email ?? null,
          commission: producer.private?.commissionPercent ?? null,
        }
      }),
      page,
    }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const ids = form.getAll('id').map(String).filter(Boolean)
  const work = form.get('intent') === 'pause' ? pauseProducer : resumeProducer
  return orErrorPage(async () => {
    requirePermission(ctx, 'producers.manage')
    for (const producerId of ids) await work(ctx, { producerId })
    flash(context, { key: 'producers.bulkDone', values: { count: ids.length } })
    return redirect(`/console/producers${url.search}`)
  })
}

type Row = Route.ComponentProps['loaderData']['producers'][number]

export default function Producers({ loaderData: { producers, page } }: Route.ComponentProps) {
  const t = useT()
  const format = useFormat()
  const columns: Column<Row>[] = [
    { key: 'name', label: t('producers.name'), render: (row) => row.name },
    { key: 'region', label: t('producers.region'), render: (row) => row.region || '–' },
    { key: 'email', label: 'E-mail', render: (row) => row.email ?? '–' },
    {
      key: 'status',
      label: t('producers.status'),
      card: 'aside',
      render: (row) => (
        <StatusBadge status={row.status} tones={producerTones} label={t(`producers.status_${row.status}`)} />
      ),
    },
    {
      key: 'commission',
      label: t('producers.commissionPercent'),
      align: 'end',
      render: (row) =>
        row.commission === null ? (
          <span className="text-ink-soft">{t('producers.commissionUsual')}</span>
        ) : (
          format.percent(row.commission)
        ),
    },
    {
      key: 'goods',
      label: t('producers.goods'),
      align: 'end',
      render: (row) => format.number(row.productCount),
    },
  ]
  return (
    <div className="stack">
      <title>{t('producers.managed')}</title>
      <PageHeader
        title={t('producers.managed')}
        text={t('producers.managedText')}
        actions={
          <LinkButton to="/console/producers/new" tone="primary">
            {t('producers.newProducer')}
          </LinkButton>
        }
      />
      <List
        name="producers"
        caption={t('producers.managed')}
        rows={producers}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/console/producers/${row.id}`}
        columns={columns}
        search={t('producers.search')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('producers.status'),
            options: producerStatuses.map((value) => ({ value, label: t(`producers.status_${value}`) })),
          },
        ]}
        bulk={[
          {
            name: 'pause',
            label: t('producers.pause'),
            confirm: {
              title: t('producers.pauseTitle'),
              text: (count) => t('producers.pauseText', { count }),
            },
          },
          { name: 'resume', label: t('producers.resume') },
        ]}
        page={page}
        empty={
          <EmptyState
            icon={<Sprout aria-hidden />}
            title={t('producers.empty')}
            text={t('producers.applicationsEmptyText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
