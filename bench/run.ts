/** Every measurement with one command: `npm run bench`. Prints the figures and writes them into docs/benchmarks.md. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fillCatalogue } from './catalogue-data.ts'
import { checkouts, many } from './checkout.ts'
import { Client, type Measured, measure } from './load.ts'
import { placeBarely } from './placing-sql.ts'
import { note, writeReport } from './report.ts'
import { cpuOf, forget, memoryOf, newData, startServer } from './server.ts'
import { measureStarts } from './starts.ts'

const seconds = Number(process.env['BENCH_SECONDS'] ?? 6)

await measureStarts()

const data = newData()
const server = await startServer(data)
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

for (const count of [1_000, 20_000]) await measureShelves(count)
await measureCheckout()
const loaded = memoryOf(server.pid)
note('memory of the server after all of this', '≤ 300 MB', `${loaded.toFixed(0)} MB`, loaded <= 300)
const kilobytes = await scriptsOf('/')
note('JavaScript of the home page, brotli', '≤ 115 kB', `${kilobytes.toFixed(0)} kB`, kilobytes <= 115)
await database.end()
await server.stop()
forget(data)
measureAudit()
writeReport(seconds)

/** Measures an address, or one of many, and tells the server's processor time for each request. */
async function asked(
  what: string,
  budget: { rate: number; p95?: number },
  work: (index: number) => Promise<boolean>,
): Promise<void> {
  const before = cpuOf(server.pid)
  let count = 0
  const figures = await measure((index) => (count++, work(index)), { seconds })
  const isMet =
    figures.errors === 0 &&
    figures.rate >= budget.rate &&
    figures.p95 <= (budget.p95 ?? Number.POSITIVE_INFINITY)
  const limit = `≥ ${budget.rate}/s${budget.p95 ? `, p95 ≤ ${budget.p95} ms` : ''}`
  note(what, limit, told(figures, (cpuOf(server.pid) - before) / count), isMet)
}

function told({ rate, p50, p95, errors }: Measured, cpu: number): string {
  const failed = errors ? `, ${errors} failed` : ''
  return `${rate.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, processor ${cpu.toFixed(2)} ms${failed}`
}

function got(path: string, headers: Record<string, string> = {}): () => Promise<boolean> {
  return async () => (await client.send({ path, headers })).status === 200
}

async function measureShelves(count: number): Promise<void> {
  await database.query('begin')
  await database.query("select set_config('app.tenant_id', $1, true)", [tenantId])
  for (const table of ['stock_movements', 'variants', 'products', 'categories', 'producers', 'search_words'])
    await database.query(`delete from ${table} where tenant_id = $1`, [tenantId])
  await fillCatalogue(database, tenantId, count)
  await database.query('commit')
  await database.query('vacuum analyze')
  const { rows } = await database.query<{ id: string }>(
    'select id from products where tenant_id = $1 order by id limit 500',
    [tenantId],
  )
  const some = (index: number) => rows[(index * 7919) % rows.length]!.id
  const words = ['elaiolado', 'μέλι', 'feta', 'krasi', 'ελιες', 'olive oil', 'gravera', 'rigani']
  const found = (index: number) =>
    `/api/v1/products?limit=24&facets=category,producer&q=${encodeURIComponent(words[index % words.length]!)}`
  const name = `${count.toLocaleString('en')} products`
  const budget = { rate: 800, p95: 30 }
  await asked(`catalogue list of 50, ${name}`, budget, got('/api/v1/products?limit=50'))
  await asked(`product, ${name}`, budget, (index) => got(`/api/v1/products/${some(index)}`)())
  await asked(`search with facets, ${name}`, budget, (index) => got(found(index))())
  await measureSearch(name, found)
  await asked(`home page, ${name}`, { rate: 400 }, got('/'))
  await asked(`page of a search, ${name}`, { rate: 400 }, got('/search?q=meli'))
  await asked(
    `home page for somebody with a basket, ${name}`,
    { rate: 0 },
    got('/', { cookie: 'stoa.other=1' }),
  )
}

/** Searches that nobody asked before, one at a time: what the database takes, and not what was kept. */
async function measureSearch(name: string, found: (index: number) => string): Promise<void> {
  let turn = 0
  const { p50, p95 } = await measure((index) => got(`${found(index)}&priceMax=${1000 + turn++}`)(), {
    connections: 1,
    seconds: 3,
    warmup: 1,
  })
  const figure = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
  note(`search with facets, alone and never asked before, ${name}`, '≤ 20 ms', figure, p50 <= 20)
}

async function measureCheckout(): Promise<void> {
  await database.query("select set_config('app.tenant_id', $1, false)", [tenantId])
  const { rows } = await database.query<{ id: string }>(
    'update variants set stock = 1000000 where tenant_id = $1 returning id',
    [tenantId],
  )
  const variantIds = rows.slice(0, 2000).map(({ id }) => id)
  const { fill, place, whole } = checkouts(client, variantIds, methodId)
  await asked(
    'whole checkout (cart, two lines, address, shipping, payment, order), 16 customers',
    { rate: 100, p95: 250 },
    whole,
  )

  const carts = await many(800, fill)
  const before = cpuOf(server.pid)
  const begun = performance.now()
  let next = 0
  await many(carts.length, () => place(carts[next++]!))
  const placing = carts.length / ((performance.now() - begun) / 1000)
  const cpu = (cpuOf(server.pid) - before) / carts.length
  const { host, port, user, password } = database as unknown as Record<
    'host' | 'user' | 'password',
    string
  > & {
    port: number
  }
  const options = { host, port, user, password, database: 'stoa' }
  const bare = await placeBarely(options, variantIds, tenantId, { seconds })
  note(
    'placing alone, 16 customers',
    '≥ half of the bare SQL transaction',
    `${placing.toFixed(0)}/s, processor ${cpu.toFixed(2)} ms; the bare transaction ${bare.toFixed(0)}/s (${Math.round((placing / bare) * 100)} %)`,
    placing >= bare / 2,
  )
}

/** A list of a million entries, near its top and deep in it; and how long its chain takes to verify. */
function measureAudit(): void {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'audit.ts')], { encoding: 'utf8' })
  const time = (what: string) =>
    Number(
      new RegExp(`^${what}\\s+([\\d,]+) ms`, 'm').exec(run.stdout)?.[1]?.replaceAll(',', '') ?? Number.NaN,
    )
  const verify = time('verify them')
  note(
    'audit log of 1,000,000 entries verified',
    '< 60 s',
    `${(verify / 1000).toFixed(0)} s`,
    verify < 60_000,
  )
  const deep = time('read 50 after 100,000')
  note('list of 1,000,000, 50 rows after 100,000', '≤ 100 ms', `${deep} ms`, deep <= 100)
}

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
