import { expect, test } from 'vitest'
import { csvOf, fixture, readAll } from './fixtures/read.ts'

test('a variable product gathers its variations, wherever they stand and however they name it', async () => {
  const { file, draft } = await readAll(fixture('woocommerce.csv'))
  expect(file.format).toBe('woocommerce')
  expect(draft('id:44')).toEqual({
    format: 'woocommerce',
    externalId: 'id:44',
    slug: 'thyme-honey-nuts',
    name: 'Thyme honey & nuts',
    descriptionHtml: '<p>From Kythera.</p><p>First line<br />second line</p><p>Third</p>',
    vendor: 'Melissokomia',
    categoryPath: ['Food', 'Honey'],
    tags: ['honey', 'raw, unheated', 'Under 20, all'],
    vatClass: 'reduced',
    status: 'published',
    // No variation chooses a lid, so it is a fact and not an option.
    attributes: { Lid: 'Gold, Silver' },
    seoTitle: '',
    seoDescription: 'Raw honey from Kythera',
    options: [{ name: 'Size', values: ['250 g', '500 g', '1 kg'] }],
    variants: [
      {
        row: 4,
        externalId: '77',
        sku: 'honey-250',
        isSkuDerived: false,
        name: '250 g',
        options: { Size: '250 g' },
        price: '7.50',
        compareAt: null,
        stock: 0,
        lowStockAt: 5,
        weightGrams: 330,
        barcode: '5201234567890',
        imageUrl: 'https://img.example/honey-250.jpg',
        requiresShipping: true,
      },
      {
        row: 2,
        externalId: '76',
        sku: 'honey-500',
        isSkuDerived: false,
        name: '500 g',
        options: { Size: '500 g' },
        price: '11.90',
        compareAt: '13.90',
        stock: 12,
        lowStockAt: null,
        weightGrams: 610,
        barcode: '',
        imageUrl: 'https://img.example/honey-500.jpg',
        requiresShipping: true,
      },
      {
        row: 5,
        externalId: '78',
        sku: 'honey-1-kg',
        isSkuDerived: true,
        name: '1 kg',
        options: { Size: '1 kg' },
        price: '24.00',
        compareAt: null,
        stock: null,
        lowStockAt: null,
        weightGrams: 1150,
        barcode: '',
        imageUrl: null,
        requiresShipping: true,
      },
    ],
    images: [
      { url: 'https://img.example/honey.jpg', alt: '' },
      { url: 'https://img.example/jar.jpg', alt: '' },
      { url: 'https://img.example/honey-250.jpg', alt: '' },
      { url: 'https://img.example/honey-500.jpg', alt: '' },
    ],
  })
})

test('simple products: sales by date, hidden ones, virtual ones, tax and stock', async () => {
  const { draft } = await readAll(fixture('woocommerce.csv'))
  expect(draft('id:50')).toMatchObject({
    categoryPath: [],
    attributes: { Variety: 'Koroneiki, Manaki' },
    options: [],
    vatClass: 'standard',
    variants: [{ price: '9.50', compareAt: '1200.00', stock: 20, lowStockAt: 3, weightGrams: 1250 }],
  })
  expect(draft('id:51').variants[0]).toMatchObject({ price: '12.00', compareAt: null })
  expect(draft('id:52')).toMatchObject({
    status: 'draft',
    vatClass: 'zero',
    variants: [{ price: '15.00', compareAt: null, stock: 0, requiresShipping: false }],
  })
  const jam = draft('id:53')
  expect(jam).toMatchObject({
    status: 'draft',
    descriptionHtml: '<p>Only short</p>',
    variants: [{ sku: 'secret-jam', stock: null }],
  })
  expect(jam.vatClass).toBeUndefined()
})

test('every problem is named by row and column', async () => {
  const { file, said, refused } = await readAll(fixture('woocommerce.csv'))
  expect(file.problems.map(({ column, params }) => [column, params.count])).toEqual([
    ['Length (cm)', 1],
    ['Width (cm)', 1],
    ['Height (cm)', 1],
    ['Grouped products', 1],
    ['External URL', 1],
    ['Button text', 1],
    ['Meta: _secret', 1],
  ])
  expect(
    said.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || a.localeCompare(b)),
  ).toEqual([
    '3 Categories category_as_tag',
    '3 Description html_cleaned',
    '3 Images bad_image_url',
    '4 Backorders allowed? backorders_dropped',
    '4 Description variation_text',
    '4 Stock negative_stock',
    '5 Stock shared_stock',
    '6 Published variant_disabled',
    '7 Sale price dated_sale',
    '8 Sale price dated_sale',
    '9 Sale price sale_not_lower',
    '10 Stock untracked_stock',
    '10 Tax class vat_class_unknown',
    '10 Visibility in catalog hidden_as_draft',
    '11 Type grouped_type',
    '12 Type external_type',
    '13 Type downloadable_type',
    '14 Type unsupported_type',
    '15 Parent parent_missing',
    '16 Type no_variants',
    '19 Name missing_option',
  ])
  expect(refused.map(({ rows }) => rows.map(({ number }) => number))).toEqual([
    [11],
    [12],
    [13],
    [14],
    [15],
    [16],
    [17, 18, 19],
  ])
})

test('a Greek shop’s export has Greek headers and decimal commas', async () => {
  const { file, said, draft } = await readAll(fixture('woocommerce-greek.csv'))
  expect([file.format, file.problems, said]).toEqual(['woocommerce', [], []])
  expect(draft('id:7')).toMatchObject({
    slug: 'elaiolado-koroneiko',
    name: 'Ελαιόλαδο Κορωνέικο',
    categoryPath: ['Τρόφιμα', 'Λάδια'],
    tags: ['βιολογικό', 'Πελοπόννησος'],
    vatClass: 'reduced',
    options: [{ name: 'Συσκευασία', values: ['500 ml', '1 l'] }],
    variants: [
      { sku: 'LADI-500', price: '7.90', compareAt: '9.50', stock: 30, weightGrams: 520 },
      { sku: 'LADI-1000', price: '17.00', compareAt: null, stock: 12, weightGrams: 1020 },
    ],
  })
})

const header = [
  'ID',
  'Type',
  'SKU',
  'Name',
  'Published',
  'Sale price',
  'Regular price',
  'Parent',
  'Stock',
  'Attribute 1 name',
  'Attribute 1 value(s)',
  'Weight (lbs)',
  'Images',
]
const simple = (name: string, more: Record<string, string> = {}) => ({
  Name: name,
  Type: 'simple',
  'Regular price': '5',
  Stock: '1',
  ...more,
})

test('products without an ID are known by SKU, else by name; the same one twice is refused', async () => {
  const { drafts, said } = await readAll(
    csvOf(
      header,
      simple('A', { SKU: 'a-1' }),
      simple('B'),
      simple('B'),
      simple('C', { SKU: 'c-1' }),
      simple('D', { SKU: 'c-1' }),
    ),
  )
  expect(drafts.map(({ externalId }) => externalId)).toEqual(['sku:a-1'])
  expect(said).toEqual(['4 ID duplicate_product', '6 ID duplicate_product'])
})

test('a variation may be told its product by a bare ID, and one of type simple may have variations', async () => {
  const { draft, said } = await readAll(
    csvOf(
      header,
      simple('A', {
        ID: '12',
        'Regular price': '',
        'Attribute 1 name': 'Size',
        'Attribute 1 value(s)': 'S, M',
        'Weight (lbs)': '.5',
      }),
      {
        ...simple('A - M', {
          ID: '13',
          Parent: '12',
          'Attribute 1 name': 'Size',
          'Attribute 1 value(s)': 'M',
        }),
        Type: 'variation',
      },
      {
        ...simple('A - S', {
          ID: '14',
          Parent: 'id: 12',
          'Attribute 1 name': 'Size',
          'Attribute 1 value(s)': 'S',
        }),
        Type: 'variation, virtual',
      },
    ),
  )
  expect(said).toEqual([])
  expect(draft('id:12')).toMatchObject({
    options: [{ values: ['S', 'M'] }],
    variants: [
      { sku: 'a-m', weightGrams: 227, requiresShipping: true },
      { sku: 'a-s', weightGrams: 227, requiresShipping: false },
    ],
  })
})

test.each([
  ['no price', { 'Regular price': '' }, 'Regular price missing_price'],
  ['a price of two meanings', { 'Regular price': '1.500' }, 'Regular price ambiguous_number'],
  ['a bad sale price', { 'Sale price': 'soon' }, 'Sale price bad_number'],
  ['half a piece in stock', { Stock: '1.5' }, 'Stock not_whole'],
  ['no name', { Name: '' }, 'Name missing_name'],
  ['an odd status', { Published: '7' }, 'Published bad_status'],
  ['a type named like a property of every object', { Type: 'constructor' }, 'Type unsupported_type'],
])('refuses %s', async (_, cells, expected) => {
  const { drafts, said } = await readAll(csvOf(header, simple('x', { SKU: 'x', ...cells }), simple('other')))
  expect(said).toEqual([`2 ${expected}`])
  expect(drafts).toHaveLength(1)
})

test('guarded cells are read without their guard, as the exporter wrote them', async () => {
  const { draft } = await readAll(csvOf(header, simple("'=cmd", { ID: '1', Stock: "'-2" })))
  expect(draft('id:1')).toMatchObject({ name: '=cmd', variants: [{ stock: 0 }] })
})
