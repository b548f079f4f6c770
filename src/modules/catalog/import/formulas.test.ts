import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromSafeCell, guardCell, toSafeCell } from './formulas.ts'

test.each(['=1+1', '+30 210', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])('%j is guarded', (value) => {
  expect(toSafeCell(value)).toBe(`'${value}`)
  expect(guardCell(value)).toBe(`'${value}`)
  expect(fromSafeCell(`'${value}`)).toBe(value)
})

test('what cannot run is left as it is', () => {
  for (const value of ['', 'a=1', "'quoted'", "'", '12.50', 'Λάδι']) expect(toSafeCell(value)).toBe(value)
})

test('a cell of somebody else’s file is not guarded twice', () => {
  expect(guardCell("'=1")).toBe("'=1")
})

test('any text comes back as it was, and none begins like a formula', () => {
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^'*[=+\-@\t\r\n＝']{0,3}.*$/))
  fc.assert(
    fc.property(texts, (text) => {
      expect(fromSafeCell(toSafeCell(text))).toBe(text)
      expect(toSafeCell(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    }),
  )
})
