import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

test('the path covers exactly the dark squares', () => {
  const text = 'BCD\n002\n1\nSCT\n\nTest market\nGR1601101250000000012300695\nEUR12.50\n\nRF18539007547034'
  const { size, path } = qrPath(text)
  const { data, size: wanted } = encode(text, { ecc: 'M', border: 2 })
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = 0; at < Number(length); at++) {
      expect(drawn[Number(y)]![Number(x) + at]).toBe(false)
      drawn[Number(y)]![Number(x) + at] = true
    }
  }
  expect(size).toBe(wanted)
  expect(drawn).toEqual(data.map((row) => row.map(Boolean)))
})
