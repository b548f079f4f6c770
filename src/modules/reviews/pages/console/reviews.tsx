/** Reviews: the house lets them through or not, producers answer those of their goods. */
import Star from 'lucide-react/icons/star'
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/reviews.ts'
import { Photo } from '../../../../frames/shop/photo.tsx'
import { may } from '../../../../platform/access/actor.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { read } from '../../../../platform/tenancy/change.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Button, LinkButton } from '../../../../ui/parts/button.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { Rating } from '../../../../ui/parts/rating.tsx'
import { Tabs } from '../../../../ui/parts/tabs.tsx'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { orderBriefs } from '../../../orders/find.ts'
import { countReviews, listReviews } from '../../list.ts'
import { presentReview } from '../../present.ts'
import { ListReviews, reviewStatuses } from '../../shapes.ts'
import { decideReviews, idsOf, tellDecided } from './review/acts.ts'
import { reviewTones } from './review/words.ts'
import '../shop/reviews.css'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'reviews.moderate', 'producers.profile')
    const isHouse = may(ctx.actor, 'reviews.moderate')
    const asked = listQuery(ListReviews, url)
    // Without a word the queue is shown: what waits for whoever looks.
    const query = isHouse
      ? { ...asked, status: asked.status ?? ('pending' as const) }
      : { ...asked, answered: asked.answered ?? false }
    const [{ data, page }, counts] = await Promise.all([
      listReviews(ctx, query),
      isHouse ? countReviews(ctx) : null,
    ])
    const orders = isHouse
      ? await read(ctx, (ctx) =>
          orderBriefs(
            ctx,
            data.map(({ orderId }) => orderId),
          ),
        )
      : null
    return {
      reviews: data.map((row) => ({
        ...presentReview(ctx, row),
        order: orders?.get(row.orderId)?.number ?? null,
        orderId: row.orderId,
      })),
      page,
      counts,
      status: isHouse ? query.status! : ('published' as const),
      isAnswered: query.answered ?? false,
    }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const fields = fieldsOf(await request.formData(), ctx.locale)
  // Refusing needs a reason, which is asked for on a page of its own.
  if (fields.text('intent') === 'refuse')
    return redirect(`/console/reviews/refusal?${new URLSearchParams(idsOf(fields).map((id) => ['id', id]))}`)
  tellDecided(context, fields, await decideReviews(ctx, fields))
  return redirect(`/console/reviews${url.search}`)
}

type Loaded = Route.ComponentProps['loaderData']
type Row = Loaded['reviews'][number]

export default function Reviews({ loaderData }: Route.ComponentProps) {
  const { reviews, page, counts, status } = loaderData
  const t = useT()
  const isHouse = counts !== null
  const columns: Column<Row>[] = [
    {
      key: 'review',
      label: t('reviews.review'),
      always: true,
      render: (row) => (
        <span className="flex flex-col gap-1">
          <Rating value={row.rating} />
          <span>{row.title ?? t('reviews.ofProduct', { name: row.product?.name ?? '' })}</span>
        </span>
      ),
    },
    { key: 'words', label: t('reviews.words'), render: (row) => <Words row={row} /> },
    { key: 'product', label: t('reviews.product'), render: (row) => <Product row={row} /> },
    {
      key: 'author',
      label: t('reviews.writer'),
      render: (row) => (
        <span className="flex flex-col">
          {row.authorName}
          {row.order && (
            <Link to={`/console/orders/${row.orderId}`} className="link text-sm">
              {t('reviews.verified', { number: row.order })}
            </Link>
          )}
        </span>
      ),
    },
    { key: 'at', label: t('reviews.at'), render: (row) => <DateTime at={row.createdAt} /> },
    isHouse
      ? { key: 'act', label: t('reviews.decide'), render: (row) => <Decide row={row} /> }
      : {
          key: 'act',
          label: t('reviews.yourAnswer'),
          render: (row) =>
            row.answer ?? (
              <LinkButton to={`/console/reviews/${row.id}`} size="small">
                {t('reviews.answerIt')}
              </LinkButton>
            ),
        },
  ]
  return (
    <div className="stack">
      <title>{t('reviews.reviews')}</title>
      <PageHeader
        title={t('reviews.reviews')}
        text={isHouse ? t('reviews.reviewsText') : t('reviews.reviewsOwnText')}
      />
      <ReviewTabs loaded={loaderData} />
      <List
        name="reviews"
        caption={t('reviews.reviews')}
        rows={reviews}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('reviews.by', { name: row.authorName, product: row.product?.name ?? '' })}
        rowHref={(row) => `/console/reviews/${row.id}`}
        columns={columns}
        search={t('reviews.search')}
        filters={[
          {
            kind: 'select',
            name: 'rating',
            label: t('reviews.starsLabel'),
            options: [5, 4, 3, 2, 1].map((stars) => ({
              value: String(stars),
              label: t('reviews.starCount', { count: stars }),
            })),
          },
        ]}
        bulk={
          isHouse
            ? [
                ...(status === 'published' ? [] : [{ name: 'publish', label: t('reviews.publish') }]),
                ...(status === 'refused'
                  ? []
                  : [{ name: 'refuse', label: t('reviews.refuseMany'), tone: 'danger' as const }]),
                ...(status === 'pending' ? [] : [{ name: 'restore', label: t('reviews.restore') }]),
              ]
            : undefined
        }
        page={page}
        empty={
          <EmptyState
            icon={<Star aria-hidden />}
            title={isHouse ? t(`reviews.empty_${status}`) : t('reviews.emptyOwn')}
            text={isHouse ? t('reviews.emptyText') : t('reviews.emptyOwnText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}

function ReviewTabs({ loaded: { counts, status, isAnswered } }: { loaded: Loaded }) {
  const t = useT()
  const items = counts
    ? reviewStatuses.map((one) => ({
        to: `?status=${one}`,
        label: t(`reviews.tab_${one}`),
        count: counts[one],
        isActive: one === status,
      }))
    : [false, true].map((answered) => ({
        to: `?answered=${answered}`,
        label: answered ? t('reviews.answered') : t('reviews.toAnswer'),
        isActive: answered === isAnswered,
      }))
  return <Tabs label={t('reviews.tabs')} items={items} />
}

const Words = ({ row }: { row: Row }) => (
  <span className="review-cell" lang={row.locale}>
    {row.body}
    {row.reason && <span className="mt-1 block text-sm text-ink-soft">✕ {row.reason}</span>}
  </span>
)

const Product = ({ row: { product } }: { row: Row }) =>
  product && (
    <span className="flex items-center gap-3">
      <Photo file={product.coverFileId} alt="" sizes="3rem" className="review-thumb" />
      <Link to={`/products/${product.slug}`} className="link">
        {product.name}
      </Link>
    </span>
  )

/** A decision on the spot; refusing leads to where the reason is written. */
function Decide({ row }: { row: Row }) {
  const t = useT()
  if (row.status !== 'pending')
    return <StatusBadge status={row.status} tones={reviewTones} label={t(`reviews.status_${row.status}`)} />
  return (
    <span className="flex flex-wrap gap-2">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="id" value={row.id} />
        <Button type="submit" name="intent" value="publish" size="small" tone="primary">
          {t('reviews.publish')}
        </Button>
      </Form>
      <LinkButton to={`/console/reviews/refusal?id=${row.id}`} size="small">
        {t('reviews.refuse')}
      </LinkButton>
    </span>
  )
}
