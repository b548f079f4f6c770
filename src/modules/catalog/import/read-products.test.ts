import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAppError } from '../../../platform/http/app-error.ts'
import { csvOf, fixture, readAll } from './fixtures/read.ts'
import { type ProblemCode, problemTexts } from './problem-texts.ts'
import { problemMessage } from './problems.ts'
import type { Outcome } from './read-products.ts'
import { writeRefused } from './refused.ts'

const header = ['Handle', 'Title', 'Option1 Value', 'Variant SKU', 'Variant Price', 'Image Src']
const shirt = (handle: string, more: Record<string, string> = {}) => ({
  Handle: handle,
  Title: handle,
  'Variant Price': '5',
  ...more,
})

test('every row of the file is in exactly one outcome, whatever the order of rows', async () => {
  const rows = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('S', 'M', 'L', '', 'bad')),
    { maxLength: 20 },
  )
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const csv = csvOf(
        header,
        ...cells.map(([handle, size]) => ({
          Handle: handle,
          Title: handle,
          'Option1 Value': size,
          'Variant Price': size === 'bad' ? 'x' : '5',
        })),
      )
      const { outcomes, file } = await readAll(csv)
      const numbers = outcomes
        .flatMap((outcome) => outcome.rows.map(({ number }) => number))
        .toSorted((a, b) => a - b)
      expect(numbers).toEqual(cells.map((_, at) => at + 2))
      expect(file.rowCount).toBe(cells.length)
      expect(outcomes).toHaveLength(new Set(cells.map(([handle]) => handle)).size)
      for (const outcome of outcomes) {
        const isBad = outcome.problems.some(({ severity }) => severity === 'error')
        expect(outcome.kind).toBe(isBad ? 'refused' : 'read')
      }
    }),
  )
})

test('ragged rows are refused with their product, and the others go on', async () => {
  const csv = 'Handle,Title,Variant Price\na,A,5\nb,B\nc,C, with a comma,5\nd,D,5,,\na,A,6,x\n'
  const { said, drafts, refused } = await readAll(csv)
  expect(said).toEqual(['3 ragged_row', '4 ragged_row', '6 ragged_row'])
  expect(drafts.map(({ externalId }) => externalId)).toEqual(['d'])
  expect(refused.map(({ rows }) => rows.map(({ number }) => number))).toEqual([[3], [4], [2, 6]])
})

test('zero bytes and broken UTF-8 are refused by the cell; other control characters are taken out', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Handle,Title,Variant Price\na,A\0B,5\nb,Λάδι'),
    Buffer.from([0xc3, 0x28]),
    Buffer.from(',5\nc,C\u000bC\u0007,5\n'),
  ])
  const { said, draft, refused } = await readAll(bytes)
  expect(said).toEqual(['2 Title damaged_text', '3 Title damaged_text', '4 Title control_characters'])
  expect(refused).toHaveLength(2)
  expect(draft('c').name).toBe('CC')
})

test('an SKU belongs to the first product that is accepted with it', async () => {
  const { drafts, problems } = await readAll(
    csvOf(
      header,
      shirt('a', { 'Variant SKU': 'X', 'Variant Price': 'no' }),
      shirt('b', { 'Variant SKU': 'X' }),
      shirt('c', { 'Variant SKU': 'X' }),
    ),
  )
  expect(drafts.map(({ externalId }) => externalId)).toEqual(['b'])
  expect(problems).toMatchObject([
    { row: 2, code: 'bad_number' },
    {
      row: 4,
      column: 'Variant SKU',
      value: 'X',
      code: 'duplicate_sku',
      params: { sku: 'X', row: 3 },
      severity: 'error',
    },
  ])
})

test.each([
  ['unknown_format', 'name,amount\na,1\n'],
  ['duplicate_column', 'Handle,Title,Variant Price,Title\na,A,5,B\n'],
  ['missing_column', 'slug,name.el\na,A\n'],
])('a file is refused as a whole: %s', async (code, csv) => {
  await expect(readAll(csv)).rejects.toMatchObject({ code, kind: 'invalid' })
})

test('a file with a header and no rows is read, and holds nothing', async () => {
  expect(await readAll('Handle,Title,Variant Price\n')).toMatchObject({ outcomes: [], file: { rowCount: 0 } })
})

test('an empty row, a blank one and a quotation mark that is missing are told apart', async () => {
  expect((await readAll('Handle,Title,Variant Price\n,,\n\na,A,5\n')).said).toEqual([])
  await expect(readAll('Handle,Title,Variant Price\na,A,5\nb,"B,5\n')).rejects.toMatchObject({
    code: 'quote_not_closed',
  })
})

test('what a problem quotes can be stored: no zero byte, no half of an emoji, never more than a few words', async () => {
  const title = `${'x'.repeat(59)}💶 and more`
  const { problems } = await readAll(
    csvOf(header, shirt('a', { Title: title }), shirt('a', { Title: `b\0${'y'.repeat(300)}` })),
  )
  const conflict = problems.find(({ code }) => code === 'conflicting_name')
  expect(conflict?.params.name).toBe(`${'x'.repeat(59)}\ufffd`)
  expect(
    problems.every(({ value, message }) => !/\0/.test(value + message) && (value + message).isWellFormed()),
  ).toBe(true)
  expect(Math.max(...problems.map(({ value }) => value.length))).toBe(201)
})

async function refusedFile(
  refused: Outcome[],
  file: { header: string[]; delimiter: ',' | ';' | '\t' },
  locale: 'el' | 'en' = 'en',
) {
  let text = ''
  for await (const part of writeRefused(refused, file, locale)) text += part
  return text
}

test('refused rows come back as they were, each with its reason, and can be mended and read again', async () => {
  const csv = csvOf(
    header,
    shirt('a', { 'Option1 Value': 'S', 'Variant Price': '1.234' }),
    shirt('good'),
    { Handle: 'a', 'Option1 Value': '=HYPERLINK("x")', 'Variant Price': '7', 'Image Src': 'two\nlines' },
    shirt('b', { 'Variant Price': '-1' }),
  )
  const { refused, file } = await readAll(csv)
  const text = await refusedFile(refused, file)
  expect(text.split('\r\n')).toEqual([
    '\ufeffHandle,Title,Option1 Value,Variant SKU,Variant Price,Image Src,Problem',
    'a,a,S,,1.234,,Variant Price: This can be read as 1234 or as 1.234. Write it without a thousands separator and with two decimals.',
    'a,,"\'=HYPERLINK(""x"")",,7,"two\nlines",Refused together with row 2 of the same product.',
    "b,b,,,'-1,,Variant Price: This must not be below zero.",
    '',
  ])
  expect(await refusedFile(refused, file, 'el')).toContain('Απορρίφθηκε μαζί με τη γραμμή 2')

  const again = await readAll(text)
  expect(again.file.problems).toEqual([])
  expect(again.said).toEqual([
    '2 Variant Price ambiguous_number',
    '3 Image Src bad_image_url',
    '4 Variant Price negative_number',
  ])
  // A second round has one Problem column, not two.
  expect(await refusedFile(again.refused, again.file)).toBe(text)
  const mended = await readAll(text.replace('1.234,', '12.34,').replace("'-1", '1'))
  expect(mended.drafts.map(({ externalId, variants }) => [externalId, variants.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(mended.draft('a').variants[1]?.options).toEqual({ 'Option 1': '=HYPERLINK("x")' })
})

test('problems are said in either language with every value filled in', async () => {
  for (const locale of ['el', 'en'] as const) {
    const { problems } = await readAll(fixture('woocommerce.csv'), { locale })
    for (const { message, code, params } of problems) {
      expect(message).not.toMatch(/[{}]/)
      expect(message).toBe(problemMessage(code, params, locale))
    }
  }
})

test('both languages of a problem use the same values', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
  for (const code of Object.keys(problemTexts) as ProblemCode[]) {
    expect([code, names(problemTexts[code].el)]).toEqual([code, names(problemTexts[code].en)])
    expect(problemTexts[code].el).toMatch(/[α-ω]/)
  }
})

const odd = fc.constantFrom(
  'constructor',
  '__proto__',
  'toString',
  '=1',
  '"',
  ',',
  ';',
  '\n',
  '\t',
  '\0',
  '\ufffd',
  '💶',
  'id:1',
  '1.234',
  '-1',
  '9'.repeat(30),
  '<script>',
  'variation',
  'variable',
  'a=b',
  '\\',
  "'",
  '{}',
  'true',
)
const cell = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('a', 'S', '5', ''))
const anyHeader = fc.constantFrom(
  'Handle,Title,Variant Price,Option1 Name,Option1 Value,Image Src,Body (HTML),Tags,Status,Variant Grams,Color (product.metafields.x.y)',
  'ID,Type,SKU,Name,Published,Description,Regular price,Sale price,Parent,Categories,Images,Stock,Attribute 1 name,Attribute 1 value(s),Tax class,Weight (kg)',
  'slug,name.el,name.en,price,compareAt,stock,attributes,options,images,tags,category,vatClass,status,unit,unitQuantity,sku',
)

test('no content of a known file is an exception: each product is read or refused', async () => {
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(
      anyHeader,
      fc.array(fc.array(cell, { minLength: 16, maxLength: 16 }), { maxLength: 6 }),
      async (head, lines) => {
        const width = head.split(',').length
        const csv = [head, ...lines.map((cells) => cells.slice(0, width).map(quoted).join(','))].join('\n')
        const { outcomes } = await readAll(csv)
        const isExplained = (outcome: Outcome) => outcome.kind === 'read' || outcome.problems.length > 0
        return outcomes.every(isExplained)
      },
    ),
    { numRuns: 500 },
  )
  expect.assertions(0)
})

test('no bytes at all are an exception other than a refusal of the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const outcome = await readAll(
        Buffer.concat([Buffer.from('Handle,Title,Variant Price\n'), bytes]),
      ).catch((error: unknown) => error)
      return !(outcome instanceof Error) || isAppError(outcome)
    }),
    { numRuns: 300 },
  )
  expect.assertions(0)
})

test('a product of twenty thousand rows away from its other half still arrives whole', async () => {
  const filler = Array.from({ length: 20_000 }, (_, at) => `f${at},F,5`)
  const { draft, drafts } = await readAll(
    [
      'Handle,Title,Variant Price,Option1 Value',
      'a,A,5,S',
      ...filler.map((line) => `${line},`),
      'a,,6,M',
    ].join('\n'),
  )
  expect(drafts).toHaveLength(20_001)
  expect(draft('a').variants.map(({ row }) => row)).toEqual([2, 20_003])
})
