import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { productStatuses, units, vatClasses } from '../values.ts'
import type { AttributeValue, ImageDraft, ProductDraft, VariantDraft } from './draft.ts'
import { fixture, readAll } from './fixtures/read.ts'
import { cleanHtml } from '../../../platform/text/html.ts'
import { writeProducts } from './own-write.ts'

async function written(drafts: ProductDraft[], fallback: 'el' | 'en' = 'el'): Promise<string> {
  let text = ''
  for await (const part of writeProducts(drafts, fallback)) text += part
  return text
}

const withoutRows = (draft: ProductDraft) => ({
  ...draft,
  variants: draft.variants.map((variant) => ({ ...variant, row: 0 })),
})

// Texts as the reader leaves them: composed, trimmed, without control characters; every sign the format uses is likely.
const sign = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ',',
  ';',
  '>',
  '|',
  '\\',
  '.',
  ':',
  '\n',
  '\t',
  'alt',
  '.el',
  'true',
  '7',
  'https://',
)
const word = fc.oneof(
  sign,
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('Λάδι', 'Ελιές', 'a', ' '),
)
const text = fc.array(word, { maxLength: 6 }).map((words) =>
  words
    .join('')
    .replace(/(?![\t\n])\p{Cc}|\ufffd/gu, '')
    .trim()
    .normalize('NFC'),
)
const line = text.map((value) => value.replace(/\s+/g, ' '))
const some = line.filter((value) => value !== '')
const translated = fc.record({ el: text, en: text })

const attribute: fc.Arbitrary<AttributeValue> = fc.oneof(
  line,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.record({ el: line, en: line }),
  fc.record({ en: line }),
)
const money = fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2))
const url = fc
  .tuple(
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom('', ';v=1', ',https://x.example/y', '?a=b;c'),
  )
  .map(([base, tail]) => new URL(base + tail).href)
const image: fc.Arbitrary<ImageDraft> = fc.record({
  url,
  alt: fc.oneof(text, translated, fc.record({ el: text })),
})

const variantOf = (optionNames: string[], images: ImageDraft[]) =>
  fc
    .record({
      row: fc.constant(0),
      sku: some,
      isSkuDerived: fc.constant(false),
      name: translated,
      options: fc
        .tuple(...optionNames.map(() => some))
        .map((values) => Object.fromEntries(optionNames.map((name, at) => [name, values[at] ?? '']))),
      price: money,
      compareAt: fc.option(money),
      cost: fc.option(money),
      stock: fc.option(fc.nat(100_000)),
      lowStockAt: fc.option(fc.nat(100)),
      weightGrams: fc.option(fc.nat(500_000)),
      unit: fc.option(fc.constantFrom(...units)),
      unitQuantity: fc.option(fc.constantFrom('0.5', '1', '0.25', '12.125')),
      barcode: fc.constantFrom('', '5201234567890', '=cmd'),
      imageUrl: fc.option(fc.constantFrom(...images.map(({ url }) => url))),
      requiresShipping: fc.boolean(),
    })
    .map((variant): VariantDraft => ({
      ...variant,
      compareAt:
        variant.compareAt !== null && Number(variant.compareAt) > Number(variant.price)
          ? variant.compareAt
          : null,
    }))

const draft: fc.Arbitrary<ProductDraft> = fc
  .tuple(
    fc.uniqueArray(some, { maxLength: 3 }),
    fc.uniqueArray(image, { minLength: 1, maxLength: 3, selector: ({ url }) => url }),
    fc.stringMatching(/^[a-z0-9]{1,12}(?:-[a-z0-9]{1,8}){0,2}$/),
  )
  .chain(([names, images, slug]) =>
    fc.record({
      format: fc.constant('stoa' as const),
      externalId: fc.constant(slug),
      slug: fc.constant(slug),
      name: fc.record({ el: some, en: text }),
      descriptionHtml: fc.record({
        el: text.map(cleanHtml),
        en: fc.constantFrom('', '<p>Oil</p>', '<ul><li>=1</li></ul>'),
      }),
      vendor: line,
      categoryPath: fc.array(some, { maxLength: 3 }),
      tags: fc.uniqueArray(some, { maxLength: 4 }),
      vatClass: fc.option(fc.constantFrom(...vatClasses)),
      status: fc.constantFrom(...productStatuses),
      attributes: fc.dictionary(some, attribute, { maxKeys: 4 }),
      seoTitle: translated,
      seoDescription: translated,
      options: fc.constant(names.map((name) => ({ name, values: [] as string[] }))),
      variants: fc.uniqueArray(variantOf(names, images), {
        minLength: 1,
        maxLength: 4,
        comparator: (a, b) =>
          a.sku === b.sku ||
          (names.length > 0 &&
            names.every((name) => a.options[name]?.toLowerCase() === b.options[name]?.toLowerCase())),
      }),
      images: fc.constant(images),
    }),
  )
  .map((one) => ({
    ...one,
    options: one.options.map(({ name }) => ({
      name,
      values: [...new Set(one.variants.map(({ options }) => options[name] ?? ''))],
    })),
  }))

test('what is written is read back the same, whatever signs are in it, and nothing of it is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(draft, { maxLength: 3, selector: ({ slug }) => slug }),
      async (drafts) => {
        const taken = new Set<string>()
        const distinct = drafts.filter(({ variants }) =>
          variants.every(({ sku }) => !taken.has(sku) && taken.add(sku)),
        )
        const csv = await written(distinct)
        const { drafts: read, refused, said, outcomes } = await readAll(csv)
        expect([refused, said.filter((one) => !one.endsWith('free_product'))]).toEqual([[], []])
        expect(read.map(withoutRows)).toEqual(distinct.map(withoutRows))
        expect(await written(read)).toBe(csv)
        const cells = outcomes.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
        expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([])
      },
    ),
    { numRuns: 400 },
  )
})

test('a shop that came from elsewhere leaves in our format and returns whole', async () => {
  for (const name of ['shopify-2024.csv', 'shopify-home-and-garden.csv', 'woocommerce.csv']) {
    const there = await readAll(fixture(name))
    const back = await readAll(await written(there.drafts, 'en'))
    expect(back.refused).toEqual([])
    for (const [at, draft] of back.drafts.entries()) {
      const before = there.drafts[at]
      expect(draft.name).toEqual({ el: '', en: before?.name })
      expect(draft.images).toEqual(before?.images)
      expect(draft.options).toEqual(before?.options)
      expect(draft.attributes ?? {}).toEqual(before?.attributes ?? {})
      const kept = (variant: VariantDraft) => [
        variant.sku,
        variant.price,
        variant.compareAt,
        variant.stock,
        variant.options,
        variant.weightGrams,
      ]
      expect(draft.variants.map(kept)).toEqual(before?.variants.map(kept))
    }
  }
})

test('a file typed by hand: few columns, a comma for the cents, images one after the other', async () => {
  const { draft, said } = await readAll(
    [
      'slug;name.el;price;stock;images;attributes;tags;category;unit;unitQuantity;variant.el',
      'ladi;Λάδι;"9,50";12;"https://img.example/1.jpg, https://img.example/2.jpg";"βιολογικό=true; σοδειά=2025; προέλευση.el=Κρήτη";"νέο, τοπικό";Τρόφιμα > Λάδια;L;0,5;Μισό λίτρο',
      'ladi;;17;4;;;;;l;1;Ένα λίτρο',
    ].join('\n'),
  )
  expect(said).toEqual([])
  expect(draft('ladi')).toEqual({
    format: 'stoa',
    externalId: 'ladi',
    slug: 'ladi',
    name: { el: 'Λάδι' },
    categoryPath: ['Τρόφιμα', 'Λάδια'],
    tags: ['νέο', 'τοπικό'],
    attributes: { βιολογικό: true, σοδειά: 2025, προέλευση: { el: 'Κρήτη' } },
    options: [],
    variants: [
      {
        row: 2,
        sku: 'ladi-miso-litro',
        isSkuDerived: true,
        name: { el: 'Μισό λίτρο' },
        options: {},
        price: '9.50',
        stock: 12,
        unit: 'l',
        unitQuantity: '0.5',
      },
      {
        row: 3,
        sku: 'ladi-ena-litro',
        isSkuDerived: true,
        name: { el: 'Ένα λίτρο' },
        options: {},
        price: '17.00',
        stock: 4,
        unit: 'l',
        unitQuantity: '1',
      },
    ],
    images: [
      { url: 'https://img.example/1.jpg', alt: '' },
      { url: 'https://img.example/2.jpg', alt: '' },
    ],
  })
})

test.each([
  ['slug,name.el,price\nΛάδι,Λάδι,5', '2 slug bad_slug'],
  ['slug,name.el,price\n,Λάδι,5', '2 slug missing_handle'],
  ['slug,name.el,name.en,price\na,,,5', '2 name.el missing_name'],
  ['slug,name.el,price\na,A,', '2 price missing_price'],
  ['slug,name.el,price\na,A,5\na,B,6', '3 name.el conflicting_name'],
  ['slug,name.el,price,status\na,A,5,open', '2 status bad_status'],
  ['slug,name.el,price,vatClass\na,A,5,24', '2 vatClass bad_vat_class'],
  ['slug,name.el,price,unit\na,A,5,stone', '2 unit bad_unit'],
  ['slug,name.el,price,attributes\na,A,5,organic', '2 attributes bad_list'],
  ['slug,name.el,price,options\na,A,5,=5', '2 options bad_list'],
  ['slug,name.el,price,images\na,A,5,alt=x', '2 images bad_list'],
  ['slug,name.el,price,options\na,A,5,Size=S\na,,6,', '3 options missing_option'],
  ['slug,name.el,price,sku\na,A,5,X\na,,6,X', '3 sku duplicate_sku'],
  ['slug,name.el,price,stock\na,A,5,two', '2 stock bad_number'],
  ['slug,name.el,price,lowStockAt\na,A,5,-1', '2 lowStockAt negative_number'],
])('%j is refused: %s', async (csv, problem) => {
  const { said, drafts } = await readAll(csv)
  expect([said, drafts]).toEqual([[problem], []])
})

test('capitals in a status or a class do not matter', async () => {
  const { draft } = await readAll('slug,name.en,price,status,vatClass\na,A,5,Published,SUPERREDUCED')
  expect(draft('a')).toMatchObject({ status: 'published', vatClass: 'superReduced' })
})
