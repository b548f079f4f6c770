/** Their orders, returns, reviews and mails: each a short list with the way to the record. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT } from '../../../../../ui/i18n.tsx'
import { StatusBadge } from '../../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../../ui/parts/button.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../../ui/parts/date-time.tsx'
import { Money } from '../../../../../ui/parts/money.tsx'
import { Rating } from '../../../../../ui/parts/rating.tsx'
import { orderTones, returnTones } from '../../../../orders/tones.ts'
import type { LoadedCustomer } from './load.ts'

const reviewTones = { pending: 'warn', published: 'good', refused: 'neutral' } as const
/** The others stand in the line of time. */
const shownMails = 8
const mailTones = { queued: 'info', sent: 'good', failed: 'bad', kept: 'neutral' } as const

export function Orders({ loaded: { orders, orderCount, customer } }: { loaded: LoadedCustomer }) {
  const t = useT()
  return (
    <Card
      flush
      title={t('customers.orders')}
      actions={
        orderCount > orders.length && (
          <LinkButton to={`/console/orders?customerId=${customer.id}`} size="small" tone="ghost">
            {t('customers.allOfThem', { count: orderCount })}
          </LinkButton>
        )
      }
    >
      <Rows rows={orders} empty={t('customers.noOrders')}>
        {(order) => (
          <>
            <Line
              start={
                <Link to={`/console/orders/${order.id}`} className="link font-semibold">
                  {order.number}
                </Link>
              }
              end={<Money value={order.total} />}
            />
            <Line
              isSoft
              start={<DateTime at={order.placedAt} format="dateTime" />}
              end={
                <StatusBadge
                  status={order.status}
                  tones={orderTones}
                  label={t(`orders.status_${order.status}`)}
                />
              }
            />
          </>
        )}
      </Rows>
    </Card>
  )
}

export function Returns({ loaded: { returns } }: { loaded: LoadedCustomer }) {
  const t = useT()
  if (returns.length === 0) return null
  return (
    <Card flush title={t('customers.returns')}>
      <Rows rows={returns} empty="">
        {(row) => (
          <>
            <Line
              start={
                <Link to={`/console/orders/${row.orderId}`} className="link font-semibold">
                  {row.number}
                </Link>
              }
              end={
                <StatusBadge
                  status={row.status}
                  tones={returnTones}
                  label={t(`orders.return_${row.status}`)}
                />
              }
            />
            <Line
              isSoft
              start={t(`orders.reason_${row.reason}`)}
              end={<DateTime at={row.createdAt} format="date" />}
            />
          </>
        )}
      </Rows>
    </Card>
  )
}

export function Reviews({ loaded: { reviews, maySeeReviews } }: { loaded: LoadedCustomer }) {
  const t = useT()
  if (reviews.length === 0) return null
  return (
    <Card flush title={t('customers.reviews')}>
      <Rows rows={reviews} empty="">
        {(review) => (
          <>
            <Line
              start={
                maySeeReviews ? (
                  <Link to={`/console/reviews/${review.id}`} className="link font-semibold">
                    {review.product?.name}
                  </Link>
                ) : (
                  <span className="font-semibold">{review.product?.name}</span>
                )
              }
              end={
                <StatusBadge
                  status={review.status}
                  tones={reviewTones}
                  label={t(`reviews.status_${review.status}`)}
                />
              }
            />
            <Rating value={review.rating} />
            <p className="line-clamp-2 text-sm text-ink-soft" lang={review.locale}>
              {review.body}
            </p>
          </>
        )}
      </Rows>
    </Card>
  )
}

export function Mails({ loaded: { mails } }: { loaded: LoadedCustomer }) {
  const t = useT()
  if (!mails) return null
  return (
    <Card flush title={t('customers.mails')}>
      <Rows rows={mails.slice(0, shownMails)} empty={t('customers.noMails')}>
        {(mail) => (
          <>
            <Line
              start={
                <Link to={`/console/mails/${mail.id}`} className="link">
                  {mail.subject}
                </Link>
              }
              end={
                <StatusBadge
                  status={mail.status}
                  tones={mailTones}
                  label={t(`settings.mail_${mail.status}`)}
                />
              }
            />
            <Line isSoft start={<DateTime at={mail.at} format="dateTime" />} />
          </>
        )}
      </Rows>
    </Card>
  )
}

type RowsProps<Row> = { rows: readonly Row[]; empty: string; children: (row: Row) => ReactNode }

function Rows<Row extends { id: string }>({ rows, empty, children }: RowsProps<Row>) {
  if (rows.length === 0) return <p className="px-5 py-4 text-ink-soft">{empty}</p>
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-col gap-1 px-5 py-2.5">
          {children(row)}
        </li>
      ))}
    </ul>
  )
}

const Line = ({ start, end, isSoft }: { start: ReactNode; end?: ReactNode; isSoft?: boolean }) => (
  <div className={`flex items-center justify-between gap-4 ${isSoft ? 'text-sm text-ink-soft' : ''}`}>
    <span className="min-w-0">{start}</span>
    {end && <span className="flex-none">{end}</span>}
  </div>
)
