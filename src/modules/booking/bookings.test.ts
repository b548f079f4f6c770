/** Bookings over HTTP: they work, are refused, are nobody else's, and twice is once. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Json, Person } from '../../../test/http.ts'
import { guest, longBefore, newPractice, type Practice } from '../../../test/practice.ts'

let practice: Practice
let customer: Person
beforeAll(async () => {
  practice = await newPractice()
  customer = await practice.api.signUp('customer')
})

const day = '2030-06-03'
const at = (time: string, on = day) => `${on}T${time}:00Z`
const now = longBefore

describe('one booking', () => {
  test('is made at once, takes its start away, and is told', async () => {
    const serviceId = await practice.service({ durationMinutes: 60 })
    const made = await practice.book({ serviceId, start: at('10:00') })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/v1/bookings/${made.body['id']}`)
    expect(made.body).toMatchObject({
      status: 'confirmed',
      start: at('10:00'),
      end: at('11:00'),
      price: { total: { amount: '40.00', currency: 'EUR' }, lines: [{ kind: 'base' }] },
      sequence: 0,
    })
    expect(await practice.starts(serviceId, day)).not.toContain('10:00')
    expect(await practice.shop.auditOf(String(made.body['id']))).toEqual(['booking.create'])
    const events = await practice.shop.sql<{
      name: string
      entity_id: string
      audience: string[]
      data: Json
    }>(
      `select name, entity_id, audience, data from events where entity_id in ($1, $2) order by xid, ordinal`,
      [made.body['id'], serviceId],
    )
    expect(events.map(({ name }) => name)).toEqual([
      'service.created',
      'availability.changed',
      'booking.created',
      'availability.changed',
    ])
    expect(events[3]).toMatchObject({
      audience: ['public'],
      data: { from: '2030-06-03T10:00:00.000Z', to: '2030-06-03T11:00:00.000Z' },
    })
    expect(JSON.stringify(events[3]!.data)).not.toContain('Anna')
  })

  test('a taken start is refused with what would work', async () => {
    const serviceId = await practice.service()
    await practice.book({ serviceId, start: at('10:00') })
    const again = await practice.book({ serviceId, start: at('10:00') })
    expect(again.status).toBe(409)
    expect(again.body).toMatchObject({ code: 'slot_taken', canProceed: false })
    const starts = (again.body['alternatives'] as { start: string }[]).map(({ start }) => start)
    expect(starts).toContain(at('09:00'))
    expect(starts).toContain(at('11:00'))
    for (const start of starts.slice(0, 2))
      expect((await practice.book({ serviceId, start })).status).toBe(201)
  })

  test('outside the hours, too soon, too far, off the grid', async () => {
    const serviceId = await practice.service({
      hours: [{ days: ['mo'], from: '09:00', to: '17:00' }],
      minimumNoticeMinutes: 120,
      horizon: { days: 30, kind: 'calendar' },
    })
    const refused = async (start: string, now: string) =>
      (await practice.book({ serviceId, start }, { now })).body['code']
    expect(await refused(at('08:00'), at('00:00'))).toBe('outside_hours')
    expect(await refused(at('16:30'), at('00:00'))).toBe('outside_hours')
    expect(await refused(at('10:07'), at('00:00'))).toBe('outside_hours')
    expect(await refused(at('10:00'), at('08:01'))).toBe('notice_too_short')
    expect(await refused(at('10:00'), at('10:00'))).toBe('notice_too_short')
    expect(await refused(at('10:00', '2030-07-08'), at('00:00'))).toBe('beyond_horizon')
    expect((await practice.book({ serviceId, start: at('10:00') }, { now: at('08:00') })).status).toBe(201)
  })

  test('staff may set hours and notice aside, never what is taken', async () => {
    const serviceId = await practice.service({ hours: [{ days: ['mo'], from: '09:00', to: '10:00' }] })
    const as = practice.owner
    const early = { serviceId, start: at('07:10') }
    expect((await practice.book(early, { as })).body).toMatchObject({
      code: 'outside_hours',
      canProceed: true,
    })
    expect((await practice.book({ ...early, override: true }, { as })).status).toBe(201)
    expect((await practice.book({ ...early, override: true }, { as })).body).toMatchObject({
      code: 'slot_taken',
    })
    expect((await practice.book({ ...early, override: true })).status).toBe(403)
  })

  test('the same key is one booking; with another body it is refused; without a key it is not taken', async () => {
    const serviceId = await practice.service()
    const key = randomUUID()
    const body = { serviceId, start: at('10:00'), customer: guest() }
    const [first, second] = [await practice.book(body, { key }), await practice.book(body, { key })]
    expect([first.status, second.status, second.body['id']]).toEqual([201, 201, first.body['id']])
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect((await practice.book({ ...body, start: at('11:00') }, { key })).status).toBe(422)
    expect((await practice.api.post('/bookings', body, { now })).status).toBe(400)
    const { body: list } = await practice.api.get<{ data: Json[] }>(`/bookings?serviceId=${serviceId}`, {
      as: practice.owner,
    })
    expect(list.data).toHaveLength(1)
  })

  test('what is wrong is named', async () => {
    const serviceId = await practice.service()
    const start = at('10:00')
    const pointers = async (body: Json) =>
      (
        (
          await practice.api.post<{ errors: { pointer: string }[] }>('/bookings', body, {
            key: randomUUID(),
            now,
          })
        ).body.errors ?? []
      ).map(({ pointer }) => pointer)
    expect(await pointers({ serviceId, start })).toEqual(['/customer/name'])
    expect(await pointers({ serviceId, start, customer: { name: 'A' } })).toEqual(['/customer/email'])
    expect(await pointers({ serviceId, start, customer: guest(), durationMinutes: 90 })).toEqual([
      '/durationMinutes',
    ])
    expect(await pointers({ serviceId, start, customer: guest(), recurrence: 'FREQ=WEEKLY' })).toEqual([
      '/recurrence',
    ])
    expect((await practice.book({ serviceId: randomUUID(), start })).status).toBe(404)
  })

  test('8: hours that end before they begin are refused by name', async () => {
    const hours = [{ days: ['mo'], from: '08:00', to: '07:00' }]
    const reply = await practice.api.post<{ errors: { pointer: string }[] }>(
      '/services',
      { name: 'x', durationMinutes: 60, hours },
      { as: practice.owner },
    )
    expect([reply.status, reply.body.errors[0]!.pointer]).toEqual([422, '/hours/0/to'])
  })
})

describe('whose it is', () => {
  test('a guest’s by its link, an account’s own, everybody’s for the house', async () => {
    const serviceId = await practice.service()
    const made = await practice.book({ serviceId, start: at('10:00') })
    const path = `/bookings/${made.body['id']}`
    const link = { headers: { 'Stoa-Booking': String(made.body['access']) } }
    const status = async (ask: object) => (await practice.api.get(path, ask)).status
    expect([
      await status({}),
      await status({ as: customer }),
      await status(link),
      await status({ as: practice.owner }),
    ]).toEqual([404, 404, 200, 200])
    expect(await status({ headers: { 'Stoa-Booking': 'x'.repeat(43) } })).toBe(404)

    const own = await practice.api.post(
      '/bookings',
      { serviceId, start: at('11:00') },
      { as: customer, key: randomUUID(), now },
    )
    expect(own.status).toBe(201)
    const list = async (as: Person) =>
      (await practice.api.get<{ data: Json[] }>(`/bookings?serviceId=${serviceId}`, { as })).body.data.map(
        ({ id }) => id,
      )
    expect(await list(customer)).toEqual([own.body['id']])
    expect(await list(practice.owner)).toEqual([own.body['id'], made.body['id']])
    expect((await practice.api.get('/bookings')).status).toBe(401)
  })

  test('a guest who types somebody’s e-mail learns nothing of them', async () => {
    const serviceId = await practice.service()
    const known = guest('Maria Known')
    await practice.book({ serviceId, start: at('10:00'), customer: known })
    const other = await practice.book({
      serviceId,
      start: at('11:00'),
      customer: { name: 'Someone', email: known['email'] },
    })
    expect(other.body).toMatchObject({ customer: { id: null, name: 'Someone', phone: null } })
    const { body } = await practice.api.get<{ data: Json[] }>('/customers?q=Maria', { as: practice.owner })
    expect(body.data).toHaveLength(1)
  })

  test('another organisation’s service, member and booking are not there', async () => {
    const there = await newPractice()
    const [serviceId, memberId] = [await there.service(), await there.member()]
    const theirs = await there.book({ serviceId, start: at('10:00') })
    const as = practice.owner
    expect((await practice.book({ serviceId, start: at('10:00') }, { as })).status).toBe(404)
    expect((await practice.api.get(`/services/${serviceId}/availability?from=${day}&to=${day}`)).status).toBe(
      404,
    )
    expect((await practice.api.get(`/bookings/${theirs.body['id']}`, { as })).status).toBe(404)
    expect(
      (await practice.api.post(`/bookings/${theirs.body['id']}/cancellation`, {}, { as, now })).status,
    ).toBe(404)
    expect(
      (
        await practice.api.post(
          '/services',
          { name: 'x', durationMinutes: 60, memberIds: [memberId] },
          { as },
        )
      ).status,
    ).toBe(422)
  })
})

describe('what becomes of it', () => {
  const say = (
    id: unknown,
    what: string,
    body: Json | undefined = undefined,
    ask: object = { as: practice.owner },
  ) => practice.api.post<Json>(`/bookings/${id}/${what}`, body, { now, ...ask })

  test('pending until somebody says yes or no; staff’s own are confirmed', async () => {
    const serviceId = await practice.service({ requiresConfirmation: true })
    const [yes, no] = [
      await practice.book({ serviceId, start: at('10:00') }),
      await practice.book({ serviceId, start: at('11:00') }),
    ]
    expect([yes.body['status'], no.body['status']]).toEqual(['pending', 'pending'])
    expect(await practice.starts(serviceId, day)).not.toContain('10:00')
    expect((await say(yes.body['id'], 'confirmation', undefined, {})).status).toBe(401)
    expect((await say(yes.body['id'], 'confirmation', undefined, { as: customer })).status).toBe(403)
    for (let press = 0; press < 2; press++)
      expect((await say(yes.body['id'], 'confirmation')).body['status']).toBe('confirmed')
    for (let press = 0; press < 2; press++)
      expect((await say(no.body['id'], 'rejection', { reason: 'Full' })).body).toMatchObject({
        status: 'rejected',
        rejection: { reason: 'Full' },
      })
    expect(await practice.starts(serviceId, day)).toContain('11:00')
    expect((await say(no.body['id'], 'confirmation')).body['code']).toBe('wrong_state')
    expect(await practice.shop.auditOf(String(yes.body['id']))).toEqual(['booking.create', 'booking.confirm'])
    const staff = async (status?: string) =>
      (
        await practice.book(
          { serviceId, start: at(status ? '12:00' : '13:00'), ...(status ? { status } : {}) },
          { as: practice.owner },
        )
      ).body['status']
    expect([await staff(), await staff('pending')]).toEqual(['confirmed', 'pending'])
  })

  test('it took place, or nobody came: only once it has begun', async () => {
    const serviceId = await practice.service()
    const [came, missed] = [
      await practice.book({ serviceId, start: at('10:00') }),
      await practice.book({ serviceId, start: at('11:00') }),
    ]
    const after = { as: practice.owner, now: at('11:30') }
    expect((await say(came.body['id'], 'completion')).status).toBe(409)
    expect((await say(came.body['id'], 'completion', undefined, after)).body['status']).toBe('completed')
    expect((await say(missed.body['id'], 'no-show', undefined, after)).body['status']).toBe('no_show')
    expect((await say(missed.body['id'], 'no-show', undefined, after)).body['status']).toBe('no_show')
    expect((await say(missed.body['id'], 'cancellation', {}, after)).body['code']).toBe('wrong_state')
  })

  test('cancelling frees the time, and late costs what the policy says', async () => {
    const cancellation = { freeUntilMinutes: 24 * 60, feePercent: '50', latestMinutes: 60 }
    const serviceId = await practice.service({ cancellation })
    const cancelAt = async (time: string, start: string) => {
      const made = await practice.book({ serviceId, start })
      const link = { headers: { 'Stoa-Booking': String(made.body['access']) }, now: time }
      return say(made.body['id'], 'cancellation', { reason: 'Ill' }, link)
    }
    expect((await cancelAt('2030-06-02T10:00:00Z', at('10:00'))).body).toMatchObject({
      status: 'cancelled',
      cancellation: { reason: 'Ill', fee: { amount: '0.00' } },
    })
    expect((await cancelAt('2030-06-02T10:00:01Z', at('10:00'))).body).toMatchObject({
      cancellation: { fee: { amount: '20.00' } },
    })
    expect((await cancelAt(at('09:01'), at('10:00'))).body).toMatchObject({ code: 'too_late' })
    const [booking] = (
      await practice.api.get<{ data: Json[] }>(`/bookings?serviceId=${serviceId}&status=confirmed`, {
        as: practice.owner,
      })
    ).body.data
    for (let press = 0; press < 2; press++)
      expect(
        (await say(booking!['id'], 'cancellation', {}, { as: practice.owner, now: at('09:30') })).body,
      ).toMatchObject({ status: 'cancelled', cancellation: { fee: { amount: '0.00' } } })
    expect(await practice.starts(serviceId, day)).toContain('10:00')
  })

  test('moving takes the new time and frees the old; to where it cannot go it stays', async () => {
    const serviceId = await practice.service({
      durationMinutes: 60,
      slotStepMinutes: 30,
      cancellation: { freeUntilMinutes: 60 },
    })
    const [mine, other] = [
      await practice.book({ serviceId, start: at('10:00') }),
      await practice.book({ serviceId, start: at('14:00') }),
    ]
    const link = { headers: { 'Stoa-Booking': String(mine.body['access']) } }
    const move = (start: string, ask: object = link) => say(mine.body['id'], 'reschedule', { start }, ask)
    // Into its own old time: it is in nobody's way but its own.
    expect((await move(at('10:30'))).body).toMatchObject({ start: at('10:30'), sequence: 1 })
    expect((await move(at('10:30'))).body).toMatchObject({ start: at('10:30'), sequence: 1 })
    expect((await move(String(other.body['start']))).body).toMatchObject({ code: 'slot_taken' })
    expect((await practice.api.get(`/bookings/${mine.body['id']}`, { ...link, now })).body).toMatchObject({
      start: at('10:30'),
    })
    expect((await move(at('12:00'), { ...link, now: at('09:31') })).body).toMatchObject({ code: 'too_late' })
    expect((await move(at('12:00'), { as: customer })).status).toBe(404)
    const starts = await practice.starts(serviceId, day)
    expect([starts.includes('09:30'), starts.includes('10:00'), starts.includes('11:30')]).toEqual(
      [true, false, true].map((_, n) => n !== 1),
    )
  })

  test('73: the calendar file of a booking, moved and cancelled', async () => {
    const serviceId = await practice.service({ timeZone: 'Europe/Athens' })
    const { body } = await practice.book({ serviceId, start: at('10:00') })
    const headers = { 'Stoa-Booking': String(body['access']) }
    const file = async () => (await practice.api.get(`/bookings/${body['id']}/ics`, { headers })).text
    const field = (text: string, name: string) =>
      new RegExp(`^${name}[:;](.*)`, 'm')
        .exec(text.replace(/BEGIN:VTIMEZONE.*END:VTIMEZONE/s, ''))?.[1]
        ?.trim()
    const made = await file()
    expect([field(made, 'METHOD'), field(made, 'SEQUENCE'), field(made, 'STATUS')]).toEqual([
      'REQUEST',
      '0',
      'CONFIRMED',
    ])
    expect(field(made, 'DTSTART')).toBe('TZID=Europe/Athens:20300603T130000')
    expect(made).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Athens\r\n')
    await say(body['id'], 'reschedule', { start: at('12:00') }, { headers })
    const moved = await file()
    expect([field(moved, 'UID'), field(moved, 'SEQUENCE')]).toEqual([field(made, 'UID'), '1'])
    await say(body['id'], 'cancellation', {}, { headers })
    const cancelled = await file()
    expect([
      field(cancelled, 'METHOD'),
      field(cancelled, 'SEQUENCE'),
      field(cancelled, 'STATUS'),
      field(cancelled, 'UID'),
    ]).toEqual(['CANCEL', '2', 'CANCELLED', field(made, 'UID')])
    expect((await practice.api.get(`/bookings/${body['id']}/ics`)).status).toBe(404)
    expect((await practice.api.get(`/bookings/${body['id']}/ics?access=${body['access']}`)).status).toBe(200)
  })
})

describe('groups, limits and members', () => {
  test('31: seats of one visit', async () => {
    const serviceId = await practice.service({
      capacity: 3,
      bufferBeforeMinutes: 60,
      hours: [{ days: ['mo'], from: '09:00', to: '17:00' }],
    })
    await practice.book({ serviceId, start: at('13:00') })
    const { body } = await practice.api.get<{ data: { start: string; remaining: number }[] }>(
      `/services/${serviceId}/availability?from=${day}&to=${day}`,
      { now },
    )
    const left = Object.fromEntries(body.data.map(({ start, remaining }) => [start.slice(11, 16), remaining]))
    expect([left['13:00'], left['12:00'], left['14:00'], left['11:00'], left['15:00']]).toEqual([
      2,
      undefined,
      undefined,
      3,
      3,
    ])
    expect((await practice.book({ serviceId, start: at('12:00') })).status).toBe(409)
    const two = [
      await practice.book({ serviceId, start: at('13:00') }),
      await practice.book({ serviceId, start: at('13:00') }),
    ]
    expect(two.map(({ status }) => status)).toEqual([201, 201])
    expect((await practice.book({ serviceId, start: at('13:00') })).body['code']).toBe('slot_taken')
    await practice.api.post(`/bookings/${two[0]!.body['id']}/cancellation`, {}, { as: practice.owner, now })
    expect((await practice.book({ serviceId, start: at('13:00') })).status).toBe(201)
  })

  test('a member is one person over all services; any is whoever is free, all is everybody', async () => {
    const [a, b] = [await practice.member(), await practice.member({ name: 'Eleni' })]
    const [any, all, other] = [
      await practice.service({ memberIds: [a, b] }),
      await practice.service({ memberIds: [a, b], assignment: 'all' }),
      await practice.service({ memberIds: [a] }),
    ]
    expect((await practice.book({ serviceId: other, start: at('10:00') })).body['memberIds']).toEqual([a])
    expect((await practice.book({ serviceId: all, start: at('10:00') })).body['code']).toBe('slot_taken')
    expect((await practice.book({ serviceId: any, start: at('10:00'), memberId: a })).body['code']).toBe(
      'slot_taken',
    )
    expect((await practice.book({ serviceId: any, start: at('10:00') })).body).toMatchObject({
      memberIds: [b],
      members: [{ name: 'Eleni' }],
    })
    expect((await practice.book({ serviceId: all, start: at('11:00') })).body['memberIds']).toEqual([a, b])
    expect((await practice.book({ serviceId: any, start: at('11:00') })).status).toBe(409)
  })

  test('rooms, time off and outside calendars', async () => {
    const { body: room } = await practice.api.post<{ id: string }>(
      '/resources',
      { name: 'Room 1' },
      { as: practice.owner },
    )
    const [a, b] = [await practice.member(), await practice.member()]
    const serviceId = await practice.service({
      memberIds: [a, b],
      resources: [{ anyOf: [room.id] }],
      hours: [{ days: ['mo'], from: '09:00', to: '13:00' }],
    })
    await practice.book({ serviceId, start: at('09:00') })
    expect(await practice.starts(serviceId, day)).toEqual(['10:00', '11:00', '12:00'])
    for (const id of [a, b]) {
      await practice.api.patch(
        `/team-members/${id}`,
        { timeOff: [{ from: at('10:00'), to: at('10:30') }] },
        { as: practice.owner },
      )
      await practice.api.put(
        `/team-members/${id}/busy-times`,
        { source: 'ics', times: [{ from: at('11:30'), to: at('11:45') }] },
        { as: practice.owner },
      )
    }
    expect(await practice.starts(serviceId, day)).toEqual(['12:00'])
  })

  test('a limit of visits a day is told as such', async () => {
    const serviceId = await practice.service({ dailyLimit: 1, timeZone: 'Asia/Dhaka' })
    await practice.book({ serviceId, start: at('10:00') })
    expect((await practice.book({ serviceId, start: at('12:00') })).body['code']).toBe('limit_reached')
    expect((await practice.book({ serviceId, start: at('18:00') })).status).toBe(201)
  })
})

describe('holds and quotes', () => {
  test('a hold keeps its start for whoever made it, until it expires', async () => {
    const serviceId = await practice.service()
    const held = await practice.api.post<Json>('/booking-holds', { serviceId, start: at('10:00') }, { now })
    expect(held.status).toBe(201)
    expect((await practice.book({ serviceId, start: at('10:00') })).body['code']).toBe('slot_taken')
    const withHold = { serviceId, start: at('10:00'), holdId: held.body['id'] }
    expect((await practice.book(withHold)).status).toBe(404)
    const headers = { 'Stoa-Hold': String(held.body['token']) }
    expect((await practice.book(withHold, { headers })).status).toBe(201)
    expect((await practice.book(withHold, { headers })).body['code']).toBe('hold_used')

    await practice.api.post('/booking-holds', { serviceId, start: at('12:00') }, { now })
    const late = '2030-01-01T00:10:00Z'
    const { body } = await practice.api.get<{ data: { start: string }[] }>(
      `/services/${serviceId}/availability?from=${day}&to=${day}`,
      { now: late },
    )
    expect(body.data.map(({ start }) => start)).toContain(at('12:00'))
    expect((await practice.book({ serviceId, start: at('12:00') }, { now: late })).status).toBe(201)

    const third = await practice.api.post<Json>('/booking-holds', { serviceId, start: at('14:00') }, { now })
    expect((await practice.api.delete(`/booking-holds/${third.body['id']}`, undefined, { now })).status).toBe(
      404,
    )
    const token = { 'Stoa-Hold': String(third.body['token']) }
    expect(
      (await practice.api.delete(`/booking-holds/${third.body['id']}`, undefined, { now, headers: token }))
        .status,
    ).toBe(204)
    expect((await practice.book({ serviceId, start: at('14:00') })).status).toBe(201)
  })

  test('a price that was told is kept to, or the difference is told', async () => {
    const price = {
      base: '40.00',
      rules: [
        { kind: 'peak', from: '10:00', to: '12:00', percent: '25', label: { en: 'Peak', el: 'Αιχμή' } },
      ],
    }
    const serviceId = await practice.service({ price })
    const quote = await practice.api.post<Json>(
      '/booking-quotes',
      { serviceId, start: at('10:00') },
      { now, headers: { 'Accept-Language': 'en' } },
    )
    expect(quote.body).toMatchObject({
      price: {
        total: { amount: '50.00' },
        lines: [{ kind: 'base' }, { kind: 'peak', label: 'Peak', amount: { amount: '10.00' } }],
      },
    })
    const quoteId = quote.body['id']
    expect((await practice.book({ serviceId, start: at('11:00'), quoteId })).status).toBe(422)
    await practice.api.patch(
      `/services/${serviceId}`,
      { price: { ...price, base: '44.00' } },
      { as: practice.owner },
    )
    expect((await practice.book({ serviceId, start: at('10:00'), quoteId })).body).toMatchObject({
      code: 'price_changed',
      price: { total: { amount: '55.00' } },
    })
    await practice.api.patch(`/services/${serviceId}`, { price }, { as: practice.owner })
    expect((await practice.book({ serviceId, start: at('10:00'), quoteId })).status).toBe(201)
  })

  test('promotion codes of the shop, to the last use', async () => {
    const serviceId = await practice.service()
    const code = `BOOK-${randomUUID().slice(0, 6).toUpperCase()}`
    await practice.api.post(
      '/promotions',
      { code, kind: 'percent', value: '10', appliesTo: 'bookings', usageLimit: 1 },
      { as: practice.owner },
    )
    const book = (start: string) => practice.book({ serviceId, start, promotionCodes: [code.toLowerCase()] })
    const first = await book(at('10:00'))
    expect(first.body).toMatchObject({ price: { total: { amount: '36.00' } } })
    expect((await book(at('11:00'))).body).toMatchObject({ price: { total: { amount: '40.00' } } })
    await practice.api.post(`/bookings/${first.body['id']}/cancellation`, {}, { as: practice.owner, now })
    expect((await book(at('12:00'))).body).toMatchObject({ price: { total: { amount: '36.00' } } })
  })
})

describe('series', () => {
  const weekly = 'FREQ=WEEKLY;COUNT=12'
  const third = '2030-06-17'

  test('62: as asked or not at all; with skip what is possible', async () => {
    const serviceId = await practice.service()
    await practice.book({ serviceId, start: at('10:00', third) })
    const refused = await practice.book({ serviceId, start: at('10:00'), recurrence: weekly })
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'slot_taken',
      refused: [{ reason: 'slot_taken' }],
    })
    expect((refused.body['alternatives'] as Json[]).length).toBeGreaterThan(0)
    expect(await practice.starts(serviceId, day)).toContain('10:00')

    const preview = await practice.api.post<{ visits: Json[] }>(
      '/series-previews',
      { serviceId, start: at('10:00'), recurrence: weekly },
      { now },
    )
    expect(preview.body.visits.filter(({ isFree }) => !isFree)).toMatchObject([
      { start: at('10:00', third), reason: 'slot_taken' },
    ])

    const made = await practice.book({
      serviceId,
      start: at('10:00'),
      recurrence: weekly,
      onConflict: 'skip',
    })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ series: { rule: weekly }, refused: [{ reason: 'slot_taken' }] })
    expect(made.body['bookings']).toHaveLength(11)
    expect(new Date((made.body['refused'] as { start: string }[])[0]!.start).toISOString()).toBe(
      '2030-06-17T10:00:00.000Z',
    )
  })

  test('the hour on the wall stays over a clock change', async () => {
    const serviceId = await practice.service({ timeZone: 'Europe/Athens' })
    const made = await practice.book({
      serviceId,
      start: '2030-10-24T07:00:00Z',
      recurrence: 'FREQ=WEEKLY;COUNT=2',
    })
    expect((made.body['bookings'] as { start: string }[]).map(({ start }) => start)).toEqual([
      '2030-10-24T07:00:00Z',
      '2030-10-31T08:00:00Z',
    ])
  })

  test('this, this and the following, all: moved and cancelled', async () => {
    const serviceId = await practice.service()
    const made = await practice.book({ serviceId, start: at('10:00'), recurrence: 'FREQ=WEEKLY;COUNT=4' })
    const ids = (made.body['bookings'] as { id: string }[]).map(({ id }) => id)
    const seriesId = (made.body['series'] as { id: string }).id
    const as = practice.owner
    const say = (id: string, what: string, body: Json) =>
      practice.api.post<Json>(`/bookings/${id}/${what}`, body, { as, now })
    const list = async () =>
      (
        await practice.api.get<{ data: Json[] }>(`/bookings?seriesId=${seriesId}&sort=start`, { as })
      ).body.data.map(({ start, status }) => `${String(start).slice(5, 16)} ${status}`)

    await say(ids[1]!, 'reschedule', { start: at('12:00', '2030-06-10'), scope: 'following' })
    expect(await list()).toEqual([
      '06-03T10:00 confirmed',
      '06-10T12:00 confirmed',
      '06-17T12:00 confirmed',
      '06-24T12:00 confirmed',
    ])
    // A day later each: the second would fall on another's booking.
    await practice.book({ serviceId, start: at('12:00', '2030-06-18') })
    const clash = { start: at('12:00', '2030-06-11'), scope: 'following' }
    expect((await say(ids[1]!, 'reschedule', clash)).body).toMatchObject({ status: 409, code: 'slot_taken' })
    expect((await say(ids[1]!, 'reschedule', { ...clash, onConflict: 'skip' })).body).toMatchObject({
      start: at('12:00', '2030-06-11'),
      refused: [{ reason: 'slot_taken' }],
    })
    expect(await list()).toEqual([
      '06-03T10:00 confirmed',
      '06-11T12:00 confirmed',
      '06-17T12:00 confirmed',
      '06-25T12:00 confirmed',
    ])

    await say(ids[2]!, 'cancellation', { scope: 'following' })
    expect(await list()).toEqual([
      '06-03T10:00 confirmed',
      '06-11T12:00 confirmed',
      '06-17T12:00 cancelled',
      '06-25T12:00 cancelled',
    ])
    await say(ids[0]!, 'cancellation', { scope: 'all' })
    expect((await list()).every((one) => one.endsWith('cancelled'))).toBe(true)
  })

  test('a limit counts the visits of the series itself', async () => {
    const serviceId = await practice.service({ weeklyLimit: 2 })
    const made = await practice.book({
      serviceId,
      start: at('10:00'),
      recurrence: 'FREQ=DAILY;COUNT=7',
      onConflict: 'skip',
    })
    expect(made.body['bookings']).toHaveLength(2)
    expect((made.body['refused'] as { reason: string }[]).map(({ reason }) => reason)).toEqual(
      Array(5).fill('limit_reached'),
    )
  })
})

test('the list asks at most five queries, however much there is', async () => {
  const members = await Promise.all(Array.from({ length: 6 }, () => practice.member()))
  const serviceId = await practice.service({ memberIds: members })
  await practice.book({ serviceId, start: at('10:00'), recurrence: 'FREQ=DAILY;COUNT=30' })
  const texts: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text: string }]
    texts.push(typeof first === 'string' ? first : first.text)
    return (query as (...args: unknown[]) => unknown).apply(this, args)
  } as typeof query
  try {
    await practice.starts(serviceId, day)
  } finally {
    pg.Client.prototype.query = query
  }
  const own = texts.filter((text) =>
    /\bfrom (services|service_members|busy_times|picked|promotions)|"(services|service_members|promotions)"|with picked/.test(
      text,
    ),
  )
  expect(own.length).toBeGreaterThan(2)
  expect(own.length).toBeLessThanOrEqual(5)
})
