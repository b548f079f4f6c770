/** After a category or producer got another name, its products are found by it: a few hundred at a time. */
import { named } from '../../platform/database/named.ts'
import { read, writing } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { refreshProducts } from './refresh.ts'

const batch = 200

/** Running it again finds nothing to change. A product that got its category while that was moved is put right too. */
export async function refreshWords(
  ctx: Context,
  input: { categoryId?: string; producerId?: string },
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await read(ctx, (ctx) =>
      named<{ id: string }>(
        ctx.db,
        `select s.id from shelf s where s.tenant_id = $1 and s.id > $2::uuid
           and ($3::uuid is null or s.category_id in (
             select c.id from categories c where c.tenant_id = $1 and c.path @> array[$3::uuid])) and ($4::uuid is null or s.producer_id = $4::uuid)
         order by s.id limit ${batch}`,
        [ctx.tenantId, after, input.categoryId ?? null, input.producerId ?? null],
      ),
    )
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    await writing(ctx, (ctx) =>
      refreshProducts(
        ctx,
        rows.map((row) => row.id),
      ),
    )
  }
}
