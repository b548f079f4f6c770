/** The fields in which two recorded states differ, as short texts side by side. */
export type Difference = { field: string; before: string | null; after: string | null }

const longest = 160
const mostFields = 40

export function differences(before: unknown, after: unknown): Difference[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(
      (field) =>
        field !== 'version' &&
        field !== 'updatedAt' &&
        JSON.stringify(old[field]) !== JSON.stringify(now[field]),
    )
    .slice(0, mostFields)
    .map((field) => ({ field, before: shown(old[field]), after: shown(now[field]) }))
}

const fieldsOf = (state: unknown): Record<string, unknown> =>
  typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
