import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop } from '../../../test/world.ts'
import { locales } from '../i18n/locales.ts'
import type { MailBlock } from './blocks.ts'
import { houseFor } from './house.ts'
import { mailHtml } from './layout.ts'
import { plainText } from './plain.ts'
import { renderMail } from './render.ts'
import { allTemplates } from './template.ts'
import { compose } from './wording.ts'

const filling = {
  values: { name: 'Eleni', organization: 'The grove' },
  parts: { button: [{ kind: 'button', label: 'Go', url: 'https://grove.test/' }] as MailBlock[] },
}

test('paragraphs, headings, values and parts', () => {
  const { subject, blocks, preview } = compose(
    {
      subject: 'For {name}\r\nBcc: x',
      body: 'Hello {name},\r\n\r\n# At {organization}\n\nA {button} in a sentence.\n\n{button}\n\n{unknown}',
    },
    filling,
  )
  expect(subject).toBe('For Eleni Bcc: x')
  expect(preview).toBe('A {button} in a sentence.')
  expect(blocks).toEqual([
    { kind: 'text', text: 'Hello Eleni,' },
    { kind: 'heading', text: 'At The grove' },
    { kind: 'text', text: 'A {button} in a sentence.' },
    { kind: 'button', label: 'Go', url: 'https://grove.test/' },
    { kind: 'text', text: '{unknown}' },
  ])
})

test('what a value says is never read as wording, a part or markup', async () => {
  const shop = await newShop()
  const house = await houseFor(shop.as('system'), 'en')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const wording = { subject: '{name}', body: '{name}\n\n<b>{name}</b>' }
      const content = compose(wording, { ...filling, values: { name: `${name}<img src=x>{button}` } })
      expect(content.blocks.every((block) => block.kind === 'text')).toBe(true)
      const html = mailHtml(content, house)
      expect(html).not.toMatch(/<img|<b>/)
      expect(html.match(/<a /g)).toHaveLength(2)
    }),
    { numRuns: 200 },
  )
})

test('a button leads to the web or nowhere', async () => {
  const shop = await newShop()
  const house = await houseFor(shop.as('system'), 'en')
  const blocks: MailBlock[] = [{ kind: 'button', label: 'Go', url: 'javascript:alert(1)' }]
  expect(mailHtml({ subject: 's', preview: '', blocks }, house)).not.toContain('javascript:')
})

test('every kind of block is written in HTML and in plain text', async () => {
  const shop = await newShop({
    name: 'Ελαιώνας',
    settings: { phone: '+30 210 1234567', vatNumber: 'EL123456789' },
  })
  const house = await houseFor(shop.as('system'), 'el')
  const blocks: MailBlock[] = [
    { kind: 'facts', rows: [{ label: 'Παραγγελία', value: 'A-1' }] },
    {
      kind: 'lines',
      rows: [{ name: 'Ελαιόλαδο', detail: '500 ml', quantity: '2', amount: '18,00 €' }],
      totals: [{ label: 'Σύνολο', amount: '18,00 €', isStrong: true }],
    },
    { kind: 'quote', text: 'Line one\nLine two' },
    { kind: 'note', text: 'Small print' },
    { kind: 'heading', text: 'Heading' },
    { kind: 'button', label: 'Δείτε', url: 'https://grove.test/a?b=1&c=2' },
  ]
  const text = plainText({ subject: 's', preview: '', blocks }, house)
  expect(text).toBe(`Παραγγελία: A-1

2 × Ελαιόλαδο (500 ml): 18,00 €
--------------------------------
Σύνολο: 18,00 €

> Line one
> Line two

Small print

Heading
=======

Δείτε:
https://grove.test/a?b=1&c=2

-- 
Ελαιώνας
+30 210 1234567
EL123456789
http://${shop.organization.slug}.localhost:3000
`)
  const html = mailHtml({ subject: 's', preview: '', blocks }, house)
  for (const piece of [
    'Παραγγελία',
    '18,00 €',
    'Line one<br>Line two',
    'href="https://grove.test/a?b=1&amp;c=2"',
  ]) {
    expect(html).toContain(piece)
  }
})

test('every template writes a whole mail in every language, without a name left in braces', async () => {
  const shop = await newShop()
  const faults: string[] = []
  for (const locale of locales) {
    const house = await houseFor(shop.as('system'), locale)
    for (const template of allTemplates()) {
      const { subject, text, html } = renderMail(template, template.sample(house), house, {
        recipient: 'Νίκος',
      })
      if (/\{\w+\}/.test(subject + text)) faults.push(`${template.name} (${locale}) has braces left`)
      if (!subject || !text) faults.push(`${template.name} (${locale}) is empty`)
      // Mail programs cut off what is longer.
      if (Buffer.byteLength(html) > 100_000) faults.push(`${template.name} (${locale}) is too long`)
    }
  }
  expect(faults).toEqual([])
  expect(allTemplates().map((template) => template.name)).toContain('account.verify')
})

test('an organisation uses its own words, which are checked, previewed and taken back', async () => {
  const [shop, other] = await Promise.all([newShop({ name: 'The grove' }), newShop()])
  const api = client(shop)
  const admin = await api.signUp(['admin'])
  const at = '/mail-templates/account.verify/en'
  const built = await api.get<{ body: string; isOwn: boolean; parts: string[] }>(at, { as: admin })
  expect(built.body).toMatchObject({ isOwn: false, version: 0, parts: ['button'], needs: ['button'] })

  const wording = { subject: 'Is this you, {name}?', body: '{greeting}\n\nPress here.\n\n{button}' }
  const preview = await api.post<{ subject: string; html: string }>(`${at}/preview`, wording, { as: admin })
  expect(preview.body.subject).toMatch(/^Is this you, .+\?$/)
  expect(preview.body.html).toContain('Press here.')

  for (const [body, pointer] of [
    [{ body: 'No button' }, '/body'],
    [{ body: '{button}\n\n{secret}' }, '/body'],
    [{ subject: '{button}' }, '/subject'],
  ] as const) {
    const refused = await api.patch<{ errors: { pointer: string }[] }>(at, body, { as: admin })
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, pointer])
  }
  const saved = await api.patch(at, wording, { as: admin, headers: { 'If-Match': '"v0"' } })
  expect(saved.body).toMatchObject({ isOwn: true, version: 1, ...wording })
  expect((await api.patch(at, wording, { as: admin, headers: { 'If-Match': '"v0"' } })).status).toBe(412)

  const elsewhere = client(other)
  expect(
    (await elsewhere.get<{ isOwn: boolean }>(at, { as: await elsewhere.signUp(['admin']) })).body.isOwn,
  ).toBe(false)
  const lead = await api.signUp(['lead'])
  expect((await api.patch(at, wording, { as: lead })).status).toBe(403)
  expect((await api.get('/mail-templates/no.such/en', { as: admin })).status).toBe(404)
  expect((await api.get('/mail-templates/account.verify/fr', { as: admin })).status).toBe(404)

  const sent = await api.post<{ subject: string; id: string }>(`${at}/test`, {}, { as: admin })
  expect([sent.status, sent.body.subject]).toEqual([201, `Is this you, ${admin.name}?`])
  expect(sent.headers.get('location')).toBe(`/api/v1/mails/${sent.body.id}`)

  const restored = await api.delete(at, undefined, { as: admin })
  expect(restored.body).toMatchObject({ isOwn: false, version: 0 })
  expect((await api.delete(at, undefined, { as: admin })).status).toBe(200)
})
