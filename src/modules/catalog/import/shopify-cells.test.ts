import { expect, test } from 'vitest'
import { csvOf, readAll } from './fixtures/read.ts'

const header = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'Variant SKU',
  'Variant Price',
  'Image Src',
  'Status',
  'Published',
  'Gift Card',
  'Variant Weight',
  'Variant Weight Unit',
  'Tags',
  'Body (HTML)',
  'Variant Taxable',
]
const product = (handle: string, more: Record<string, string> = {}) => ({
  Handle: handle,
  Title: handle,
  'Variant Price': '5',
  ...more,
})

test.each([
  ['an unreadable price', [product('a', { 'Variant Price': '1.234' })], ['2 Variant Price ambiguous_number']],
  ['no price', [product('a', { 'Variant Price': '' })], ['2 Variant Price missing_price']],
  ['a negative price', [product('a', { 'Variant Price': '-5' })], ['2 Variant Price negative_number']],
  ['a price in dollars', [product('a', { 'Variant Price': '$5' })], ['2 Variant Price wrong_currency']],
  ['no name', [product('a', { Title: '' })], ['2 Title missing_name']],
  ['neither handle nor name', [product('', { Title: '' })], ['2 Handle missing_handle']],
  [
    'two names',
    [product('a'), product('a', { Title: 'b', 'Option1 Value': 'x' })],
    ['2 Option1 Value missing_option', '3 Title conflicting_name'],
  ],
  ['a gift card', [product('a', { 'Gift Card': 'TRUE' })], ['2 Gift Card gift_card']],
  ['an unknown status', [product('a', { Status: 'sold' })], ['2 Status bad_status']],
  [
    'twins',
    [product('a', { 'Option1 Value': 'S' }), { Handle: 'a', 'Option1 Value': 's', 'Variant Price': '5' }],
    ['3 Option1 Value duplicate_variant'],
  ],
  ['a name that is too long', [product('a', { Title: 'x'.repeat(251) })], ['2 Title too_long']],
  ['a tag that is too long', [product('a', { Tags: `ok, ${'x'.repeat(101)}` })], ['2 Tags too_long']],
  [
    'a code a spreadsheet shortened',
    [product('a', { 'Variant SKU': '5.20123E+12' })],
    ['2 Variant SKU shortened_code'],
  ],
])('refuses %s, and the product beside it goes on', async (_, records, expected) => {
  const { drafts, refused, said } = await readAll(csvOf(header, ...records, product('other')))
  expect(said).toEqual(expected)
  expect(drafts.map(({ externalId }) => externalId)).toEqual(['other'])
  expect(refused).toHaveLength(1)
})

test.each([
  [{ Status: 'draft', Published: 'true' }, 'draft'],
  [{ Status: 'archived', Published: 'true' }, 'archived'],
  [{ Status: 'unlisted' }, 'draft'],
  [{ Status: 'active', Published: 'false' }, 'draft'],
  [{ Published: 'ΨΕΥΔΗΣ' }, 'draft'],
  [{ Published: 'Όχι' }, 'draft'],
  [{ Status: '', Published: '' }, 'published'],
  [{ Status: 'Active', Published: 'TRUE' }, 'published'],
])('%j makes it %s', async (cells, status) => {
  expect((await readAll(csvOf(header, product('a', cells)))).draft('a').status).toBe(status)
})

test('what is odd but harmless is a warning', async () => {
  const { drafts, said } = await readAll(
    csvOf(
      header,
      product('a', {
        'Variant Price': '0',
        'Image Src': 'javascript:alert(1)',
        'Body (HTML)': '<script>x</script>hi',
      }),
      product('b', { 'Image Src': 'https://img.example/1.jpg', Published: 'maybe' }),
      { Handle: 'b', 'Image Src': 'https://img.example/1.jpg' },
      { Handle: 'b', Tags: 'late' },
      { Handle: 'B', Tags: 'other', 'Image Src': 'https://img.example/2.jpg' },
    ),
  )
  expect(said.toSorted()).toEqual([
    '2 Body (HTML) html_cleaned',
    '2 Image Src bad_image_url',
    '2 Variant Price free_product',
    '3 Published bad_flag',
    '4 Image Src duplicate_image',
    '5 empty_row',
    '6 Tags conflicting_value',
  ])
  expect(drafts[0]).toMatchObject({ descriptionHtml: '<p>hi</p>', images: [] })
  expect(drafts[1]).toMatchObject({ status: 'published', tags: ['late'], images: [{}, {}] })
})

test('weights are converted from the unit beside them', async () => {
  const weigh = async (weight: string, unit: string) =>
    (
      await readAll(csvOf(header, product('a', { 'Variant Weight': weight, 'Variant Weight Unit': unit })))
    ).draft('a').variants[0]?.weightGrams
  expect([
    await weigh('1.5', 'kg'),
    await weigh('1.5', 'lb'),
    await weigh('8', 'oz'),
    await weigh('20', 'g'),
    await weigh('', 'g'),
  ]).toEqual([1500, 680, 227, 20, null])
})

test('some taxed and some untaxed variants leave the class to the shop', async () => {
  const rows = [
    product('a', { 'Option1 Value': 'S', 'Variant Taxable': 'true' }),
    product('a', { 'Option1 Value': 'M', 'Variant Taxable': 'false' }),
  ]
  const { draft, said } = await readAll(csvOf(header, ...rows))
  expect([draft('a').vatClass, said]).toEqual([undefined, ['2 Variant Taxable mixed_tax']])
})

test('option values that look alike in Latin letters still have SKUs of their own', async () => {
  const rows = ['S', 'S+', '日本', '中国'].map((value) =>
    product('a', { 'Option1 Name': 'Size', 'Option1 Value': value }),
  )
  const skus = (await readAll(csvOf(header, ...rows))).draft('a').variants.map(({ sku }) => sku)
  expect(new Set(skus).size).toBe(4)
  expect(skus.every((sku) => sku.startsWith('a-'))).toBe(true)
})

test('a column that is not there says nothing; one that is blank says "none"', async () => {
  const bare = (await readAll('Handle,Title,Variant Price\na,A,5\n')).draft('a')
  expect(Object.keys(bare).toSorted()).toEqual([
    'externalId',
    'format',
    'name',
    'options',
    'slug',
    'variants',
  ])
  expect(Object.keys(bare.variants[0] ?? {}).toSorted()).toEqual([
    'isSkuDerived',
    'name',
    'options',
    'price',
    'row',
    'sku',
  ])
  expect((await readAll(csvOf(header, product('a')))).draft('a')).toMatchObject({
    tags: [],
    images: [],
    descriptionHtml: '',
  })
})
