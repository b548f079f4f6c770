/** Every measurement with one command: `npm run bench`. Prints the figures and writes them into docs/benchmarks.md. */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { fillCatalogue } from './catalogue-data.ts'
import { Client, type Measured, measure } from './load.ts'
import { placeBarely } from './placing-sql.ts'
import { forget, memoryOf, newData, startServer } from './server.ts'

type Row = { what: string; budget: string; measured: string }
const rows: Row[] = []
const note = (what: string, budget: string, measured: string) => {
  rows.push({ what, budget, measured })
  console.log(`${what}: ${measured}   (budget ${budget})`)
}
const told = ({ rate, p50, p95, errors }: Measured) =>
  `${rate.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${errors ? `, ${errors} failed` : ''}`
const seconds = Number(process.env['BENCH_SECONDS'] ?? 6)

const data = newData()
const first = await startServer(data)
note('first start from nothing, to first answer', '≤ 8 s', `${(first.startMs / 1000).toFixed(1)} s`)
await first.stop()
const server = await startServer(data)
note('start on existing data, to first answer', '≤ 1 s', `${(server.startMs / 1000).toFixed(2)} s`)
note('memory of the server at rest', '≤ 150 MB', `${memoryOf(server.pid).toFixed(0)} MB`)

const database = await server.database()
const tenantId = randomUUID()
await database.query(
  "insert into organizations (id, slug, name, blueprint, settings) values ($1, 'demo', 'Bench', 'marketplace', $2)",
  [tenantId, { bank: { holder: 'Bench', iban: 'GR1601101250000000012300695' } }],
)
const methodId = randomUUID()
await database.query(
  `insert into shipping_methods (tenant_id, id, code, provider, name, price, countries) values ($1, $2, 'flat', 'flat', '{"el":"Απλά","en":"Flat"}', 3.50, '{}')`,
  [tenantId, methodId],
)
const client = new Client(server.port)
const ok = async (ask: Parameters<Client['send']>[0]) => (await client.send(ask)).status < 300

for (const count of [1_000, 20_000]) {
  await database.query('begin')
  await database.query("select set_config('app.tenant_id', $1, true)", [tenantId])
  for (const table of ['stock_movements', 'variants', 'products', 'categories', 'producers', 'search_words'])
    await database.query(`delete from ${table} where tenant_id = $1`, [tenantId])
  await fillCatalogue(database, tenantId, count)
  await database.query('commit')
  await database.query('analyze')
  const { rows: products } = await database.query<{ id: string }>(
    'select id from products where tenant_id = $1 order by id limit 500',
    [tenantId],
  )
  const some = (index: number) => products[(index * 7919) % products.length]!.id
  const words = ['elaiolado', 'μέλι', 'feta', 'krasi', 'ελιες', 'olive oil', 'gravera', 'rigani']
  const name = `${count.toLocaleString('en')} products`
  const budget = '≥ 800/s, p95 ≤ 30 ms'
  note(
    `catalogue list of 50, ${name}`,
    budget,
    told(await measure(() => ok({ path: '/api/v1/products?limit=50' }), { seconds })),
  )
  note(
    `product, ${name}`,
    budget,
    told(await measure((index) => ok({ path: `/api/v1/products/${some(index)}` }), { seconds })),
  )
  note(
    `search with facets, ${name}`,
    budget,
    told(
      await measure(
        (index) =>
          ok({
            path: `/api/v1/products?limit=24&facets=category,producer&q=${encodeURIComponent(words[index % words.length]!)}`,
          }),
        { seconds },
      ),
    ),
  )
  note(`home page rendered, ${name}`, '≥ 400/s', told(await measure(() => ok({ path: '/' }), { seconds })))
}

await database.query("select set_config('app.tenant_id', $1, false)", [tenantId])
const { rows: variantRows } = await database.query<{ id: string }>(
  'update variants set stock = 1000000 where tenant_id = $1 returning id',
  [tenantId],
)
const variantIds = variantRows.slice(0, 2000).map((row) => row.id)
const any = () => variantIds[Math.floor(Math.random() * variantIds.length)]!
const address = { name: 'A Buyer', line1: 'Ermou 1', city: 'Athens', postalCode: '10563', country: 'GR' }

async function fillCart(): Promise<{ id: string; token: string; total: string } | null> {
  const opened = await client.send({ method: 'POST', path: '/api/v1/carts', body: {} })
  const { id, token } = JSON.parse(opened.body) as { id: string; token: string }
  const headers = { 'Stoa-Cart': token }
  for (let line = 0; line < 2; line++) {
    if (
      (
        await client.send({
          method: 'POST',
          path: `/api/v1/carts/${id}/lines`,
          body: { variantId: any(), quantity: 1 },
          headers,
        })
      ).status !== 201
    )
      return null
  }
  await client.send({
    method: 'PATCH',
    path: `/api/v1/carts/${id}`,
    body: { email: `${id}@bench.example`, shippingAddress: address },
    headers,
  })
  await client.send({ path: `/api/v1/carts/${id}/shipping-methods`, headers })
  const filled = await client.send({
    method: 'PATCH',
    path: `/api/v1/carts/${id}`,
    body: { shippingMethodId: methodId, paymentProvider: 'bank-transfer' },
    headers,
  })
  return {
    id,
    token,
    total: (JSON.parse(filled.body) as { totals: { total: { amount: string } } }).totals.total.amount,
  }
}
const place = (cart: { id: string; token: string; total: string }) =>
  ok({
    method: 'POST',
    path: '/api/v1/orders',
    body: { cartId: cart.id, expectedTotal: cart.total },
    headers: { 'Stoa-Cart': cart.token, 'Idempotency-Key': cart.id },
  })

note(
  'whole checkout (cart, two lines, address, shipping, payment, order), 16 customers',
  '≥ 100/s, p95 ≤ 250 ms',
  told(
    await measure(
      async () => {
        const cart = await fillCart()
        return cart !== null && (await place(cart))
      },
      { seconds },
    ),
  ),
)
const carts = (
  await Promise.all(
    Array.from({ length: 16 }, async () => Promise.all(Array.from({ length: 125 }, fillCart))),
  )
).flat()
let next = 0
const begun = performance.now()
let placed = 0
await Promise.all(
  Array.from({ length: 16 }, async () => {
    while (next < carts.length) {
      const cart = carts[next++]
      if (cart && (await place(cart))) placed++
    }
  }),
)
const placing = placed / ((performance.now() - begun) / 1000)
const { host, port, user, password } = database as unknown as {
  host: string
  port: number
  user: string
  password: string
}
const bare = await placeBarely({ host, port, user, password, database: 'stoa' }, variantIds, tenantId, {
  seconds,
})
note(
  'placing alone, 16 customers',
  '≥ half of the bare SQL transaction',
  `${placing.toFixed(0)}/s; the bare transaction ${bare.toFixed(0)}/s (${Math.round((placing / bare) * 100)} %)`,
)
note('memory of the server after all of this', '≤ 300 MB', `${memoryOf(server.pid).toFixed(0)} MB`)
note('JavaScript of the home page, brotli', '≤ 115 kB', `${(await scriptsOf('/')).toFixed(0)} kB`)

await database.end()
await server.stop()
forget(data)
write()

/** What the browser is told to load before the page is awake. */
async function scriptsOf(page: string): Promise<number> {
  const { body } = await client.send({ path: page })
  const files = new Set([...body.matchAll(/\/assets\/([\w.-]+\.js)/g)].map((match) => match[1]!))
  const folder = path.resolve(import.meta.dirname, '../build/client/assets')
  const known = new Set(readdirSync(folder))
  return (
    [...files]
      .filter((file) => known.has(`${file}.br`))
      .reduce((sum, file) => sum + readFileSync(path.join(folder, `${file}.br`)).byteLength, 0) / 1000
  )
}

function write(): void {
  const file = path.resolve(import.meta.dirname, '../docs/benchmarks.md')
  const table = rows.map(({ what, budget, measured }) => `| ${what} | ${budget} | ${measured} |`).join('\n')
  const head = `# Measured

\`npm run bench\` repeats this: the real server on its own PostgreSQL, load from the same machine over HTTP at 16 connections, each figure over ${seconds} s after a warm-up of 2 s. The load generator shares the cores with what it measures.

${new Date().toISOString().slice(0, 10)} · ${cpus().length} cores (${cpus()[0]!.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB · Node ${process.versions.node}, PostgreSQL 18.4

| what | budget | measured |
| --- | --- | --- |
${table}
`
  writeFileSync(file, head)
}
