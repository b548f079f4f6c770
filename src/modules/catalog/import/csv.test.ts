import { expect, test } from 'vitest'
import { csvLimits, type CsvOptions, openCsv } from './csv.ts'
import { bytesSource } from './source.ts'

async function read(content: string | Uint8Array, options?: CsvOptions) {
  const csv = await openCsv(
    bytesSource(typeof content === 'string' ? Buffer.from(content) : content),
    options,
  )
  const rows: [number, string[]][] = []
  for await (const { number, cells } of csv.rows()) rows.push([number, cells])
  return { ...csv, rows }
}

const greek = 'όνομα;τιμή\nΆγιος Ελαιόλαδο;12,50\nΈλα Όλα;3\n'
const greekRows = [
  [2, ['Άγιος Ελαιόλαδο', '12,50']],
  [3, ['Έλα Όλα', '3']],
]

/** The letters of the two Greek encodings, from the decoder itself. */
function encode(text: string, encoding: string): Uint8Array {
  const letters = new Map<string, number>()
  const decoder = new TextDecoder(encoding)
  for (let byte = 0; byte < 256; byte++) letters.set(decoder.decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from(text, (letter) => letters.get(letter) ?? 0x3f)
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

test.each([
  ['utf-8', Buffer.from(greek)],
  ['utf-8', Buffer.from(`\ufeff${greek}`)],
  ['utf-16le', Buffer.from(`\ufeff${greek}`, 'utf16le')],
  ['utf-16le', Buffer.from(greek, 'utf16le')],
  ['utf-16be', utf16be(`\ufeff${greek}`)],
  ['windows-1253', encode(greek, 'windows-1253')],
  ['iso-8859-7', encode(greek, 'iso-8859-7')],
])('reads Greek in %s', async (encoding, bytes) => {
  const csv = await read(bytes)
  expect(csv).toMatchObject({ encoding, delimiter: ';', header: ['όνομα', 'τιμή'], rows: greekRows })
})

test('UTF-16 without a mark is known by its zero bytes, in either order', async () => {
  const text = 'slug,name.el,price,stock\nladi,Λάδι,12.50,3\n'
  for (const bytes of [Buffer.from(text, 'utf16le'), utf16be(text)]) {
    expect((await read(bytes)).rows).toEqual([[2, ['ladi', 'Λάδι', '12.50', '3']]])
  }
})

test('the euro sign of windows-1253 tells it from ISO-8859-7', async () => {
  const csv = await read(encode('όνομα,τιμή\nΛάδι,12.50 €\n', 'windows-1253'))
  expect([csv.encoding, csv.rows]).toEqual(['windows-1253', [[2, ['Λάδι', '12.50 €']]]])
})

test('one broken byte in a UTF-8 file damages its cell, not the whole file', async () => {
  const bytes = Buffer.concat([
    Buffer.from('όνομα,τιμή\nΛάδ'),
    Buffer.from([0xff]),
    Buffer.from('ι,1\nΜέλι,2\n'),
  ])
  const csv = await read(bytes)
  expect([csv.encoding, csv.rows]).toEqual([
    'utf-8',
    [
      [2, ['Λάδ\ufffdι', '1']],
      [3, ['Μέλι', '2']],
    ],
  ])
})

test('an encoding that was chosen is followed', async () => {
  const bytes = Buffer.from('name\nCaf\xe9', 'latin1')
  expect((await read(bytes, { encoding: 'windows-1252' })).rows).toEqual([[2, ['Café']]])
})

test.each([
  [',', 'a,b;c\n1,2'],
  [';', 'a;b,c;d\n1;2;3'],
  ['\t', 'a\tb\n1\t2'],
  [',', '"a;b;c;d",e\n1,2'],
  [';', 'sep=;\na;b\n1;2'],
  [',', 'a\n1'],
])('finds the separator %j', async (delimiter, text) => {
  expect((await read(text)).delimiter).toBe(delimiter)
})

test('rows are numbered as a spreadsheet shows them: blank lines and the sep= line count, cells of two lines do not', async () => {
  const csv = await read('sep=,\r\n\r\na,b\r\n"one\r\ntwo",x\r\n,\r\n\r\n"a ""quoted"" word",y')
  expect(csv.headerRow).toBe(3)
  expect(csv.rows).toEqual([
    [4, ['one\r\ntwo', 'x']],
    [7, ['a "quoted" word', 'y']],
  ])
})

test('line endings may differ within one file, and a quotation mark inside a word is text', async () => {
  expect((await read('a,b\r\n1,5" screen\n2,"x"\r3,y')).rows).toEqual([
    [2, ['1', '5" screen']],
    [3, ['2', 'x']],
    [4, ['3', 'y']],
  ])
})

test('headers are cleaned of marks, odd blanks and empty columns at the end', async () => {
  expect((await read('\u200bName\u00a0 el , price ,,\nx,1,,')).header).toEqual(['Name el', 'price'])
})

test.each([
  ['empty_file', ''],
  ['empty_file', '\n \n,,\n'],
  ['quote_not_closed', 'a,b\n1,2\n"3,4\n5,6\n'],
  ['too_many_columns', `${'a,'.repeat(csvLimits.columns)}a\n`],
  ['cell_too_long', `a,b\n1,2\n3,${'x'.repeat(csvLimits.cellCharacters + 1)}\n`],
  ['too_many_rows', `a\n${'1\n'.repeat(csvLimits.rows + 1)}`],
  ['file_too_large', new Uint8Array(csvLimits.bytes + 1)],
])('refuses with %s', async (code, content) => {
  await expect(read(content)).rejects.toMatchObject({ code })
})

test('a refusal names the row and the column, in the language asked for', async () => {
  const long = read(`a,b\n1,2\n3,${'x'.repeat(csvLimits.cellCharacters + 1)}\n`)
  await expect(long).rejects.toMatchObject({ extra: { details: { row: 3, column: 'b' } } })
  await expect(read('a,b\n1,2\n"3,4\n', { locale: 'el' })).rejects.toThrow('γραμμή 3')
})

test('the limits themselves are allowed', async () => {
  const rows = await read(`a\n${'1\n'.repeat(csvLimits.rows)}`)
  expect(rows.rows).toHaveLength(csvLimits.rows)
  const wide = await read(`${'a,'.repeat(csvLimits.columns - 1)}a\n`)
  expect(wide.header).toHaveLength(csvLimits.columns)
})
