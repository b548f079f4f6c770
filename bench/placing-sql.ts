/** The bare transaction of placing an order: what the database could do if there were nothing but SQL. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'

export async function placeBarely(
  options: pg.ClientConfig,
  variantIds: string[],
  tenantId: string,
  { connections = 16, seconds = 6 } = {},
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client(options)
      await client.connect()
      return client
    }),
  )
  await clients[0]!.query(`
    create table if not exists bench_orders (id uuid primary key, number int, total numeric(18,2));
    create table if not exists bench_lines (id uuid primary key, order_id uuid, variant_id uuid, quantity int);
    create table if not exists bench_counter (id int primary key, value int);
    insert into bench_counter values (1, 0) on conflict do nothing`)
  const until = performance.now() + seconds * 1000
  let placed = 0
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const [a, b] = [
          variantIds[Math.floor(Math.random() * variantIds.length)]!,
          variantIds[Math.floor(Math.random() * variantIds.length)]!,
        ].sort()
        const id = randomUUID()
        await client.query('begin')
        for (const variant of [a, b]) {
          await client.query({
            name: 'take',
            text: 'update variants set stock = stock - 1 where tenant_id = $1 and id = $2 and stock >= 1',
            values: [tenantId, variant],
          })
        }
        const { rows } = await client.query<{ value: number }>({
          name: 'draw',
          text: 'update bench_counter set value = value + 1 where id = 1 returning value',
          values: [],
        })
        await client.query({
          name: 'order',
          text: 'insert into bench_orders values ($1, $2, 10)',
          values: [id, rows[0]!.value],
        })
        await client.query({
          name: 'lines',
          text: 'insert into bench_lines values ($1, $3, $4, 1), ($2, $3, $5, 1)',
          values: [randomUUID(), randomUUID(), id, a, b],
        })
        await client.query('commit')
        placed++
      }
    }),
  )
  await clients[0]!.query('drop table bench_orders; drop table bench_lines; drop table bench_counter')
  await Promise.all(clients.map((client) => client.end()))
  return placed / seconds
}
