/** The shared cases of availability, by their numbers, and more of the same kinds. */
import { describe, expect, test } from 'vitest'
import { asked, everyDay, inputs, member, open, shown, starts, visit, workdays } from './inputs.fixture.ts'

const times = (list: string[]) => list.map((instant) => instant.slice(11, 16))

describe('hours', () => {
  const newYork = { timeZone: 'America/New_York', hours: workdays('08:00', '17:00') }

  test('1: an override replaces the day', () => {
    const overrides = [{ date: '2023-06-13', hours: [{ from: '10:00', to: '15:00' }] }]
    expect(
      open(inputs({ service: { ...newYork, overrides } }), { from: '2023-06-13', to: '2023-06-14' }),
    ).toEqual(['2023-06-13T14:00Z/2023-06-13T19:00Z', '2023-06-14T12:00Z/2023-06-14T21:00Z'])
  })

  test('2: a day without hours is closed', () => {
    const london = { timeZone: 'Europe/London', hours: workdays('08:00', '17:00') }
    const given = inputs({ service: { ...london, overrides: [{ date: '2023-06-13', hours: [] }] } })
    expect(open(given, { from: '2023-06-13', to: '2023-06-14' })).toEqual([
      '2023-06-14T07:00Z/2023-06-14T16:00Z',
    ])
  })

  test('3: an override that is another day elsewhere', () => {
    const overrides = [{ date: '2023-06-13', hours: [{ from: '22:00', to: '23:00' }] }]
    const given = inputs({ service: { ...newYork, overrides } })
    expect(open(given, { from: '2023-06-13', to: '2023-06-14' })).toEqual([
      '2023-06-14T02:00Z/2023-06-14T03:00Z',
      '2023-06-14T12:00Z/2023-06-14T21:00Z',
    ])
    // For a viewer in UTC both lie on the 14th.
    expect(open(given, { from: '2023-06-14', viewer: 'UTC' })).toHaveLength(2)
    expect(open(given, { from: '2023-06-13', viewer: 'UTC' })).toEqual([])
  })

  test('5: what touches at midnight is one window', () => {
    const hours = [
      { days: ['mo', 'tu', 'we', 'th', 'fr'] as const, from: '23:00', to: '24:00' },
      { days: ['tu', 'we', 'th', 'fr', 'sa'] as const, from: '00:00', to: '00:30' },
    ]
    const given = inputs({ service: { timeZone: 'Europe/London', hours, slotStepMinutes: 90 } })
    expect(open(given, { from: '2023-06-13', to: '2023-06-15', viewer: 'UTC' })).toEqual([
      '2023-06-13T22:00Z/2023-06-13T23:30Z',
      '2023-06-14T22:00Z/2023-06-14T23:30Z',
      '2023-06-15T22:00Z/2023-06-15T23:30Z',
    ])
    expect(starts(given, { from: '2023-06-13', length: 90 })).toEqual(['2023-06-13T22:00Z'])
  })

  test('7: windows that overlap or touch are one, and the grid begins at its opening', () => {
    const at = (from: string, to: string) => ({ days: ['mo'] as const, from, to })
    const monday = { from: '2024-06-03' }
    const overlapping = inputs({ service: { hours: [at('06:00', '10:00'), at('08:00', '10:00')] } })
    expect(open(overlapping, monday)).toEqual(['2024-06-03T06:00Z/2024-06-03T10:00Z'])
    const touching = inputs({
      service: { hours: [at('08:00', '11:00'), at('11:00', '14:00')], slotStepMinutes: 120 },
    })
    expect(times(starts(touching, { ...monday, length: 120 }))).toEqual(['08:00', '10:00', '12:00'])
  })

  test('13: a day open from end to end', () => {
    const count = (length: number, slotStepMinutes: number, to = '24:00') => {
      const overrides = [{ date: '2024-06-03', hours: [{ from: '00:00', to }] }]
      const given = inputs({ service: { hours: [], overrides, slotStepMinutes } })
      return starts(given, { from: '2024-06-03', length }).length
    }
    expect([count(60, 60), count(30, 60), count(20, 20), count(40, 40)]).toEqual([24, 24, 72, 36])
    expect(count(20, 20, '23:45')).toBe(71)
  })

  test('17, 18: the grid belongs to each window', () => {
    const split = inputs({
      service: { hours: [...everyDay('07:00', '07:05'), ...everyDay('07:10', '07:30')], slotStepMinutes: 5 },
    })
    expect(times(starts(split, { from: '2024-06-03', length: 5 }))).toEqual([
      '07:00',
      '07:10',
      '07:15',
      '07:20',
      '07:25',
    ])
    const odd = inputs({ service: { hours: everyDay('07:22', '08:00'), slotStepMinutes: 8 } })
    expect(times(starts(odd, { from: '2024-06-03', length: 8 }))).toEqual([
      '07:22',
      '07:30',
      '07:38',
      '07:46',
    ])
    const half = inputs({ service: { hours: everyDay('09:00', '12:00'), slotStepMinutes: 30 } })
    const of = (length: number) => times(starts(half, { from: '2024-06-03', length }))
    expect(of(60)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00'])
    expect([of(180).length, of(181).length]).toEqual([1, 0])
  })

  test('19, 21: zones of odd offsets', () => {
    const kathmandu = inputs({ service: { timeZone: 'Asia/Kathmandu', hours: everyDay('08:00', '11:00') } })
    expect(times(starts(kathmandu, { from: '2024-06-03' }))).toEqual(['02:15', '03:15', '04:15'])
    const losAngeles = inputs({
      service: { timeZone: 'America/Los_Angeles', hours: everyDay('09:30', '17:30') },
    })
    expect(times(starts(losAngeles, { from: '2024-06-03' }))).toEqual([
      '16:30',
      '17:30',
      '18:30',
      '19:30',
      '20:30',
      '21:30',
      '22:30',
      '23:30',
    ])
  })

  test('public holidays close the day, and an override opens it again', () => {
    const given = (overrides: { date: string; hours: { from: string; to: string }[] }[]) =>
      inputs({ service: { hours: everyDay('09:00', '12:00'), overrides }, closedDays: ['2026-08-15'] })
    expect(starts(given([]), { from: '2026-08-15' })).toEqual([])
    const opened = given([{ date: '2026-08-15', hours: [{ from: '10:00', to: '11:00' }] }])
    expect(times(starts(opened, { from: '2026-08-15' }))).toEqual(['10:00'])
  })
})

describe('members', () => {
  const hours = (...windows: [string, string][]) => windows.flatMap(([from, to]) => everyDay(from, to))

  test('10: all of three', () => {
    const members = [
      member('a', { hours: hours(['09:00', '12:00'], ['14:00', '17:00']) }),
      member('b', { hours: hours(['10:00', '13:00'], ['15:00', '18:00']) }),
      member('c', { hours: hours(['11:00', '12:30'], ['15:30', '16:30']) }),
    ]
    const given = inputs({ service: { assignment: 'all' }, members })
    expect(open(given, { from: '2024-06-03' })).toEqual([
      '2024-06-03T11:00Z/2024-06-03T12:00Z',
      '2024-06-03T15:30Z/2024-06-03T16:30Z',
    ])
    expect(times(starts(given, { from: '2024-06-03' }))).toEqual(['11:00', '15:30'])
  })

  test('12: members of one zone at different hours', () => {
    const timeZone = 'Asia/Kolkata'
    const members = [
      member('a', { timeZone, hours: hours(['10:00', '18:00']) }),
      member('b', { timeZone, hours: hours(['17:00', '22:00']) }),
    ]
    const any = starts(inputs({ service: { timeZone }, members }), { from: '2024-06-03' })
    expect([any.length, any[0], any.at(-1)]).toEqual([12, '2024-06-03T04:30Z', '2024-06-03T15:30Z'])
    const all = inputs({ service: { timeZone, assignment: 'all' }, members })
    expect(times(starts(all, { from: '2024-06-03' }))).toEqual(['11:30'])
  })

  test('a member without hours has the service’s; their overrides replace the day', () => {
    const overrides = [{ date: '2024-06-03', hours: [{ from: '06:00', to: '07:00' }] }]
    const given = inputs({
      service: { hours: everyDay('09:00', '11:00') },
      members: [member('a', { overrides })],
    })
    expect(times(starts(given, { from: '2024-06-03', to: '2024-06-04' }))).toEqual([
      '06:00',
      '09:00',
      '10:00',
    ])
  })

  test('own hours stand instead of the service’s, or only within them; what closes it closes it for all', () => {
    const a = member('a', { hours: everyDay('08:00', '11:00') })
    const hours = everyDay('10:00', '12:00')
    const of = (more: object) =>
      times(starts(inputs({ service: { hours, ...more }, members: [a] }), { from: '2024-06-03' }))
    expect(of({})).toEqual(['08:00', '09:00', '10:00'])
    expect(of({ memberHours: 'within' })).toEqual(['10:00'])
    expect(of({ overrides: [{ date: '2024-06-03', hours: [] }] })).toEqual([])
    expect(of({ overrides: [{ date: '2024-06-03', hours: [{ from: '09:00', to: '10:00' }] }] })).toEqual([
      '09:00',
    ])
  })

  test('a journey moves the hours to another zone', () => {
    const travel = [{ from: '2024-06-04', to: '2024-06-05', timeZone: 'America/New_York' }]
    const a = member('a', { timeZone: 'Europe/Athens', hours: hours(['09:00', '10:00']), travel })
    expect(starts(inputs({ members: [a] }), { from: '2024-06-03', to: '2024-06-06' })).toEqual([
      '2024-06-03T06:00Z',
      '2024-06-04T13:00Z',
      '2024-06-05T13:00Z',
      '2024-06-06T06:00Z',
    ])
  })

  test('time off takes starts away and does not move them; a visit may end when it begins', () => {
    const timeOff = [{ from: '2024-06-03T10:30:00Z', to: '2024-06-03T11:15:00Z' }]
    const a = member('a', { hours: hours(['09:00', '14:00']), timeOff })
    const given = inputs({ service: { bufferAfterMinutes: 15, slotStepMinutes: 30 }, members: [a] })
    expect(times(starts(given, { from: '2024-06-03' }))).toEqual([
      '09:00',
      '09:30',
      '11:30',
      '12:00',
      '12:30',
      '13:00',
    ])
  })

  test('one member may be asked for', () => {
    const members = [
      member('a', { hours: hours(['09:00', '10:00']) }),
      member('b', { hours: hours(['10:00', '11:00']) }),
    ]
    expect(times(starts(inputs({ members }), { from: '2024-06-03', memberId: 'b' }))).toEqual(['10:00'])
    expect(starts(inputs({ members }), { from: '2024-06-03', memberId: 'nobody' })).toEqual([])
  })
})

describe('what is taken', () => {
  const kolkata = {
    timeZone: 'Asia/Kolkata',
    hours: everyDay('09:30', '18:00'),
    slotStepMinutes: 45,
  }
  const eleven = [
    '04:00',
    '04:45',
    '05:30',
    '06:15',
    '07:00',
    '07:45',
    '08:30',
    '09:15',
    '10:00',
    '10:45',
    '11:30',
  ]
  const day = { from: '2024-06-03', length: 45 }

  test('24, 25, 26: a booking takes its starts away, one that was refused takes none', () => {
    expect(times(starts(inputs({ service: kolkata }), day))).toEqual(eleven)
    const with0400 = inputs({ service: kolkata, taken: [visit('2024-06-03T04:00Z', '2024-06-03T04:15Z')] })
    expect(times(starts(with0400, day))).toEqual(eleven.slice(1))
    // Rejected and cancelled bookings hold no seat; a pending one does.
    const with0600 = inputs({ service: kolkata, taken: [visit('2024-06-03T06:00Z', '2024-06-03T06:15Z')] })
    expect(times(starts(with0600, day))).toEqual(eleven.filter((time) => time !== '05:30'))
  })

  test('27: any is whoever is free, all is everybody', () => {
    const taken = [
      visit('2024-06-03T04:00Z', '2024-06-03T04:15Z', { resourceId: 'a' }),
      visit('2024-06-03T05:30Z', '2024-06-03T05:45Z', { resourceId: 'b', serviceId: 'another' }),
    ]
    const members = [member('a'), member('b')]
    expect(starts(inputs({ service: kolkata, members, taken }), day)).toHaveLength(11)
    expect(starts(inputs({ service: { ...kolkata, assignment: 'all' }, members, taken }), day)).toHaveLength(
      9,
    )
  })

  test('29: buffers add', () => {
    const given = inputs({
      service: {
        hours: everyDay('09:00', '17:00'),
        slotStepMinutes: 15,
        bufferBeforeMinutes: 15,
        bufferAfterMinutes: 30,
      },
      taken: [
        visit('2024-06-03T12:30Z', '2024-06-03T13:00Z', {}, 15, 30),
        visit('2024-06-03T14:30Z', '2024-06-03T15:00Z', {}, 15, 30),
      ],
    })
    const found = times(starts(given, { from: '2024-06-03', length: 30 }))
    expect(found).toHaveLength(14)
    expect(found.filter((time) => time > '11:15' && time < '15:45')).toEqual([])
  })

  test('31: a group shares one visit', () => {
    const sold = (seats: number) =>
      inputs({
        service: { hours: everyDay('09:00', '17:00'), bufferBeforeMinutes: 60, capacity: 3 },
        taken: [visit('2024-06-03T13:00Z', '2024-06-03T14:00Z', { seats, capacity: 3 }, 60)],
      })
    const { offers, refused } = asked(sold(1), { from: '2024-06-03' })
    const left = Object.fromEntries(
      offers.map(({ start, remaining }) => [shown(start).slice(11, 16), remaining]),
    )
    expect(left).toMatchObject({ '11:00': 3, '13:00': 2, '15:00': 3 })
    expect(refused).toEqual([
      { start: Date.parse('2024-06-03T12:00Z'), reason: 'slot_taken' },
      { start: Date.parse('2024-06-03T14:00Z'), reason: 'slot_taken' },
    ])
    expect(times(starts(sold(3), { from: '2024-06-03' }))).not.toContain('13:00')
    // Another length of the same service is another visit.
    expect(times(starts(sold(1), { from: '2024-06-03', length: 90 }))).not.toContain('13:00')
  })

  test('outside calendars count with the buffers', () => {
    const given = inputs({
      service: { hours: everyDay('09:00', '13:00'), bufferAfterMinutes: 30 },
      members: [member('a')],
      busy: [{ memberId: 'a', from: Date.parse('2024-06-03T11:15Z'), to: Date.parse('2024-06-03T11:45Z') }],
    })
    expect(times(starts(given, { from: '2024-06-03' }))).toEqual(['09:00', '12:00'])
  })

  test('rooms: one of each group, none for two', () => {
    const room = (id: string, from: string, to: string) =>
      visit(`2024-06-03T${from}Z`, `2024-06-03T${to}Z`, { resourceId: id, serviceId: 'another' })
    const given = inputs({
      service: { hours: everyDay('09:00', '13:00'), resources: [['x', 'y'], ['x']] },
      members: [member('a'), member('b')],
      taken: [room('y', '09:00', '10:00'), room('x', '10:00', '11:00')],
    })
    const { offers } = asked(given, { from: '2024-06-03' })
    expect(
      offers.map(({ start, remaining, choices }) => [
        shown(start).slice(11, 16),
        remaining,
        choices[0]!.resourceIds,
      ]),
    ).toEqual([
      ['11:00', 1, ['y', 'x']],
      ['12:00', 1, ['y', 'x']],
    ])
  })

  test('whoever has the emptiest day is asked first', () => {
    const taken = [visit('2024-06-03T09:00Z', '2024-06-03T10:00Z', { resourceId: 'a', serviceId: 'another' })]
    const { offers } = asked(inputs({ members: [member('a'), member('b')], taken }), { from: '2024-06-03' })
    expect(
      offers
        .find(({ start }) => start === Date.parse('2024-06-03T12:00Z'))!
        .choices.map(({ memberIds }) => memberIds),
    ).toEqual([['b'], ['a']])
  })
})

describe('clock changes', () => {
  const zone = (timeZone: string, from: string, to: string) =>
    inputs({ service: { timeZone, hours: everyDay(from, to) } })

  test('32, 34, 36: New York', () => {
    expect(open(zone('America/New_York', '13:00', '18:00'), { from: '2026-03-08' })).toEqual([
      '2026-03-08T17:00Z/2026-03-08T22:00Z',
    ])
    const spring = starts(zone('America/New_York', '00:00', '24:00'), { from: '2026-03-08' })
    expect([spring.length, spring[0], spring.at(-1)]).toEqual([23, '2026-03-08T05:00Z', '2026-03-09T03:00Z'])
    expect(spring).toContain('2026-03-08T07:00Z')
    expect(starts(zone('America/New_York', '01:00', '05:00'), { from: '2026-11-01' })).toEqual(
      [5, 6, 7, 8, 9].map((hour) => `2026-11-01T0${hour}:00Z`),
    )
  })

  test('39: London', () => {
    const autumn = starts(zone('Europe/London', '00:00', '08:00'), { from: '2026-10-25' })
    expect([autumn.length, autumn[0], autumn.at(-1)]).toEqual([9, '2026-10-24T23:00Z', '2026-10-25T07:00Z'])
  })

  test('42: Cairo, where midnight is missing', () => {
    expect(open(zone('Africa/Cairo', '09:00', '17:00'), { from: '2026-04-24' })).toEqual([
      '2026-04-24T06:00Z/2026-04-24T14:00Z',
    ])
    expect(starts(zone('Africa/Cairo', '00:00', '04:00'), { from: '2026-04-24' })).toEqual([
      '2026-04-23T22:00Z',
      '2026-04-23T23:00Z',
      '2026-04-24T00:00Z',
    ])
  })

  test('half an hour, and a window that lies in the gap', () => {
    // The day has 23 hours and a half: its last visit ends after midnight, and the next day begins anew.
    expect(starts(zone('Australia/Lord_Howe', '00:00', '24:00'), { from: '2026-10-04' })).toHaveLength(24)
    expect(starts(zone('America/New_York', '02:00', '03:00'), { from: '2026-03-08' })).toEqual([])
  })
})

describe('limits', () => {
  const dhaka = { timeZone: 'Asia/Dhaka' }
  const one = [visit('2024-06-03T08:00Z', '2024-06-03T09:00Z')]

  test('47: visits a day, of the service’s days', () => {
    const limited = (dailyLimit: number, question: object) =>
      starts(inputs({ service: { ...dhaka, dailyLimit }, taken: one }), { from: '2024-06-03', ...question })
    expect(limited(1, {})).toEqual([])
    expect(limited(1, { from: '2024-06-04' })).toHaveLength(24)
    expect(limited(2, {})).toHaveLength(23)
    const far = { from: '2024-06-01', to: '2024-06-05', viewer: 'Pacific/Midway' }
    expect(
      limited(1, far).filter((start) => start >= '2024-06-02T18:00Z' && start < '2024-06-03T18:00Z'),
    ).toEqual([])
  })

  test('48: minutes a day', () => {
    const taken = [...one, visit('2024-06-03T10:00Z', '2024-06-03T11:00Z')]
    const left = (dailyMinutesLimit: number) =>
      starts(inputs({ service: { ...dhaka, dailyMinutesLimit }, taken }), { from: '2024-06-03' }).length
    expect([left(120), left(179), left(180)]).toEqual([0, 0, 22])
  })

  test('visits a week, from Monday on', () => {
    const given = inputs({ service: { ...dhaka, weeklyLimit: 1 }, taken: one })
    expect(starts(given, { from: '2024-06-03', to: '2024-06-09' })).toEqual([])
    expect(starts(given, { from: '2024-06-10' })).toHaveLength(24)
    expect(starts(given, { from: '2024-06-02' })).toHaveLength(24)
  })

  test('of a member, over all their services', () => {
    const taken = [visit('2024-06-03T09:00Z', '2024-06-03T10:00Z', { resourceId: 'a', serviceId: 'another' })]
    const members = [member('a', { dailyLimit: 1 }), member('b')]
    const { offers } = asked(inputs({ members, taken }), { from: '2024-06-03' })
    expect(new Set(offers.flatMap(({ memberIds }) => memberIds))).toEqual(new Set(['b']))
    const alone = asked(inputs({ members: members.slice(0, 1), taken }), { from: '2024-06-03' })
    expect(new Set(alone.refused.map(({ reason }) => reason))).toEqual(
      new Set(['limit_reached', 'slot_taken']),
    )
  })

  test('a group that is joined is no further visit', () => {
    const taken = [visit('2024-06-03T08:00Z', '2024-06-03T09:00Z', { capacity: 3 })]
    const given = inputs({ service: { dailyLimit: 1, capacity: 3 }, taken })
    expect(times(starts(given, { from: '2024-06-03' }))).toEqual(['08:00'])
  })

  test('what remains is never more than the limit leaves', () => {
    const members = [member('a'), member('b'), member('c')]
    const [first] = asked(inputs({ service: { dailyLimit: 2 }, members }), { from: '2024-06-03' }).offers
    expect(first!.remaining).toBe(2)
  })
})

describe('how soon and how far', () => {
  const kolkata = { timeZone: 'Asia/Kolkata', hours: everyDay('10:00', '18:00') }
  const daysOf = (given: ReturnType<typeof inputs>, now: string, from: string, to: string) => [
    ...new Set(
      asked(given, { from, to, now }).offers.map(({ start }) => shown(start + 5.5 * 3_600_000).slice(0, 10)),
    ),
  ]

  test('51: calendar days', () => {
    const given = inputs({ service: { ...kolkata, horizon: { days: 2, kind: 'calendar' } } })
    const days = ['2024-05-31', '2024-06-01', '2024-06-02']
    expect(daysOf(given, '2024-05-31T01:30Z', '2024-05-30', '2024-06-05')).toEqual(days)
    // A start equal to now is not offered.
    expect(daysOf(given, '2024-05-31T11:30Z', '2024-05-30', '2024-06-05')).toEqual(days.slice(1))
  })

  test('53: days on which there is something', () => {
    const full = { date: '2024-06-02', hours: [] }
    const given = inputs({
      service: { ...kolkata, horizon: { days: 3, kind: 'bookable' }, overrides: [full] },
    })
    expect(daysOf(given, '2024-05-30T18:30Z', '2024-05-25', '2024-06-20')).toEqual([
      '2024-05-31',
      '2024-06-01',
      '2024-06-03',
    ])
    expect(daysOf(given, '2024-05-30T18:30Z', '2024-06-03', '2024-06-20')).toEqual(['2024-06-03'])
    expect(daysOf(given, '2024-05-30T18:30Z', '2024-06-04', '2024-06-20')).toEqual([])
  })

  test('business days: Monday to Friday, today not counted', () => {
    const given = inputs({ service: { ...kolkata, horizon: { days: 2, kind: 'business' } } })
    // 2024-05-31 is a Friday.
    expect(daysOf(given, '2024-05-31T01:30Z', '2024-05-30', '2024-06-10').at(-1)).toBe('2024-06-04')
  })

  test('between two days', () => {
    const given = inputs({ service: { ...kolkata, horizon: { from: '2024-06-03', to: '2024-06-04' } } })
    expect(daysOf(given, '2024-05-31T01:30Z', '2024-05-30', '2024-06-10')).toEqual([
      '2024-06-03',
      '2024-06-04',
    ])
  })

  test('notice, and now itself', () => {
    const of = (minimumNoticeMinutes: number, now: string) =>
      times(
        starts(inputs({ service: { hours: everyDay('09:00', '12:00'), minimumNoticeMinutes } }), {
          from: '2024-06-03',
          now,
        }),
      )
    expect(of(60, '2024-06-03T09:00Z')).toEqual(['10:00', '11:00'])
    expect(of(60, '2024-06-03T09:01Z')).toEqual(['11:00'])
    expect(of(0, '2024-06-03T09:00Z')).toEqual(['10:00', '11:00'])
  })

  test('reasons are told', () => {
    const given = inputs({
      service: {
        hours: everyDay('09:00', '13:00'),
        minimumNoticeMinutes: 30,
        horizon: { days: 0, kind: 'calendar' },
      },
      taken: [visit('2024-06-03T11:00Z', '2024-06-03T12:00Z')],
    })
    const { refused } = asked(given, { from: '2024-06-03', to: '2024-06-04', now: '2024-06-03T09:45Z' })
    expect(refused.map(({ start, reason }) => `${shown(start)} ${reason}`)).toEqual([
      '2024-06-03T09:00Z notice_too_short',
      '2024-06-03T10:00Z notice_too_short',
      '2024-06-03T11:00Z slot_taken',
      ...['09', '10', '11', '12'].map((hour) => `2024-06-04T${hour}:00Z beyond_horizon`),
    ])
  })
})
