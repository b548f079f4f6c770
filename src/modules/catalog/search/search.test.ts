import { expect, test } from 'vitest'
import { newShop } from '../../../../test/world.ts'
import { newId } from '../../../platform/database/columns.ts'
import type { Translated } from '../../../platform/values/shapes.ts'
import { createProduct } from '../create-product.ts'
import { listProducts } from './list-products.ts'
import { ListProducts } from './shapes.ts'

const goods: { name: string | Translated; description?: string; tags?: string[] }[] = [
  { name: { el: 'Εξαιρετικό παρθένο ελαιόλαδο Κορωνέικη' }, tags: ['βιολογικό'] },
  { name: { el: 'Μέλι θυμαρίσιο', en: 'Thyme honey' } },
  { name: { el: 'Τσάι του βουνού', en: 'Mountain tea' } },
  { name: { el: 'Γιαούρτι πρόβειο' } },
  { name: { el: 'Φέτα ΠΟΠ', en: 'Feta PDO' } },
  { name: { el: 'Ξίδι από σταφύλι' } },
  { name: { el: 'Λουκούμι τριαντάφυλλο' } },
  { name: { el: 'Θυμάρι ξερό' } },
  { name: { el: 'Χυλοπίτες με αυγό' } },
  { name: { el: 'Μαϊντανός αποξηραμένος' } },
  { name: { el: 'Μπύρα κριθαριού' } },
  { name: { el: 'Αγκινάρες σε βάζο' } },
  { name: { el: 'Ρόδι χυμός' } },
  { name: { el: 'Ελιές Καλαμών' }, description: 'Σε άλμη, με λίγο ξίδι.' },
]

const first: [string, string][] = [
  ['ελαιόλαδο', 'ελαιόλαδο'],
  ['ΕΛΑΙΟΛΑΔΟ', 'ελαιόλαδο'],
  ['ελαιολαδο', 'ελαιόλαδο'],
  ['elaiolado', 'ελαιόλαδο'],
  ['eleolado', 'ελαιόλαδο'],
  ['elaiol', 'ελαιόλαδο'],
  ['olive oil', 'ελαιόλαδο'],
  ['Olive  OIL', 'ελαιόλαδο'],
  ['ελαιολάδου', 'ελαιόλαδο'],
  ['ελεόλαδο', 'ελαιόλαδο'],
  // Typos.
  ['elaolado', 'ελαιόλαδο'],
  ['ελαιλαδο', 'ελαιόλαδο'],
  ['eleoaldo', 'ελαιόλαδο'],
  ['oliev oil', 'ελαιόλαδο'],
  ['παρθενο ελαιολδο', 'ελαιόλαδο'],
  ['organic', 'ελαιόλαδο'],
  ['viologiko', 'ελαιόλαδο'],
  ['meli', 'Μέλι'],
  ['melh', 'Μέλι'],
  ['μελιου', 'Μέλι'],
  ['honey', 'Μέλι'],
  ['thimarisio', 'Μέλι'],
  ['8ymarisio meli', 'Μέλι'],
  ['tsai', 'Τσάι'],
  ['τσαι', 'Τσάι'],
  ['mountain tea', 'Τσάι'],
  ['yaourti', 'Γιαούρτι'],
  ['giaourti', 'Γιαούρτι'],
  ['yogurt', 'Γιαούρτι'],
  ['feta', 'Φέτα'],
  ['φετες', 'Φέτα'],
  ['ksidi', 'Ξίδι'],
  ['xidi', 'Ξίδι'],
  ['3idi', 'Ξίδι'],
  ['ξύδι', 'Ξίδι'],
  ['vinegar', 'Ξίδι'],
  ['loukoumi', 'Λουκούμι'],
  ['lukumi', 'Λουκούμι'],
  ['loykoymi', 'Λουκούμι'],
  ['xilopites', 'Χυλοπίτες'],
  ['hylopites', 'Χυλοπίτες'],
  ['avgo', 'Χυλοπίτες'],
  ['maintanos', 'Μαϊντανός'],
  ['μαιντανος', 'Μαϊντανός'],
  ['bira', 'Μπύρα'],
  ['mpyra', 'Μπύρα'],
  ['μπίρα', 'Μπύρα'],
  ['beer', 'Μπύρα'],
  ['anginares', 'Αγκινάρες'],
  ['agkinares', 'Αγκινάρες'],
  ['kalamwn', 'Ελιές'],
  ['ελιά', 'Ελιές'],
  ['olives kalamon', 'Ελιές'],
]

test('whatever alphabet, accent, ending or typo, the right thing comes first', async () => {
  const shop = await newShop()
  const producerId = newId()
  await shop.sql(
    `insert into producers (tenant_id, id, slug, name) values ($1, $2, 'p', '{"el":"Κτήμα Βουνού"}')`,
    [shop.organization.id, producerId],
  )
  for (const [at, good] of goods.entries()) {
    await createProduct(shop.as('admin'), {
      ...good,
      producerId,
      status: 'published',
      variants: [{ sku: `S${at}`, price: '5.00', stock: 3 }],
    })
  }
  const search = async (q: string) =>
    (await listProducts(shop.as('guest', { locale: 'el' }), ListProducts.parse({ q }))).data.map(
      (row) => row.name as string,
    )

  const missed: string[] = []
  for (const [q, expected] of first) {
    const names = await search(q)
    if (!names[0]?.includes(expected)) missed.push(`${q} → ${names.slice(0, 3).join(', ') || 'nothing'}`)
  }
  expect(missed).toEqual([])

  // Named so before it is only mentioned.
  expect(await search('ξίδι')).toEqual(['Ξίδι από σταφύλι', 'Ελιές Καλαμών'])
  // A typo is looked for only where the word is unknown.
  expect(await search('φέτα')).toEqual(['Φέτα ΠΟΠ'])
  expect(await search('ζζζζζζ')).toEqual([])
  expect(await search('!!! ')).toEqual([])
  expect(await search(`'); drop table products; --`)).toEqual([])
})
