/** Values that nobody should send, drawn by a seed. */

export type Random = ReturnType<typeof generator>

/** Mulberry32: the same seed, the same attacks. */
export function generator(from: number) {
  let state = from >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    chance: (p: number) => next() < p,
    one: <T>(list: readonly T[]): T => list[below(list.length)]!,
  }
}

export function odd(random: Random): unknown {
  const kind = random.below(8)
  if (kind < 3) return oddText(random)
  if (kind < 5)
    return random.one([0, -1, 1e308, -1e308, 1e-320, 0.1 + 0.2, 2 ** 53 + 2, 2 ** 31, -0, 9_999_999_999])
  if (kind === 5) return random.one([null, true, false, [], {}])
  if (kind === 6) return deep(random.one([5, 31, 33, 200]))
  return oddObject(random)
}

export const oddObject = (random: Random): unknown => ({
  [random.one(['a', 'id', 'email', 'length', 'toString'])]: oddText(random),
})

export function oddText(random: Random): string {
  return random.one([
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    'x\udfff',
    '￿',
    '‮abc',
    '👩‍👩‍👧‍👦'.repeat(20),
    'x'.repeat(70_000),
    'ά'.repeat(300),
    "'; drop table users; --",
    '%s%n%x',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '-1',
    '1e999',
    'NaN',
    'Infinity',
    '0x10',
    '12.345678901234567890',
    '99999999999999999999.99',
    '1.',
    '.5',
    '+5',
    '00',
    '2026-02-30',
    '2026-13-01T00:00:00Z',
    '0000-01-01',
    '+275760-09-14',
    '9999-12-31T23:59:59Z',
    '00000000-0000-0000-0000-000000000000',
    'null',
    'undefined',
    '[object Object]',
    '\r\nX-Injected: 1',
    '\\',
    '%',
    '_',
    '${jndi:x}',
    'javascript:alert(1)',
    'http://169.254.169.254/',
    'ΐ',
    'İ',
    'ﬃ',
  ])
}

const deep = (levels: number): unknown =>
  levels === 0 ? 1 : levels % 2 === 0 ? [deep(levels - 1)] : { a: deep(levels - 1) }

export const brokenJson = (random: Random): string =>
  random.one([
    '{',
    '{"a":}',
    '[1,2',
    '"',
    'nul',
    '{"a":1}{"b":2}',
    "{'a':1}",
    '\ufeff{}',
    '{"a":1e}',
    '{"\\ud800":1}',
    '{"__proto__":{"x":1}}',
    'NaN',
  ])

export const oddSegment = (random: Random): string =>
  random.one([
    '0',
    '-1',
    'null',
    '%00',
    '%ff',
    '%F0%9F%98%80',
    'x'.repeat(3000),
    '00000000-0000-0000-0000-000000000000',
    '..%2f..',
    'a%20b',
    "'",
    '%25',
    crypto.randomUUID().toUpperCase(),
    '*',
    '{id}',
  ])

/** A cursor of the right form with the wrong things in it. */
export const oddCursor = (random: Random): string =>
  Buffer.from(
    JSON.stringify(
      Array.from({ length: random.one([1, 2, 3]) }, () =>
        random.one(['x', 1, null, '', crypto.randomUUID(), '2026-02-30', '9'.repeat(400), 1e300, '\0']),
      ),
    ),
  ).toString('base64url')
