/** The accounts of the demo world: one for each role, all with the same well-known password. */
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { addMyAddress } from '../../../modules/customers/addresses.ts'
import { guest } from '../../../platform/access/actor.ts'
import type { Role } from '../../../platform/access/roles.ts'
import { newId } from '../../../platform/database/columns.ts'
import { demoPassword } from '../../../platform/start/welcome.ts'
import { writing } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { members } from '../../../platform/tenancy/schema.ts'
import type { Address, Locale } from '../../../platform/values/shapes.ts'

export type DemoPerson = {
  email: string
  name: string
  roles: Role[]
  producerIds?: string[]
  /** The producers a seller has an agreement with. */
  sellsFor?: string[]
  locale?: Locale
  /** Into the buyer's address book. */
  address?: Address
}

export const hashDemoPassword = (): Promise<string> => hashPassword(demoPassword)

/** Makes the accounts that are not there yet, with verified e-mails, and members of them. */
export async function seedPeople(
  ctx: Context,
  people: readonly DemoPerson[],
  password: string,
): Promise<void> {
  await writing(ctx, async (ctx) => {
    for (const person of people) {
      const { email, name, roles, producerIds = [], sellsFor = [], locale = null, address } = person
      const { rows } = await ctx.db.execute<{ id: string }>(sql`
        insert into auth."user" (id, name, email, email_verified) values (${newId()}, ${name}, ${email}, true)
        on conflict (email) do update set name = excluded.name returning id`)
      const userId = rows[0]!.id
      await ctx.db.execute(sql`
        insert into auth.account (id, account_id, provider_id, user_id, password, updated_at)
        select ${newId()}::uuid, ${userId}::text, 'credential', ${userId}::uuid, ${password}, now()
        where not exists (select from auth.account where user_id = ${userId}::uuid and provider_id = 'credential')`)
      await ctx.db
        .insert(members)
        .values({ tenantId: ctx.tenantId, userId, name, email, roles, producerIds, locale })
        .onConflictDoNothing()
      for (const producerId of sellsFor)
        await ctx.db.execute(sql`
          insert into seller_agreements (tenant_id, id, seller_user_id, producer_id, code, commission_percent)
          values (${ctx.tenantId}, ${newId()}, ${userId}, ${producerId}, 'rena', 5) on conflict do nothing`)
      const self: Context = { ...ctx, actor: { ...guest, kind: 'user', userId, name, email, roles } }
      if (address) await addMyAddress(self, { address })
    }
  })
}
