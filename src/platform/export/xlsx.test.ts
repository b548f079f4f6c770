import { expect, test } from 'vitest'
import { unzip } from '../../../test/unzip.ts'
import { type SheetColumn, xlsx } from './xlsx.ts'

const columns: SheetColumn[] = [
  { label: 'Όνομα', kind: 'text' },
  { label: 'Total', kind: 'money' },
  { label: 'Placed', kind: 'instant' },
  { label: 'Day', kind: 'day' },
]

async function* rowsOf(rows: readonly (readonly string[])[]) {
  yield* rows
}

async function written(
  rows: AsyncIterable<readonly string[]>,
  rowsPerSheet?: number,
): Promise<Map<string, string>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of xlsx({ columns, rows, timeZone: 'Europe/Athens', rowsPerSheet }))
    chunks.push(chunk)
  return unzip(Buffer.concat(chunks))
}

test('money is a number, times are times on the organisation’s clock, what is missing is an empty cell', async () => {
  const parts = await written(rowsOf([['Λάδι & <ελιά>', '-12.50', '2026-06-13T21:30:15Z', '2026-06-14'], []]))
  const sheet = parts.get('xl/worksheets/sheet1.xml')!
  expect(sheet).toContain('<c r="A1" t="inlineStr" s="1"><is><t xml:space="preserve">Όνομα</t></is></c>')
  expect(sheet).toContain('Λάδι &amp; &lt;ελιά&gt;')
  expect(sheet).toContain('<c r="B2" s="2"><v>-12.5</v></c>')
  // 14 June 2026, 00:30:15 in Athens, is day 46187 since 30 December 1899.
  expect(sheet).toContain('<c r="C2" s="3"><v>46187.021007</v></c>')
  expect(sheet).toContain('<c r="D2" s="4"><v>46187.000000</v></c>')
  expect(sheet).toContain('<autoFilter ref="A1:D3"/>')
  expect([...parts.keys()].toSorted()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
})

test('nothing becomes a formula, and what XML cannot say is left out', async () => {
  const odd = ['=1+1', '+1', '@SUM(A1)', 'a\0b\u0007c\ud800', 'two\r\nlines']
  const sheet = (await written(rowsOf(odd.map((text) => [text])))).get('xl/worksheets/sheet1.xml')!
  expect(sheet).not.toContain('<f>')
  expect(sheet.match(/ t="inlineStr" s="5">/g)).toHaveLength(3)
  expect(sheet).toContain('abc\ufffd')
  expect(sheet).toContain('two&#13;\nlines')
})

test('a text in a column of numbers, and a number too long for one, stay texts', async () => {
  const sheet = (
    await written(
      rowsOf([
        ['', 'none'],
        ['', '12345678901234567890'],
        ['', '1e9'],
      ]),
    )
  ).get('xl/worksheets/sheet1.xml')!
  for (const text of ['none', '12345678901234567890', '1e9'])
    expect(sheet).toContain(`<is><t xml:space="preserve">${text}</t></is>`)
})

test('what one sheet cannot hold goes on in the next, under the same head', async () => {
  const parts = await written(rowsOf([['one'], ['two'], ['three']]), 3)
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="2" sheetId="2" r:id="rId2"/>')
  expect(parts.get('xl/worksheets/sheet1.xml')!.match(/<row /g)).toHaveLength(3)
  const second = parts.get('xl/worksheets/sheet2.xml')!
  expect(second).toContain('Όνομα')
  expect(second).toContain('three')
})

test('whoever stops reading ends the list, and a list that fails fails the file', async () => {
  let ended = false
  async function* endless() {
    try {
      for (;;) yield [crypto.randomUUID().repeat(50)]
    } finally {
      ended = true
    }
  }
  for await (const chunk of xlsx({ columns, rows: endless(), timeZone: 'UTC' })) if (chunk.length > 100) break
  expect(ended).toBe(true)

  async function* broken() {
    yield ['one']
    throw new Error('The database is away.')
  }
  await expect(written(broken())).rejects.toThrow('The database is away.')
})
