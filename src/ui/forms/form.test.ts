import { createElement } from 'react'
import { expect, test } from 'vitest'
import { rendered } from '../rendered.tsx'
import { Checkbox } from './checkbox.tsx'
import { Form } from './form.tsx'
import { MoneyField } from './number-field.tsx'
import type { Problem } from './problem.ts'
import { TextField } from './text-field.tsx'

const fields = [
  createElement(TextField, { key: 1, name: 'address.line1', label: 'Street', hint: 'With its number' }),
  createElement(MoneyField, { key: 2, name: 'price', label: 'Price', defaultValue: '12.50' }),
  createElement(Checkbox, { key: 3, name: 'terms', label: 'Terms', defaultChecked: true }),
]
// A test file holds no JSX, and the type wants the children among the properties.
const form = (problem: Problem | null, values?: Record<string, unknown>) =>
  // eslint-disable-next-line react/no-children-prop
  createElement(Form, { problem, values, children: fields })

const refusal = {
  title: 'Invalid',
  detail: 'Please check.',
  errors: [{ pointer: '/address/line1', message: 'Is missing.' }],
}

test('an error by JSON pointer stands beside its field and in the summary, joined by id', () => {
  const html = rendered(form(refusal))
  const [input] = /<input[^>]*name="address.line1"[^>]*>/.exec(html)!
  const [, id] = /\bid="([^"]+)"/.exec(input)!
  expect(input).toContain('aria-invalid="true"')
  expect(input).toContain(`aria-describedby="${id}-hint ${id}-error"`)
  expect(html).toContain(`<p id="${id}-error" class="field-error">Is missing.</p>`)
  expect(html).toContain(`<a href="#${id}">Is missing.</a>`)
  expect(html).toMatch(/role="alert"[^>]*>.*Please check\./)
})

test('without a refusal there is no summary, and nothing is marked', () => {
  expect(rendered(form(null))).not.toMatch(/aria-invalid|role="alert"/)
})

test('what was typed comes back with a refusal, a tick that was taken away too', () => {
  const html = rendered(form(refusal, { 'address.line1': '', price: '13,' }), { locale: 'el' })
  expect(html).toMatch(/name="price"[^>]*value="13,"/)
  expect(html).not.toMatch(/name="terms"[^>]*checked/)
  expect(rendered(form(null))).toMatch(/checked[^>]*name="terms"|name="terms"[^>]*checked/)
})

test('a stored amount is shown in the language’s own way', () => {
  expect(rendered(form(null), { locale: 'el' })).toMatch(/name="price"[^>]*value="12,50"/)
})
