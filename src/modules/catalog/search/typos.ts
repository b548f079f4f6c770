/** Which known words a mistyped one could mean: one letter wrong in short ones, two in long ones. */

const mostMeant = 3

/** The nearest of `known`, nearest first; a word still being typed is compared with beginnings too. */
export function meantBy(typed: string, known: Iterable<string>): string[] {
  const limit = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2
  if (limit === 0) return []
  const near: { word: string; distance: number }[] = []
  for (const word of known) {
    if (word.length < typed.length - limit) continue
    const whole = word.length > typed.length + limit ? Infinity : distance(typed, word, limit)
    // A beginning counts for less than a word.
    const begun =
      word.length > typed.length ? distance(typed, word.slice(0, typed.length), limit) + 0.5 : Infinity
    const least = Math.min(whole, begun)
    if (least <= limit) near.push({ word, distance: least })
  }
  const best = Math.min(...near.map((one) => one.distance))
  return near
    .filter((one) => one.distance <= best + 0.5)
    .toSorted(
      (a, b) => a.distance - b.distance || a.word.length - b.word.length || (a.word < b.word ? -1 : 1),
    )
    .slice(0, mostMeant)
    .map((one) => one.word)
}

/**
 * Letters to add, take away, change or swap with their neighbour (optimal string alignment); above `limit` it may
 * answer any larger number.
 */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, beforeLast[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
