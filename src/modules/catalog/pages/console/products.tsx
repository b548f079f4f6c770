/** The products one manages: all of them for the house, a producer's own for its people. */
import Package from 'lucide-react/icons/package'
import { redirect } from 'react-router'
import type { Route } from './+types/products.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { read } from '../../../../platform/tenancy/change.ts'
import { listViews } from '../../../../platform/tenancy/saved-views.ts'
import { inLocale } from '../../../../platform/values/shapes.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { allProducerNames } from '../../../producers/names.ts'
import { bulkChangeProducts } from '../../bulk.ts'
import { restoreProduct } from '../../change-product.ts'
import { mayWriteAny } from '../../policy.ts'
import { presentCard } from '../../present-list.ts'
import { listProducts } from '../../search/list-products.ts'
import { productStatuses } from '../../values.ts'
import { afterBulk, changeOf } from './product/bulk.ts'
import { managedQuery } from './product/query.ts'
import { statusTones } from './product/tones.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'products.write', 'products.writeAny')
    const [{ data, page, total }, views, producers] = await Promise.all([
      listProducts(ctx, managedQuery(url)),
      listViews(ctx, 'products'),
      mayWriteAny(ctx.actor) ? read(ctx, allProducerNames) : [],
    ])
    return {
      products: data.map((card) => {
        const { id, name, producer, status, priceFrom, priceTo, variants, createdAt } = presentCard(ctx, card)
        return {
          id,
          name: String(name),
          producer: String(producer.name),
          status,
          priceFrom,
          isFrom: priceFrom?.amount !== priceTo?.amount,
          skus: variants.map(({ sku }) => sku).join(', '),
          stock: variants.reduce((sum, variant) => sum + variant.stock, 0),
          createdAt,
        }
      }),
      page,
      total: total ?? null,
      producers: producers.map(({ id, name }) => ({
        value: id,
        label: inLocale(name, ctx.locale, ctx.organization.defaultLocale),
      })),
      views: views.map(({ id, name, query, userId }) => ({
        id,
        name,
        query,
        mayDelete: userId === ctx.actor.userId,
      })),
    }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const ids = form.getAll('id').map(String).filter(Boolean)
  const back = `/console/products${url.search}`
  if (intent === 'price')
    return redirect(`/console/products/prices?${new URLSearchParams(ids.map((id) => ['id', id]))}`)
  return orErrorPage(async () => {
    requirePermission(ctx, 'products.write', 'products.writeAny')
    if (intent === 'restore') {
      const gone = String(form.get('ids')).split(',').filter(Boolean)
      for (const productId of gone) await restoreProduct(ctx, { productId })
      flash(context, { key: 'catalog.restored', values: { count: gone.length } })
      return redirect(back)
    }
    const change = changeOf(intent)
    if (!change || ids.length === 0) return redirect(back)
    const result = await bulkChangeProducts(ctx, { productIds: ids, change })
    const { to, message } = afterBulk(result, back, intent === 'delete')
    if (message) flash(context, message)
    return redirect(to)
  })
}

type Row = Route.ComponentProps['loaderData']['products'][number]

export default function Products({ loaderData }: Route.ComponentProps) {
  const { products, page, total, producers, views } = loaderData
  const t = useT()
  const format = useFormat()
  const columns: Column<Row>[] = [
    { key: 'name', label: t('catalog.name'), render: (row) => row.name, sort: true },
    ...(producers.length > 0
      ? [{ key: 'producer', label: t('catalog.producer'), render: (row: Row) => row.producer }]
      : []),
    {
      key: 'status',
      label: t('catalog.status'),
      render: (row) => (
        <StatusBadge status={row.status} tones={statusTones} label={t(`catalog.status_${row.status}`)} />
      ),
    },
    { key: 'sku', label: t('catalog.sku'), render: (row) => row.skus, hidden: true },
    {
      key: 'createdAt',
      label: t('catalog.createdAt'),
      render: (row) => <DateTime at={row.createdAt} format="date" />,
      sort: true,
      hidden: true,
    },
    {
      key: 'stock',
      label: t('catalog.stock'),
      align: 'end',
      render: (row) =>
        row.stock > 0 ? (
          format.number(row.stock)
        ) : (
          <span className="text-bad-ink">{t('catalog.soldOut')}</span>
        ),
    },
    {
      key: 'price',
      label: t('catalog.price'),
      align: 'end',
      card: 'aside',
      sort: true,
      render: (row) =>
        row.priceFrom ? (
          <span className="whitespace-nowrap">
            {row.isFrom && t('catalog.from')}
            <Money value={row.priceFrom} />
          </span>
        ) : (
          '–'
        ),
    },
  ]
  const create = (
    <LinkButton to="/console/products/new" tone="primary">
      {t('catalog.newProduct')}
    </LinkButton>
  )
  return (
    <div className="stack">
      <title>{t('catalog.managed')}</title>
      <PageHeader title={t('catalog.managed')} text={t('catalog.managedText')} actions={create} />
      <List
        name="products"
        caption={t('catalog.managed')}
        rows={products}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/console/products/${row.id}`}
        columns={columns}
        search={t('catalog.searchManaged')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('catalog.status'),
            options: productStatuses.map((value) => ({ value, label: t(`catalog.status_${value}`) })),
          },
          ...(producers.length > 0
            ? [
                {
                  kind: 'select',
                  name: 'producer',
                  label: t('catalog.producer'),
                  options: producers,
                } as const,
              ]
            : []),
          { kind: 'flag', name: 'lowStock', label: t('catalog.lowStock') },
        ]}
        page={page}
        total={total}
        bulk={[
          { name: 'published', label: t('catalog.publish') },
          { name: 'draft', label: t('catalog.unpublish') },
          { name: 'archived', label: t('catalog.archive') },
          { name: 'price', label: t('catalog.changePrices') },
          {
            name: 'delete',
            label: t('catalog.delete'),
            tone: 'danger',
            confirm: {
              title: t('catalog.deleteManyTitle'),
              text: (count) => t('catalog.deleteManyText', { count }),
            },
          },
        ]}
        exports={[{ path: '/api/v1/products.csv', label: 'CSV' }]}
        views={{ items: views, action: '/console/views?list=products' }}
        empty={
          <EmptyState
            icon={<Package aria-hidden />}
            title={t('catalog.managedEmpty')}
            text={t('catalog.managedEmptyText')}
            actions={create}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
