/** What must hold when many book at once, over real connections: nothing twice, nothing lost, never a fault of ours. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { overHttp } from './listen.ts'
import { guest, longBefore, newPractice, type Practice } from './practice.ts'

// A crowd from one address is what this is about.
process.env['STOA_TEST_LIMITS'] = 'off'
const rounds = Number(process.env['RACE_ROUNDS'] ?? 2)

type Body = Record<string, unknown>
type Answer = { status: number; body: Body }

/** Sends all at the same moment, each with a key of its own. */
async function atOnce(
  practice: Practice,
  asks: { path?: string; body: Body; token?: string }[],
): Promise<Answer[]> {
  const send = await overHttp(practice.shop)
  return Promise.all(
    asks.map(({ path = '/bookings', body, token }) =>
      send('POST', path, path === '/bookings' ? { customer: guest(), ...body } : body, {
        'Stoa-Now': longBefore,
        'Idempotency-Key': randomUUID(),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      }),
    ),
  )
}

const count = (answers: Answer[], status: number) => answers.filter((one) => one.status === status).length
const tally = (answers: Answer[]) => ({ made: count(answers, 201), refused: count(answers, 409) })

/** Visits of one resource that overlap, and visits whose seats are not their holders': there must be none. */
const faults = (practice: Practice) =>
  practice.shop.sql(`
    select 'overlap' as kind, a.id::text from occupancies a join occupancies b
      on a.tenant_id = b.tenant_id and a.resource_id = b.resource_id and a.id < b.id and a.span && b.span
    union all
    select 'seats', v.id::text from visits v
      where v.seats <> (select count(*) from seats s where s.tenant_id = v.tenant_id and s.visit_id = v.id) or v.seats > v.capacity
    union all
    select 'seat', r.id::text from requests r
      where (r.status in ('pending', 'confirmed', 'completed', 'no_show'))
        <> exists (select from seats s where s.tenant_id = r.tenant_id and s.holder_id = r.id)`)

const day = '2030-06-03'
const at = (time: string, on = day) => `${on}T${time}:00Z`
const hours = Array.from({ length: 10 }, (_, n) => at(`${String(8 + n).padStart(2, '0')}:00`))

async function eachRound(work: (practice: Practice) => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const practice = await newPractice()
    await work(practice)
    expect(await faults(practice)).toEqual([])
  }
}

test('63: twenty for one start: one has it, the others are told what else there is', async () => {
  await eachRound(async (practice) => {
    const serviceId = await practice.service({ memberIds: [await practice.member()] })
    const answers = await atOnce(
      practice,
      Array.from({ length: 20 }, () => ({ body: { serviceId, start: at('10:00') } })),
    )
    expect(tally(answers)).toEqual({ made: 1, refused: 19 })
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect([body['code'], (body['alternatives'] as unknown[]).length > 0]).toEqual(['slot_taken', true])
  })
})

test('66: across midnight, and spans that overlap unequally', async () => {
  await eachRound(async (practice) => {
    const memberIds = [await practice.member()]
    const serviceId = await practice.service({ slotStepMinutes: 30, memberIds })
    const long = await practice.service({ durationMinutes: 180, slotStepMinutes: 30, memberIds })
    const midnight = [
      { serviceId, start: at('23:30') },
      { serviceId, start: at('00:00', '2030-06-04') },
    ]
    expect(
      tally(
        await atOnce(
          practice,
          midnight.map((body) => ({ body })),
        ),
      ),
    ).toEqual({ made: 1, refused: 1 })
    const around = [
      { serviceId: long, start: at('09:00') },
      { serviceId, start: at('10:30') },
      { serviceId, start: at('08:30') },
    ]
    const answers = await atOnce(
      practice,
      around.map((body) => ({ body })),
    )
    expect(count(answers, 201) + count(answers, 409)).toBe(3)
    expect(count(answers, 201)).toBeLessThanOrEqual(2)
  })
})

test('71: a limit of one a day, ten at different times', async () => {
  await eachRound(async (practice) => {
    const serviceId = await practice.service({
      dailyLimit: 1,
      memberIds: [await practice.member(), await practice.member()],
    })
    const answers = await atOnce(
      practice,
      hours.map((start) => ({ body: { serviceId, start } })),
    )
    expect(tally(answers)).toEqual({ made: 1, refused: 9 })
    const member = await practice.member({ dailyLimit: 2 })
    const [a, b] = [
      await practice.service({ memberIds: [member] }),
      await practice.service({ memberIds: [member] }),
    ]
    const both = await atOnce(
      practice,
      hours.map((start, n) => ({ body: { serviceId: n % 2 ? a : b, start } })),
    )
    expect(tally(both)).toEqual({ made: 2, refused: 8 })
  })
})

test('a group takes exactly its capacity', async () => {
  await eachRound(async (practice) => {
    const serviceId = await practice.service({ capacity: 3 })
    const answers = await atOnce(
      practice,
      Array.from({ length: 12 }, () => ({ body: { serviceId, start: at('10:00') } })),
    )
    expect(tally(answers)).toEqual({ made: 3, refused: 9 })
    const again = await practice.service({
      capacity: 3,
      memberIds: [await practice.member(), await practice.member()],
    })
    const two = await atOnce(
      practice,
      Array.from({ length: 12 }, () => ({ body: { serviceId: again, start: at('10:00') } })),
    )
    expect(tally(two)).toEqual({ made: 6, refused: 6 })
  })
})

test('{A, B} and {B, A} together', async () => {
  await eachRound(async (practice) => {
    const [a, b] = [await practice.member(), await practice.member()]
    const ab = await practice.service({ memberIds: [a, b], assignment: 'all' })
    const ba = await practice.service({ memberIds: [b, a], assignment: 'all' })
    const answers = await atOnce(
      practice,
      Array.from({ length: 10 }, (_, n) => ({ body: { serviceId: n % 2 ? ab : ba, start: at('10:00') } })),
    )
    expect(tally(answers)).toEqual({ made: 1, refused: 9 })
  })
})

test('a series against single visits: as asked or not at all', async () => {
  await eachRound(async (practice) => {
    const serviceId = await practice.service()
    const series = { serviceId, start: at('10:00'), recurrence: 'FREQ=DAILY;COUNT=5' }
    const single = { serviceId, start: at('10:00', '2030-06-06') }
    const answers = await atOnce(practice, [{ body: series }, { body: single }, { body: series }])
    expect(count(answers, 201)).toBe(1)
    const [made] = await practice.shop.sql<{ n: number }>('select count(*)::int as n from requests')
    expect(made!.n).toBe(answers[1]!.status === 201 ? 1 : 5)
  })
})

test('moving and cancelling at once, and moving two to one place', async () => {
  await eachRound(async (practice) => {
    const serviceId = await practice.service()
    const [first, second] = await atOnce(practice, [
      { body: { serviceId, start: at('10:00') } },
      { body: { serviceId, start: at('11:00') } },
    ])
    const token = practice.owner.token
    const to = (id: unknown) => ({ path: `/bookings/${id}/reschedule`, body: { start: at('15:00') }, token })
    const moved = await atOnce(practice, [to(first!.body['id']), to(second!.body['id'])])
    expect([count(moved, 200), count(moved, 409)]).toEqual([1, 1])
    const id = first!.body['id']
    const both = await atOnce(practice, [
      { path: `/bookings/${id}/reschedule`, body: { start: at('18:00') }, token },
      { path: `/bookings/${id}/cancellation`, body: {}, token },
    ])
    expect(both.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const { body } = await practice.api.get<{ status: string }>(`/bookings/${id}`, { as: practice.owner })
    expect(body.status).toBe('cancelled')
  })
})

test('holds against posts, and many for one hold', async () => {
  await eachRound(async (practice) => {
    const serviceId = await practice.service()
    const asks = Array.from({ length: 12 }, (_, n) => ({
      path: n % 2 ? '/bookings' : '/booking-holds',
      body: { serviceId, start: at('10:00') },
    }))
    expect(tally(await atOnce(practice, asks))).toEqual({ made: 1, refused: 11 })
  })
})

test('the last use of a promotion goes to one', async () => {
  await eachRound(async (practice) => {
    const promotion = { code: 'LAST', kind: 'percent', value: '50', appliesTo: 'bookings', usageLimit: 1 }
    await practice.api.post('/promotions', promotion, { as: practice.owner })
    const services = await Promise.all(hours.map(() => practice.service()))
    const answers = await atOnce(
      practice,
      services.map((serviceId) => ({ body: { serviceId, start: at('10:00'), promotionCodes: ['LAST'] } })),
    )
    const prices = answers
      .filter(({ status }) => status === 201)
      .map(({ body }) => (body['price'] as { total: { amount: string } }).total.amount)
    expect(prices.filter((amount) => amount === '20.00')).toHaveLength(1)
    expect(answers.every(({ status, body }) => status === 201 || body['code'] === 'price_changed')).toBe(true)
  })
})
