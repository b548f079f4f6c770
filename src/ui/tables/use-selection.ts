/** Which rows are chosen. A page of other rows starts with none. */
import { useState } from 'react'

export type Selection = {
  count: number
  isAll: boolean
  has: (key: string) => boolean
  /** With `isRange`, everything from the row toggled last to this one follows it. */
  toggle: (key: string, isRange?: boolean) => void
  toggleAll: () => void
  clear: () => void
}

export function useSelection(keys: readonly string[]): Selection {
  const page = keys.join()
  const [state, setState] = useState({ page, chosen: new Set<string>(), last: '' })
  const chosen = state.page === page ? state.chosen : new Set<string>()
  const set = (next: Set<string>, last = '') => setState({ page, chosen: next, last })
  const isAll = keys.length > 0 && chosen.size === keys.length
  return {
    count: chosen.size,
    isAll,
    has: (key) => chosen.has(key),
    toggle(key, isRange) {
      const next = new Set(chosen)
      const isOn = !next.has(key)
      const from = isRange ? keys.indexOf(state.last) : -1
      const to = keys.indexOf(key)
      const range = from < 0 ? [key] : keys.slice(Math.min(from, to), Math.max(from, to) + 1)
      for (const one of range) {
        if (isOn) next.add(one)
        else next.delete(one)
      }
      set(next, key)
    },
    toggleAll: () => set(isAll ? new Set() : new Set(keys)),
    clear: () => set(new Set()),
  }
}
