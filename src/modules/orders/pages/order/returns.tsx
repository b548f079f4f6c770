/** Returns of the order: what comes back and why, decided and received here. */
import { Form } from 'react-router'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Button } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { Disclosure } from '../../../../ui/parts/disclosure.tsx'
import { returnTones } from '../../tones.ts'
import type { LineView, OrderView, ReturnView } from './types.ts'

export function ReturnsCard({ order, mayAct }: { order: OrderView; mayAct: boolean }) {
  const t = useT()
  if (order.returns.length === 0) return null
  return (
    <Card title={t('orders.returns')} flush>
      <ul className="divide-y divide-line">
        {order.returns.map((row) => (
          <ReturnRow key={row.id} row={row} lines={order.lines} mayAct={mayAct} />
        ))}
      </ul>
    </Card>
  )
}

type ReturnRowProps = { row: ReturnView; lines: readonly LineView[]; mayAct: boolean }

function ReturnRow({ row, lines, mayAct }: ReturnRowProps) {
  const t = useT()
  const { date } = useFormat()
  const nameOf = (lineId: string) => lines.find((line) => line.id === lineId)?.name ?? ''
  return (
    <li className="flex flex-col gap-2 px-5 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{t('orders.return', { number: row.number })}</h3>
        <StatusBadge status={row.status} tones={returnTones} label={t(`orders.return_${row.status}`)} />
      </div>
      <p className="text-sm text-ink-soft" suppressHydrationWarning>
        {[t(`orders.reason_${row.reason}`), date(row.createdAt, 'dateTime'), row.note]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {row.lines.map((line) => (
          <li key={line.lineId}>
            {t('orders.returnItems', { quantity: line.quantity, name: nameOf(line.lineId) })}
            {line.restock && <span className="text-ink-soft"> · {t('orders.restocked')}</span>}
          </li>
        ))}
      </ul>
      {row.answer && <p className="text-sm">{row.answer}</p>}
      {mayAct && ['requested', 'approved'].includes(row.status) && <Decide row={row} nameOf={nameOf} />}
    </li>
  )
}

function Decide({ row, nameOf }: { row: ReturnView; nameOf: (lineId: string) => string }) {
  const t = useT()
  return (
    <div className="flex flex-col gap-2">
      {row.status === 'requested' && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="id" value={row.id} />
          <Button type="submit" name="intent" value="approve-return" tone="primary" size="small">
            {t('orders.approve')}
          </Button>
        </Form>
      )}
      <Disclosure summary={t('orders.receiveReturn')} open={row.status === 'approved'} name={row.id}>
        <Form method="post" className="flex flex-col items-start gap-3" preventScrollReset>
          <input type="hidden" name="id" value={row.id} />
          {row.lines.map((line) => (
            <label key={line.lineId} className="flex items-start gap-2">
              <input type="checkbox" name="restock" value={line.lineId} defaultChecked className="mt-1" />
              {t('orders.restock', { name: nameOf(line.lineId) })}
            </label>
          ))}
          <p className="text-sm text-ink-soft">{t('orders.receiveText')}</p>
          <Button type="submit" name="intent" value="receive-return" tone="primary" size="small">
            {t('orders.receive')}
          </Button>
        </Form>
      </Disclosure>
      {row.status === 'requested' && (
        <Disclosure summary={t('orders.refuseReturn')} name={row.id}>
          <Form method="post" className="flex flex-col items-start gap-3" preventScrollReset>
            <input type="hidden" name="id" value={row.id} />
            <label className="field w-full">
              <span className="field-label">{t('orders.answer')}</span>
              <textarea name="answer" className="input" rows={2} required maxLength={500} />
            </label>
            <Button type="submit" name="intent" value="refuse-return" tone="danger" size="small">
              {t('orders.refuse')}
            </Button>
          </Form>
        </Disclosure>
      )}
    </div>
  )
}
