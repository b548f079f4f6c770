import { expect, test } from 'vitest'
import { line, newOffice } from './invoices.fixture.ts'
import { sendReminders, stepOf } from './reminders.ts'

test.each([
  ['2026-06-13', '2026-06-15', 0],
  ['2026-06-13', '2026-06-16', 1],
  ['2026-06-13', '2026-06-27', 2],
  ['2026-06-13', '2027-06-13', 3],
])('due on %s, on %s it is step %i', (dueOn, today, step) => expect(stepOf(dueOn, today)).toBe(step))

test('each step is sent once, of the step that was reached, and of nothing that is paid', async () => {
  const office = await newOffice()
  const now = '2026-06-01T10:00:00Z'
  const late = await office.issued({ dueOn: '2026-06-10' }, now)
  const paid = await office.issued({ dueOn: '2026-06-10', lines: [line('10', '0')] }, now)
  await office.api.post(`/invoices/${paid.id}/payments`, { amount: '10' }, { as: office.as, now })
  const mails = async (day: string) => {
    await sendReminders(office.shop.as('system', { now: new Date(`${day}T06:00:00Z`) }))
    return office.shop.sql<{ entity_id: string; effect_key: string }>(
      'select entity_id, effect_key from mails order by created_at',
    )
  }
  expect(await mails('2026-06-12')).toEqual([])
  await mails('2026-06-13')
  expect((await mails('2026-06-14')).map((mail) => mail.entity_id)).toEqual([late.id])
  expect((await mails('2026-07-20')).map((mail) => mail.effect_key.at(-1))).toEqual(['1', '3'])
})
