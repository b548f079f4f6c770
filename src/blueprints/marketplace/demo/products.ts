/** All products of the demo market, shelf by shelf. */
import type { DemoProduct } from './product.ts'
import { oil } from './products/oil.ts'
import { sweets } from './products/sweets.ts'

export const products: readonly DemoProduct[] = [...oil, ...sweets]
