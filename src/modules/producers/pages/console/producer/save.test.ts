import { expect, test } from 'vitest'
import { newMarket } from '../../../../../../test/market.ts'
import { fieldsOf } from '../../../../../platform/pages/form-fields.ts'
import { loadProducer } from './load.ts'
import { inputOf, namingFields, saveProducer } from './save.ts'

function formOf(more: Record<string, string> = {}) {
  const form = new FormData()
  const given = {
    intent: 'save',
    version: '1',
    'name.el': 'Κτήμα',
    'region.el': 'Καλαμάτα',
    'description.el': 'Από το 1952.\n\nΣτην Καλαμάτα.',
    shippingFlat: '3,50',
    'origin.country': 'GR',
    ...more,
  }
  for (const [name, value] of Object.entries(given)) form.set(name, value)
  return { form, fields: fieldsOf(form, 'el') }
}

test('what is left empty is taken away, and terms are read from administrators only', () => {
  const { fields } = formOf({ commissionPercent: '12,5', slug: 'ktima' })
  expect(inputOf(fields, false)).toMatchObject({ shippingFlat: '3.50', iban: null, origin: null })
  expect(inputOf(fields, false)).not.toHaveProperty('commissionPercent')
  expect(inputOf(fields, true)).toMatchObject({ commissionPercent: '12.5', slug: 'ktima' })
})

test('the form is kept as the verb keeps it, once, and a stranger’s or a late one not at all', async () => {
  const { shop, producers } = await newMarket()
  const [producerId, other] = producers
  const own = shop.as('producer', { producerIds: [producerId] })
  const { form, fields } = formOf()
  expect(await saveProducer(own, producerId, form, fields)).toBe('producers.saved')
  expect(await loadProducer(own, producerId)).toMatchObject({
    producer: { version: 2, description: { el: 'Από το 1952.\n\nΣτην Καλαμάτα.' } },
    shown: { description: '<p>Από το 1952.</p><p>Στην Καλαμάτα.</p>' },
  })
  await expect(saveProducer(own, producerId, form, fields)).rejects.toMatchObject({ status: 412 })
  await expect(saveProducer(own, other, form, fields)).rejects.toMatchObject({ status: 404 })
})

test('a file that is no picture is refused beside its field', async () => {
  const { shop, producers } = await newMarket()
  const { form, fields } = formOf()
  form.set('logo', new File(['no picture at all'], 'logo.txt'))
  const own = shop.as('producer', { producerIds: [producers[0]] })
  const saving = saveProducer(own, producers[0], form, fields)
  await expect(saving).rejects.toMatchObject({ status: 422 })
  const problem = { title: '', message: '', code: '', errors: [{ pointer: '/logoFileId', message: 'x' }] }
  expect(namingFields(problem).errors[0]!.pointer).toBe('/logo')
})
