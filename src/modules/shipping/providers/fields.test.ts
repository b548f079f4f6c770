import { expect, test } from 'vitest'
import { isAcsNumber } from './acs.ts'
import { isEltaNumber } from './elta.ts'
import { athensInstant, greekPhones, greekPostalCode, plainText, splitStreet } from './fields.ts'
import { childText, findNode, parseXml, soapEnvelope } from './soap.ts'

test.each([
  ['Ερμού 45', 'Ερμού', '45'],
  ['Λεωφ. Κηφισίας 125-127', 'Λεωφ. Κηφισίας', '125-127'],
  ['Πλ. Συντάγματος, 3Α', 'Πλ. Συντάγματος', '3Α'],
  ['25ης Μαρτίου 12', '25ης Μαρτίου', '12'],
  ['Χωριό Πυργί', 'Χωριό Πυργί', ''],
  ['12', '12', ''],
])('%s', (line, street, number) => {
  expect(splitStreet(line)).toEqual({ street, number })
})

test('postal codes and telephones', () => {
  expect(['104 34', 'GR-81100'].map(greekPostalCode)).toEqual(['10434', '81100'])
  for (const wrong of ['1043', '90000', 'x'])
    expect(() => greekPostalCode(wrong)).toThrowError(expect.objectContaining({ kind: 'invalid' }))
  expect(greekPhones('+30 694 123 4567')).toEqual({ landline: '', mobile: '6941234567' })
  expect(greekPhones('0030 2101234567')).toEqual({ landline: '2101234567', mobile: '' })
  for (const other of [undefined, '', '+49 170 1234567', '123'])
    expect(greekPhones(other)).toEqual({ landline: '', mobile: '' })
})

test('text is cut by characters, without line breaks', () => {
  expect(plainText('Γειά\nσου\u0000', 6)).toBe('Γειά σ')
  expect(plainText('👩👩👩', 2)).toBe('👩👩')
  expect(plainText(undefined, 5)).toBe('')
})

test('times of Athens, summer and winter', () => {
  expect(athensInstant('2026-01-11T15:38:44.153')).toBe('2026-01-11T13:38:44Z')
  expect(athensInstant('2026-06-11T15:38')).toBe('2026-06-11T12:38:00Z')
  expect(athensInstant('nonsense')).toBeNull()
})

test('numbers seen in the couriers own papers are valid, their neighbours are not', () => {
  for (const number of [
    '7227889174',
    '7227889830',
    '7227889841',
    '7227889874',
    '7227890935',
    '8052453426',
    '7401461340',
  ]) {
    expect(isAcsNumber(number)).toBe(true)
  }
  for (const number of ['7227889175', '722788917', 'x', '']) expect(isAcsNumber(number)).toBe(false)
  expect(isEltaNumber('SE101046219GR')).toBe(true)
  for (const number of ['SE101046218GR', 'SE101046219DE', '101046219', ''])
    expect(isEltaNumber(number)).toBe(false)
})

test('XML there and back, with what must be escaped; doctypes and broken documents are refused', () => {
  const envelope = soapEnvelope('/CREATEAWB', 'READ', { name: `Α & Β <"'>`, empty: '' })
  const read = findNode(parseXml(envelope), 'READ')
  expect(read && childText(read, 'name')).toBe(`Α & Β <"'>`)
  expect(read && childText(read, 'empty')).toBe('')
  const odd = parseXml('<a:x xmlns:a="u"><!-- c --><y/><z><![CDATA[<1>]]>&#x41;&#66;&amp;</z></a:x>')
  expect(childText(findNode(odd, 'x')!, 'z')).toBe('<1>AB&')
  for (const wrong of ['<a>', '</a>', '<a></b>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
    expect(parseXml(wrong)).toBeNull()
})
