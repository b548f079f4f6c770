import { expect, test } from 'vitest'
import { newShop, type Shop } from '../../../test/world.ts'
import { newId } from '../../platform/database/columns.ts'
import { writing } from '../../platform/tenancy/change.ts'
import { addMyAddress, listMyAddresses, removeMyAddress, updateMyAddress } from './addresses.ts'
import { type Buyer, createCustomer, findOrCreateCustomer, getCustomer, updateCustomer } from './customers.ts'
import { listCustomers } from './list.ts'
import { ListCustomers } from './shapes.ts'

const buyer = (more: Partial<Buyer> = {}): Buyer => ({
  email: 'maria@example.gr',
  name: 'Μαρία Παπαδάκη',
  userId: null,
  locale: 'el',
  ...more,
})
const find = (shop: Shop, who: Buyer) => writing(shop.as('guest'), (ctx) => findOrCreateCustomer(ctx, who))

async function account(shop: Shop, email: string, isVerified: boolean): Promise<string> {
  const id = newId()
  await shop.sql(
    `insert into auth."user" (id, name, email, email_verified, created_at, updated_at) values ($1, 'A', $2, $3, now(), now())`,
    [id, email, isVerified],
  )
  return id
}

const address = { name: 'Μαρία', line1: 'Ερμού 1', city: 'Αθήνα', postalCode: '10563', country: 'GR' }

test('fifty purchases at once under one e-mail make one customer', async () => {
  const shop = await newShop()
  const found = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      find(shop, buyer({ email: n % 2 ? 'Maria@Example.gr' : 'maria@example.gr' })),
    ),
  )
  expect(new Set(found.map((row) => row.id)).size).toBe(1)
  expect(await shop.auditOf(found[0]!.id)).toEqual(['customer.create'])
})

test('an account takes over what was bought as a guest only with a verified e-mail', async () => {
  const shop = await newShop()
  const guest = await find(shop, buyer())
  const stranger = await account(shop, `x${newId()}@example.gr`, true)
  const unverified = await find(shop, buyer({ userId: stranger, name: 'Somebody else' }))
  expect(unverified.id).not.toBe(guest.id)
  expect(unverified).toMatchObject({ email: null, userId: stranger })

  const email = `maria-${newId()}@example.gr`
  const before = await find(shop, buyer({ email }))
  const owner = await account(shop, email, true)
  expect(await find(shop, buyer({ email, userId: owner, name: 'Other' }))).toMatchObject({
    id: before.id,
    userId: owner,
    name: 'Μαρία Παπαδάκη',
  })
  expect((await find(shop, buyer({ email, userId: owner }))).id).toBe(before.id)
})

test('my addresses: the first is the default, a new default takes over, a removed one leaves it to the oldest', async () => {
  const shop = await newShop()
  const me = shop.as('customer')
  const first = await addMyAddress(me, { address })
  const second = await addMyAddress(me, { address: { ...address, line1: 'Αιόλου 2' } })
  expect([first.isDefault, second.isDefault]).toEqual([true, false])
  await updateMyAddress(me, { addressId: second.id, isDefault: true })
  expect((await listMyAddresses(me)).map((row) => [row.id, row.isDefault])).toEqual([
    [second.id, true],
    [first.id, false],
  ])
  await removeMyAddress(me, { addressId: second.id })
  expect((await listMyAddresses(me)).map((row) => [row.id, row.isDefault])).toEqual([[first.id, true]])
})

test("somebody else's address is not there", async () => {
  const shop = await newShop()
  const mine = await addMyAddress(shop.as('customer'), { address })
  const other = shop.as('customer')
  await addMyAddress(other, { address })
  await expect(updateMyAddress(other, { addressId: mine.id, isDefault: true })).rejects.toMatchObject({
    status: 404,
  })
  await expect(removeMyAddress(other, { addressId: mine.id })).rejects.toMatchObject({ status: 404 })
  await expect(addMyAddress(shop.as('guest'), { address })).rejects.toMatchObject({ status: 401 })
})

test('staff find a customer by any part, without accents, and page by keyset without a gap', async () => {
  const [shop, other] = [await newShop(), await newShop()]
  const staff = shop.as('admin')
  await createCustomer(staff, { name: 'Ελένη Δημητρίου', email: 'eleni@example.gr', phone: '210 123 4567' })
  await createCustomer(staff, { name: 'Άρης Νικολάου', kind: 'company', vatNumber: 'EL094014201' })
  for (let n = 0; n < 5; n++) await createCustomer(staff, { name: `Πελάτης ${n}` })
  const names = async (query: object, who = staff) =>
    (await listCustomers(who, ListCustomers.parse(query))).data.map((row) => row.name)
  expect(await names({ q: 'δημητριου' })).toEqual(['Ελένη Δημητρίου'])
  expect(await names({ q: '210-1234567' })).toEqual(['Ελένη Δημητρίου'])
  expect(await names({ q: '094014201' })).toEqual(['Άρης Νικολάου'])
  expect(await names({ kind: 'company' })).toEqual(['Άρης Νικολάου'])
  expect(await names({}, other.as('admin'))).toEqual([])
  for (const sort of ['-createdAt', 'createdAt', 'name', '-name'] as const) {
    const all = await names({ sort })
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await listCustomers(staff, ListCustomers.parse({ sort, limit: 2, cursor }))
      paged.push(...page.data.map((row) => row.name))
      cursor = page.page.next ?? undefined
    } while (cursor)
    expect(paged).toEqual(all)
    expect(all).toHaveLength(7)
  }
  await expect(names({ cursor: Buffer.from('["x","y"]').toString('base64url') })).rejects.toMatchObject({
    status: 422,
  })
})

test('a changed customer is found under the new name; a stale version and a taken e-mail are refused', async () => {
  const shop = await newShop()
  const staff = shop.as('lead')
  const made = await createCustomer(staff, { name: 'Παλιό', email: 'a@example.gr', addresses: [{ address }] })
  await createCustomer(staff, { name: 'Άλλος', email: 'b@example.gr' })
  const after = await updateCustomer(staff, { customerId: made.id, name: 'Νέο' }, made.version)
  expect(after).toMatchObject({ name: 'Νέο', version: 2 })
  expect((await getCustomer(staff, { customerId: made.id })).addresses).toHaveLength(1)
  await expect(updateCustomer(staff, { customerId: made.id, name: 'x' }, 1)).rejects.toMatchObject({
    status: 412,
  })
  await expect(updateCustomer(staff, { customerId: made.id, email: 'B@example.gr' })).rejects.toMatchObject({
    code: 'duplicate_email',
  })
})
