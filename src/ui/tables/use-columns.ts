/** Which columns are shown: chosen by the reader, kept by the browser or by the page. */
import { useMemo, useSyncExternalStore } from 'react'
import type { Column, ListProps } from './list-types.ts'

const changed = 'stoa:columns'

function subscribe(listener: () => void) {
  addEventListener('storage', listener)
  addEventListener(changed, listener)
  return () => {
    removeEventListener('storage', listener)
    removeEventListener(changed, listener)
  }
}

// A browser may refuse its memory (private windows); the choice then lasts for the page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    return
  }
  dispatchEvent(new Event(changed))
}

export function useColumns<Row>(
  name: string,
  columns: readonly Column<Row>[],
  choice: ListProps<Row>['columnChoice'],
) {
  const storeKey = `stoa.columns.${name}`
  const stored = useSyncExternalStore(
    subscribe,
    () => read(storeKey),
    () => null,
  )
  const keys = choice ? choice.shown : stored ? stored.split(',') : null
  const wanted = keys?.join(',')
  const shown = useMemo(() => {
    const set = wanted === undefined ? null : new Set(wanted.split(','))
    return columns.filter(
      (column, index) => index === 0 || column.always || (set ? set.has(column.key) : !column.hidden),
    )
  }, [columns, wanted])
  const choose = (next: readonly string[]) =>
    choice ? choice.onChange(next) : write(storeKey, next.join(','))
  return { shown, choose }
}
