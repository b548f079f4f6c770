/** A browser as people know it, from the long line it sends: "Firefox, Linux". */

const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** The line's own beginning when neither is known; null when there is none. */
export function describeAgent(line: string | null): string | null {
  if (!line) return null
  const found = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(line))?.[1])
  return found.filter(Boolean).join(', ') || line.slice(0, 40)
}
