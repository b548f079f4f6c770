/** The list's state in the address: reading it in loaders, changing it in links. */
import type { Filter } from './list-types.ts'

/** The parameters that say something; a form without JavaScript also sends empty ones. For loaders: `queryOf(request.url)`. */
export function queryOf(url: string | URL): Record<string, string> {
  const { searchParams } = new URL(url)
  return Object.fromEntries([...searchParams].filter(([, value]) => value !== ''))
}

/** The query with some parameters set or, by null or an empty text, removed; paging starts again. Always sorted. */
export function changedQuery(query: URLSearchParams, changes: Record<string, string | null> = {}): string {
  const next = new URLSearchParams(query)
  next.delete('cursor')
  for (const [name, value] of Object.entries(changes)) next.set(name, value ?? '')
  const kept = new URLSearchParams([...next].filter(([, value]) => value !== ''))
  kept.sort()
  return kept.toString()
}

/** The parameters a filter owns. */
export function namesOf(filter: Filter): readonly string[] {
  if (filter.kind === 'dates') return filter.names ?? ['from', 'to']
  return filter.kind === 'numbers' ? filter.names : [filter.name]
}

/** Where a click on the column's head leads: up, then down, then back to the list's own order. */
export function nextSort(current: string | null, key: string): string | null {
  if (current === key) return `-${key}`
  return current === `-${key}` ? null : key
}
