/** A list whose order matters: dragged by mouse, touch or keyboard, or moved a step by buttons. Sends its ids in order. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useT } from '../i18n.tsx'
import { useHydrated } from '../use-hydrated.ts'

export type ReorderItem = { id: string; label: string; content?: ReactNode }

export type ReorderProps = {
  label: string
  items: readonly ReorderItem[]
  /** Each id is sent under this name, in order. */
  name?: string
  onReorder?: (ids: readonly string[]) => void
}

const DragList = lazy(() => import('./reorder-live.tsx'))

export function Reorder({ label, items, name, onReorder }: ReorderProps) {
  const isAwake = useHydrated()
  const [order, setOrder] = useState(() => items.map((item) => item.id))
  // What was added meanwhile comes last; what is gone falls out.
  const ids = items.map((item) => item.id)
  const kept = [...order.filter((id) => ids.includes(id)), ...ids.filter((id) => !order.includes(id))]
  const sorted = kept.map((id) => items.find((item) => item.id === id)!)
  const change = (next: readonly string[]) => {
    setOrder([...next])
    onReorder?.(next)
  }
  const row = (item: ReorderItem) => <ReorderRow item={item} ids={kept} onChange={change} />
  const plain = (
    <ul className="reorder" aria-label={label}>
      {sorted.map((item) => (
        <li key={item.id} className="reorder-item">
          {row(item)}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {name && kept.map((id) => <input key={id} type="hidden" name={name} value={id} />)}
      {isAwake ? (
        <Suspense fallback={plain}>
          <DragList label={label} items={sorted} row={row} onChange={change} />
        </Suspense>
      ) : (
        plain
      )}
    </>
  )
}

type RowProps = { item: ReorderItem; ids: readonly string[]; onChange: (ids: readonly string[]) => void }

function ReorderRow({ item, ids, onChange }: RowProps) {
  const t = useT()
  const at = ids.indexOf(item.id)
  const move = (to: number) => onChange(ids.with(at, ids[to]!).with(to, item.id))
  return (
    <>
      <span className="reorder-content">{item.content ?? item.label}</span>
      <button
        type="button"
        className="btn btn-ghost btn-icon btn-small"
        disabled={at === 0}
        aria-label={t('ui.moveUp', { label: item.label })}
        onClick={() => move(at - 1)}
      >
        <ArrowUp aria-hidden />
      </button>
      <button
        type="button"
        className="btn btn-ghost btn-icon btn-small"
        disabled={at === ids.length - 1}
        aria-label={t('ui.moveDown', { label: item.label })}
        onClick={() => move(at + 1)}
      >
        <ArrowDown aria-hidden />
      </button>
    </>
  )
}
