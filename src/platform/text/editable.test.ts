import { expect, test } from 'vitest'
import { editableHtml } from './editable.ts'
import { cleanHtml } from './html.ts'

test.for([
  '<p>Λάδι &amp; ελιές</p><p>Από το 1952.<br />Στην Καλαμάτα.</p>',
  '<p>Ένα <strong>σπουδαίο</strong> λάδι</p><ul><li>ωμό</li></ul>',
  '<p>1 &lt; 2</p>',
  '',
])('what is edited and kept without a change stays as it was: %s', (html) => {
  const stored = cleanHtml(html)
  expect(cleanHtml(editableHtml(stored))).toBe(stored)
})

test('plain paragraphs are edited without marks', () => {
  expect(editableHtml('<p>Ένα</p><p>δύο<br />τρία &amp; τέσσερα</p>')).toBe('Ένα\n\nδύο\nτρία & τέσσερα')
})
