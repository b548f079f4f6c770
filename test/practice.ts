/** A service company to test in: staff and customers with sessions, services and members made over the API. */
import { randomUUID } from 'node:crypto'
import { type Ask, type Client, client, type Json, type Person, type Reply } from './http.ts'
import { newShop, type Shop } from './world.ts'

export type Practice = {
  shop: Shop
  api: Client
  owner: Person
  /** UTC, around the clock, an hour at a time, unless said otherwise. */
  service: (more?: Json) => Promise<string>
  member: (more?: Json) => Promise<string>
  book: (body: Json, ask?: Ask) => Promise<Reply<Json>>
  starts: (serviceId: string, day: string, more?: string) => Promise<string[]>
}

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
export const always = [{ days: weekdays, from: '00:00', to: '24:00' }]
/** Well before the days that tests book. */
export const longBefore = '2030-01-01T00:00:00Z'

export const guest = (name = 'Anna Guest'): Json => ({
  name,
  email: `${randomUUID().slice(0, 8)}@people.test`,
  phone: '+30 210 0000000',
})

export async function newPractice(): Promise<Practice> {
  const shop = await newShop()
  const api = client(shop)
  const owner = await api.signUp('owner')
  const made = async (path: string, body: Json): Promise<string> => {
    const reply = await api.post<{ id: string }>(path, body, { as: owner })
    if (reply.status !== 201) throw new Error(`${path}: ${reply.status} ${reply.text}`)
    return reply.body.id
  }
  return {
    shop,
    api,
    owner,
    service: (more = {}) =>
      made('/services', {
        name: 'A visit',
        durationMinutes: 60,
        timeZone: 'UTC',
        hours: always,
        price: { base: '40.00' },
        ...more,
      }),
    member: (more = {}) => made('/team-members', { name: 'Nikos', ...more }),
    book: (body, ask = {}) =>
      api.post('/bookings', { customer: guest(), ...body }, { key: randomUUID(), now: longBefore, ...ask }),
    starts: async (serviceId, day, more = '') => {
      const path = `/services/${serviceId}/availability?from=${day}&to=${day}${more}`
      const { body } = await api.get<{ data: { start: string }[] }>(path, { now: longBefore })
      return body.data.map(({ start }) => start.slice(11, 16))
    },
  }
}
