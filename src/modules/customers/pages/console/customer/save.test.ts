import { expect, test } from 'vitest'
import { fieldsOf } from '../../../../../platform/pages/form-fields.ts'
import { customerInput } from './save.ts'

test('tags are typed with commas, each once; what is empty is taken away', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ name: ' Μαρία ', kind: 'person', locale: 'el', email: '' }))
    form.set(name, value)
  form.set('tags', 'vip, χονδρική,, vip')
  expect(customerInput(fieldsOf(form, 'el'))).toMatchObject({
    name: 'Μαρία',
    email: null,
    tags: ['vip', 'χονδρική'],
  })
})
