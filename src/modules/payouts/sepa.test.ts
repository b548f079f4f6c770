import { readFileSync } from 'node:fs'
import * as path from 'node:path'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { type SepaFile, sepaXml } from './sepa.ts'

// The part of the ISO 20022 schema that a SEPA credit transfer uses: names, order, counts and lengths.
const schema = readFileSync(path.join(import.meta.dirname, 'fixtures/pain.001.001.09.xsd'), 'utf8')

const file: SepaFile = {
  messageId: 'STOA-P-2026-0001',
  createdAt: new Date('2026-06-01T08:30:00.123Z'),
  executeOn: '2026-06-03',
  debtor: { name: 'Στοά της Αγοράς ΙΚΕ', iban: 'GR16 0110 1250 0000 0001 2300 695', bic: 'ETHNGRAA' },
  total: '150.25',
  transfers: [
    {
      endToEndId: 'S-2026-0001',
      name: 'Κτήμα Ελαιώνας & Υιοί <ΟΕ>',
      iban: 'GR1601101250000000012300695',
      amount: '100.00',
      remittance: 'Στοά S-2026-0001',
    },
    {
      endToEndId: 'S-2026-0002',
      name: `${'O’Neill’s '.repeat(12)}'''''''''`,
      iban: 'DE89370400440532013000',
      amount: '50.25',
      remittance: "'".repeat(200),
    },
  ],
}

const faultsOf = async (xml: string) =>
  (await validateXML({ xml: { fileName: 'payout.xml', contents: xml }, schema })).errors.map(
    ({ message }) => message,
  )

test('the file is what the bank’s schema asks for, whatever people are called', async () => {
  expect(await faultsOf(sepaXml(file))).toEqual([])
  const { bic: _bic, ...debtor } = file.debtor
  expect(await faultsOf(sepaXml({ ...file, debtor }))).toEqual([])
  const nameless = { ...file.transfers[0]!, name: '漢字', remittance: '' }
  expect(await faultsOf(sepaXml({ ...file, transfers: [nameless] }))).toEqual([])
})

test('the schema would refuse a file in another order or without a sum', async () => {
  const xml = sepaXml(file)
  expect(await faultsOf(xml.replace('<PmtMtd>TRF</PmtMtd>', ''))).not.toEqual([])
  expect(await faultsOf(xml.replace(/<Cdtr>.*?<\/Cdtr>/, ''))).not.toEqual([])
})

test('Greek is written in the letters that every bank takes', () => {
  const xml = sepaXml(file)
  expect(xml).toContain('<Nm>stoa tis agoras ike</Nm>')
  expect(xml).toContain('<Nm>ktima elaionas   yioi  oe</Nm>')
  expect(xml).toContain('<IBAN>GR1601101250000000012300695</IBAN>')
})
