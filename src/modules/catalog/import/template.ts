/** An example of our own product file, with every column and one product in two sizes: read in, it makes just that. */
import type { Context } from '../../../platform/tenancy/context.ts'
import type { Locale } from '../../../platform/values/shapes.ts'
import type { ProductDraft } from './draft.ts'
import { writeProducts } from './own-write.ts'

export const templateLines = (ctx: Context): AsyncIterable<string> =>
  writeProducts([example], ctx.organization.defaultLocale as Locale)

const example: ProductDraft = {
  format: 'stoa',
  externalId: 'thyme-honey',
  slug: 'thyme-honey',
  name: { el: 'Θυμαρίσιο μέλι', en: 'Thyme honey' },
  descriptionHtml: {
    el: '<p>Αγνό μέλι από τις πλαγιές του Υμηττού.</p>',
    en: '<p>Raw honey from the slopes of Hymettus.</p>',
  },
  tags: ['μέλι', 'honey'],
  vatClass: 'reduced',
  status: 'draft',
  attributes: { origin: { el: 'Υμηττός', en: 'Hymettus' }, organic: true },
  options: [{ name: 'Βάρος', values: ['450 g', '900 g'] }],
  variants: [sizeOf('450 g', '7.50', 20, 450), sizeOf('900 g', '13.90', 12, 900)],
}

function sizeOf(size: string, price: string, stock: number, weightGrams: number) {
  return {
    row: 0,
    sku: `HONEY-${weightGrams}`,
    isSkuDerived: false,
    name: { el: size, en: size },
    options: { Βάρος: size },
    price,
    compareAt: null,
    stock,
    lowStockAt: 5,
    weightGrams,
    unit: 'kg' as const,
    unitQuantity: (weightGrams / 1000).toFixed(3),
    barcode: '',
  }
}
