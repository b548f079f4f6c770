/** The accounts of the demo world: one for each role, all with the same well-known password. */
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import type { Role } from '../../../platform/access/roles.ts'
import { newId } from '../../../platform/database/columns.ts'
import { writing } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { members } from '../../../platform/tenancy/schema.ts'

export const demoPassword = 'open-the-stoa-2026'

export type DemoPerson = { email: string; name: string; roles: Role[]; producerIds?: string[] }

/** Makes the accounts that are not there yet and members of them; answers the user ids by e-mail. */
export async function seedPeople(ctx: Context, people: readonly DemoPerson[]): Promise<Map<string, string>> {
  const password = await hashPassword(demoPassword)
  return writing(ctx, async (ctx) => {
    const ids = new Map<string, string>()
    for (const { email, name, roles, producerIds = [] } of people) {
      const { rows } = await ctx.db.execute<{ id: string }>(sql`
        insert into auth."user" (id, name, email, email_verified) values (${newId()}, ${name}, ${email}, true)
        on conflict (email) do update set name = excluded.name returning id`)
      const userId = rows[0]!.id
      ids.set(email, userId)
      await ctx.db.execute(sql`
        insert into auth.account (id, account_id, provider_id, user_id, password, updated_at)
        select ${newId()}::uuid, ${userId}::text, 'credential', ${userId}::uuid, ${password}, now()
        where not exists (select from auth.account where user_id = ${userId}::uuid and provider_id = 'credential')`)
      await ctx.db
        .insert(members)
        .values({ tenantId: ctx.tenantId, userId, name, email, roles, producerIds })
        .onConflictDoNothing()
    }
    return ids
  })
}
