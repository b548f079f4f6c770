/** The fields in which two recorded states differ, as short texts side by side. A text in two languages counts per language. */
export type Difference = { field: string; before: string | null; after: string | null }

const longest = 160
const mostFields = 40

/** They change with everything else and say nothing. */
const silent = new Set(['version', 'updatedAt', 'searchText'])

export function differences(before: unknown, after: unknown): Difference[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !silent.has(field) && JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .flatMap((field) => within(field, old[field], now[field]))
    .slice(0, mostFields)
}

/** Of two records as a field only what differs between them, one level down. */
function within(field: string, old: unknown, now: unknown): Difference[] {
  if (!isRecord(old) || !isRecord(now)) return [{ field, before: shown(old), after: shown(now) }]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
    .map((name) => ({ field: `${field}.${name}`, before: shown(old[name]), after: shown(now[name]) }))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsOf = (state: unknown): Record<string, unknown> => (isRecord(state) ? state : {})

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
