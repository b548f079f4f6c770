/** One producer's part: its lines, its parcels, and the next step. */
import { Form } from 'react-router'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Button, LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { partTones } from '../../tones.ts'
import { partFollows } from '../../values.ts'
import { OrderLines } from './lines.tsx'
import type { ParcelNotes } from './parcels.ts'
import type { LineView, PartView } from './types.ts'

type PartCardProps = {
  part: PartView
  lines: readonly LineView[]
  /** Why its next step may not be taken; null when it may. */
  reason: string | null
  /** What stands above it: the producer, or nothing on the producer's own page. */
  title: string
  parcels: ParcelNotes
}

export function PartCard({ part, lines, reason, title, parcels }: PartCardProps) {
  const t = useT()
  return (
    <Card
      flush
      title={
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
          {title}
          <StatusBadge status={part.status} tones={partTones} label={t(`orders.status_${part.status}`)} />
        </span>
      }
      actions={
        <LinkButton to={`/console/parts/${part.id}/slip`} size="small" tone="ghost">
          {t('orders.packingSlip')}
        </LinkButton>
      }
    >
      <OrderLines lines={lines} />
      {part.shipments.length > 0 && <Parcels shipments={part.shipments} notes={parcels} />}
      <NextSteps part={part} reason={reason} />
    </Card>
  )
}

/** The steps that may follow the part's state, the furthest one as the main button. */
export function NextSteps({ part, reason }: Pick<PartCardProps, 'part' | 'reason'>) {
  const t = useT()
  const follows: readonly string[] = partFollows[part.status]
  const { can } = part
  if (!follows.some((status) => ['accepted', 'packed', 'shipped', 'delivered'].includes(status))) return null
  const isBlocked = !Object.values(can).some(Boolean)
  if (isBlocked) return <p className="border-t border-line px-5 py-3 text-sm text-ink-soft">{reason}</p>
  return (
    <Form
      method="post"
      className="flex flex-wrap items-start gap-2 border-t border-line px-5 py-3"
      preventScrollReset
    >
      <input type="hidden" name="partId" value={part.id} />
      {can.accept && <Step intent="accept">{t('orders.accept')}</Step>}
      {can.pack && <Step intent="pack">{t('orders.pack')}</Step>}
      {can.ship && (
        <LinkButton to={`/console/parts/${part.id}/shipment`} tone="primary" size="small">
          {t('orders.ship')}
        </LinkButton>
      )}
      {can.deliver && <Step intent="deliver">{t('orders.deliver')}</Step>}
      {follows.includes('shipped') && !can.ship && reason && (
        <span className="self-center text-sm text-ink-soft">{reason}</span>
      )}
    </Form>
  )
}

const Step = ({ intent, children }: { intent: string; children: string }) => (
  <Button type="submit" name="intent" value={intent} size="small">
    {children}
  </Button>
)

function Parcels({ shipments, notes }: { shipments: PartView['shipments']; notes: ParcelNotes }) {
  const t = useT()
  const { date } = useFormat()
  return (
    <div className="border-t border-line px-5 py-3">
      <h3 className="text-sm font-semibold text-ink-soft">{t('orders.parcels')}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {shipments.map((parcel) => (
          <li key={parcel.id} className="flex flex-wrap gap-x-3 text-sm">
            <span className="font-semibold">{parcel.carrier}</span>
            <span>{parcel.trackingNumber ?? t('orders.noTracking')}</span>
            <span className="text-ink-soft" suppressHydrationWarning>
              {t('orders.parcelItems', {
                count: parcel.lines.reduce((sum, { quantity }) => sum + quantity, 0),
              })}
              {parcel.shippedAt && ` · ${date(parcel.shippedAt, 'dateTime')}`}
            </span>
            {notes[parcel.id]?.labelUrl && (
              <a href={notes[parcel.id]!.labelUrl!} className="link">
                {t('orders.label')}
              </a>
            )}
            {notes[parcel.id]?.failure && (
              <span className="basis-full text-bad-ink">
                {t('orders.noLabel', { why: notes[parcel.id]!.failure! })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
