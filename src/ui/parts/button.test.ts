import { createElement } from 'react'
import { expect, test } from 'vitest'
import { rendered } from '../rendered.tsx'
import { Button } from './button.tsx'

test('a blocked button says why, stays reachable, and cannot submit even before the page is awake', () => {
  const html = rendered(createElement(Button, { type: 'submit', reason: 'It has shipped.' }, 'Cancel'))
  const [, id] = /aria-describedby="([^"]+)"/.exec(html)!
  expect(html).toContain('type="button"')
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toMatch(/\sdisabled/)
  expect(html).toContain(`<span id="${id}" class="btn-reason">It has shipped.</span>`)
})

test('a free button is what it was asked to be', () => {
  expect(rendered(createElement(Button, { type: 'submit' }, 'Save'))).toBe(
    '<button type="submit" class="btn btn-quiet">Save</button>',
  )
})

test('a pending button takes no second press', () => {
  const html = rendered(createElement(Button, { type: 'submit', pending: true }, 'Save'))
  expect(html).toMatch(/type="button".*aria-busy="true"/)
})
