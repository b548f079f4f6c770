/** How often requests were refused on purpose, by the code of the refusal; read by metrics. */

// The built pages and the server's sources are two copies of this file, and count together.
const key = Symbol.for('stoa.refusals')
const shared = globalThis as unknown as Record<symbol, Map<string, number> | undefined>
const counts = (shared[key] ??= new Map<string, number>())

export const countRefusal = (code: string): void => {
  counts.set(code, (counts.get(code) ?? 0) + 1)
}

export const refusalCounts = (): ReadonlyMap<string, number> => counts
