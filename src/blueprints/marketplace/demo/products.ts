/** All products of the demo market, shelf by shelf. */
import type { DemoProduct } from './product.ts'
import { cheese } from './products/cheese.ts'
import { cosmetics } from './products/cosmetics.ts'
import { herbs } from './products/herbs.ts'
import { nuts } from './products/nuts.ts'
import { oil } from './products/oil.ts'
import { preserves } from './products/preserves.ts'
import { pulses } from './products/pulses.ts'
import { sweets } from './products/sweets.ts'
import { wine } from './products/wine.ts'

export const products: readonly DemoProduct[] = [
  ...oil,
  ...sweets,
  ...cheese,
  ...wine,
  ...herbs,
  ...pulses,
  ...preserves,
  ...nuts,
  ...cosmetics,
]
