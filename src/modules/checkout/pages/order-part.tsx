/** What one producer sends: its lines, its parcels, and where those are. */
import { Link } from 'react-router'
import { Photo } from '../../../frames/shop/photo.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { CopyButton } from '../../../ui/parts/copy-button.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { partTones } from '../../orders/tones.ts'
import type { OrderPageLine, OrderPagePart } from './order-view.ts'

type OrderPartProps = { orderId: string; part: OrderPagePart; isOnly: boolean }

export function OrderPart({ orderId, part, isOnly }: OrderPartProps) {
  const t = useT()
  return (
    <section className="card" aria-labelledby={`part-${part.id}`}>
      <div className="card-head">
        <h2 id={`part-${part.id}`} className="card-title">
          {t('cart.from', { producer: part.producer })}
        </h2>
        {!isOnly && (
          <StatusBadge status={part.status} tones={partTones} label={t(`orders.status_${part.status}`)} />
        )}
      </div>
      <ul className="order-lines">
        {part.lines.map((line) => (
          <Line key={line.id} orderId={orderId} line={line} />
        ))}
      </ul>
      {part.shipments.map((shipment) => (
        <div key={shipment.id} className="parcel">
          <p className="parcel-head">
            <strong>{shipment.carrier}</strong>
            {shipment.trackingNumber && (
              <>
                <span>{shipment.trackingNumber}</span>
                <CopyButton text={shipment.trackingNumber} />
              </>
            )}
          </p>
          {shipment.events.length > 0 && (
            <ul className="parcel-events">
              {shipment.events.map(({ at, text, place }) => (
                <li key={at + text}>
                  <DateTime at={at} format="dateTime" /> {text}
                  {place && `, ${place}`}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  )
}

function Line({ orderId, line }: { orderId: string; line: OrderPageLine }) {
  const t = useT()
  const left = line.quantity - line.cancelled
  return (
    <li className="order-line">
      <Link to={`/products/${line.productId}`} tabIndex={-1} aria-hidden="true">
        <Photo file={line.photo} alt="" sizes="4.5rem" />
      </Link>
      <span>
        <Link to={`/products/${line.productId}`} className="cart-name">
          {line.name}
        </Link>
        <span className="bought-detail">
          {[line.variantName, `× ${left > 0 ? left : line.quantity}`].filter(Boolean).join(' ')}
          {line.cancelled > 0 && <> · {t('checkout.cancelledCount', { count: line.cancelled })}</>}
          {line.returned > 0 && <> · {t('checkout.returnedCount', { count: line.returned })}</>}
        </span>
        {line.isReviewable && (
          <Link to={`/orders/${orderId}/reviews/${line.productId}`} className="link bought-detail">
            {t('reviews.writeLink')}
          </Link>
        )}
      </span>
      <Money value={line.total} />
    </li>
  )
}
