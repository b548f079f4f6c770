/** How much of a kilogram or litre one piece holds, from the measures other shops print beside a unit price. */
import type { Unit } from '../values.ts'

const measures = new Map<string, { unit: Unit; exponent: number }>([
  ['mg', { unit: 'kg', exponent: 6 }],
  ['g', { unit: 'kg', exponent: 3 }],
  ['kg', { unit: 'kg', exponent: 0 }],
  ['ml', { unit: 'l', exponent: 3 }],
  ['cl', { unit: 'l', exponent: 2 }],
  ['l', { unit: 'l', exponent: 0 }],
])

/** `('500', 'ml')` is half a litre; null for lengths, areas and what is below a thousandth. */
export function measureOf(quantity: string, unitText: string): { unit: Unit; unitQuantity: string } | null {
  const measure = measures.get(unitText.trim().toLowerCase())
  if (!measure) return null
  const [whole = '', fraction = ''] = quantity.split('.')
  const digits = (whole + fraction).padStart(measure.exponent + fraction.length + 1, '0')
  const point = digits.length - fraction.length - measure.exponent
  const after = digits.slice(point).replace(/0+$/, '')
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  if (after.length > 3) return null
  return { unit: measure.unit, unitQuantity: after === '' ? before : `${before}.${after}` }
}
