/** The lines of an order or of one part: what, how many, what became of them, and what they cost. */
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import type { LineView } from './types.ts'

export const OrderLines = ({ lines }: { lines: readonly LineView[] }) => (
  <ul className="divide-y divide-line">
    {lines.map((line) => (
      <li key={line.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 px-5 py-3">
        <p className="font-semibold">
          {line.name}
          {line.variantName && <span className="font-normal text-ink-soft"> · {line.variantName}</span>}
        </p>
        <p className="text-right font-semibold">
          <Money value={line.gross} />
        </p>
        <LineNotes line={line} />
        <p className="text-right text-sm text-ink-soft">
          {line.quantity} × <Money value={line.unitPrice} />
        </p>
      </li>
    ))}
  </ul>
)

function LineNotes({ line }: { line: LineView }) {
  const t = useT()
  const { money } = useFormat()
  const notes = [
    t('orders.sku', { sku: line.sku }),
    line.shippedQuantity > 0 && t('orders.lineShipped', { count: line.shippedQuantity }),
    line.cancelledQuantity > 0 && t('orders.lineCancelled', { count: line.cancelledQuantity }),
    line.returnedQuantity > 0 && t('orders.lineReturned', { count: line.returnedQuantity }),
    Number(line.refunded.amount) > 0 && t('orders.lineRefunded', { amount: money(line.refunded) }),
  ].filter(Boolean)
  return (
    <p className="text-sm text-ink-soft" suppressHydrationWarning>
      {notes.join(' · ')}
    </p>
  )
}
