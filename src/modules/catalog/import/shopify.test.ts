import { expect, test } from 'vitest'
import { fixture, readAll } from './fixtures/read.ts'

/** Neither real file has a cell of two lines, so a line is a row and this splitting is all of CSV they need. */
function linesOf(name: string): Record<string, string>[] {
  const [header = '', ...lines] = Buffer.from(fixture(name)).toString().trim().split(/\r?\n/)
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
    )
  const names = cells(header)
  return lines.map((line) => {
    const values = cells(line)
    return Object.fromEntries(names.map((column, at) => [column, values[at] ?? '']))
  })
}

test.each([
  { name: 'shopify-apparel.csv', products: 20, variants: 22, images: 20, warnings: [] },
  {
    name: 'shopify-home-and-garden.csv',
    products: 20,
    variants: 21,
    images: 21,
    warnings: ['8 Variant Inventory Qty untracked_stock', '16 Variant Inventory Qty untracked_stock'],
  },
])('the real export $name is read whole', async ({ name, products, variants, images, warnings }) => {
  const lines = linesOf(name)
  expect(new Set(lines.map((line) => line.Handle)).size).toBe(products)
  expect(lines).toHaveLength(variants)
  expect(lines.filter((line) => line['Image Src'])).toHaveLength(images)

  const { file, drafts, refused, said, draft } = await readAll(fixture(name))
  expect([file.format, file.rowCount, file.problems, refused, said]).toEqual([
    'shopify',
    variants,
    [],
    [],
    warnings,
  ])
  expect(drafts).toHaveLength(products)
  expect(drafts.flatMap((one) => one.variants)).toHaveLength(variants)
  expect(drafts.flatMap((one) => one.images)).toHaveLength(images)

  // Every value of every line is found again in what was read of it.
  for (const [at, line] of lines.entries()) {
    const one = draft(line.Handle ?? '')
    const variant = one.variants.find(({ row }) => row === at + 2)
    expect(variant).toMatchObject({
      price: Number(line['Variant Price']).toFixed(2),
      compareAt: line['Variant Compare At Price']
        ? Number(line['Variant Compare At Price']).toFixed(2)
        : null,
      stock: Number(line['Variant Inventory Qty']),
      weightGrams: Number(line['Variant Grams']),
      requiresShipping: line['Variant Requires Shipping'] === 'true',
    })
    const urls = one.images?.map(({ url }) => url) ?? []
    expect(line['Image Src'] === '' || urls.includes(line['Image Src'] ?? '')).toBe(true)
    const isAlone = line['Option1 Value'] === 'Default Title'
    expect(Object.values(variant?.options ?? {})).toEqual(isAlone ? [] : [line['Option1 Value']])
    expect(one.options).toHaveLength(isAlone ? 0 : 1)
    if (!line.Title) continue
    expect(one).toMatchObject({
      name: line.Title,
      vendor: line.Vendor,
      status: 'published',
      slug: line.Handle,
    })
    expect(one.tags).toEqual(line.Tags ? line.Tags.split(', ') : [])
    expect(one.categoryPath).toEqual(line.Type ? [line.Type] : [])
    expect(one.descriptionHtml).toContain((line['Body (HTML)'] ?? '').replace(/<\/?p>/g, '').trim())
  }
})

test('SKUs that a shop never gave are the same at every import, and each its own', async () => {
  const [first, second] = [
    await readAll(fixture('shopify-apparel.csv')),
    await readAll(fixture('shopify-apparel.csv')),
  ]
  const skus = first.drafts.flatMap((draft) => draft.variants.map(({ sku }) => sku))
  expect(skus).toContain('classic-varsity-top-medium')
  expect(skus).toContain('ocean-blue-shirt')
  expect(new Set(skus).size).toBe(22)
  expect(second.drafts).toEqual(first.drafts)
})

test('the headers of 2024 are read, with scattered rows, measures, metafields and an image row', async () => {
  const { file, drafts, draft, said } = await readAll(fixture('shopify-2024.csv'))
  expect(file.problems.map(({ column, params }) => [column, params.count])).toEqual([
    ['Google Shopping / Custom label 0', 1],
    ['Price / International', 1],
  ])
  expect(said.toSorted()).toEqual([
    '3 Continue selling when out of stock backorders_dropped',
    '3 Inventory quantity negative_stock',
    '4 Compare-at price compare_at_not_higher',
    '4 Inventory quantity untracked_stock',
  ])
  expect(drafts).toHaveLength(2)
  expect(draft('thyme-honey')).toEqual({
    format: 'shopify',
    externalId: 'thyme-honey',
    slug: 'thyme-honey',
    name: 'Thyme honey',
    descriptionHtml: '<p>From <strong>Kythera</strong></p>',
    vendor: 'Melissokomia Kythiron',
    categoryPath: ['Food, Beverages & Tobacco', 'Food Items', 'Honey'],
    tags: ['honey', 'thyme'],
    status: 'published',
    attributes: { Type: 'Honey', Color: 'amber', Gender: 'unisex' },
    seoTitle: 'Thyme honey from Kythera',
    seoDescription: 'Raw honey',
    options: [
      { name: 'Size', values: ['250 g', '500 g'] },
      { name: 'Lid', values: ['Gold'] },
    ],
    variants: [
      {
        row: 2,
        sku: 'HON-250',
        isSkuDerived: false,
        name: '250 g / Gold',
        options: { Size: '250 g', Lid: 'Gold' },
        price: '7.50',
        compareAt: '9.00',
        cost: '3.10',
        stock: 40,
        weightGrams: 310,
        unit: 'kg',
        unitQuantity: '0.25',
        barcode: '5201234567890',
        imageUrl: 'https://img.example/honey-250.jpg',
        requiresShipping: true,
      },
      {
        row: 3,
        sku: 'HON-500',
        isSkuDerived: false,
        name: '500 g / Gold',
        options: { Size: '500 g', Lid: 'Gold' },
        price: '13.90',
        compareAt: null,
        cost: '5.80',
        stock: 0,
        weightGrams: 610,
        unit: 'kg',
        unitQuantity: '0.5',
        barcode: '',
        imageUrl: null,
        requiresShipping: true,
      },
    ],
    images: [
      { url: 'https://img.example/honey-1.jpg', alt: 'Jar' },
      { url: 'https://img.example/honey-2.jpg', alt: 'Jar from the side' },
      { url: 'https://img.example/honey-3.jpg', alt: '' },
      { url: 'https://img.example/honey-250.jpg', alt: '' },
    ],
  })
  // No handle: it is made from the title, as Shopify does. Not in the online store: a draft. Untaxed: the zero class.
  expect(draft('elaiolado')).toMatchObject({
    name: 'Ελαιόλαδο',
    status: 'draft',
    vatClass: 'zero',
    categoryPath: ['Λάδια'],
  })
})
