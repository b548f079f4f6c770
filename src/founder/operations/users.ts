/** Makes somebody a member from the command line: the first owner of a new installation comes to be this way. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Member, joinWith } from '../../platform/access/membership.ts'
import { roles } from '../../platform/access/roles.ts'
import { requireGoodPassword } from '../../platform/auth/password-rules.ts'
import { newId } from '../../platform/database/columns.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Email, text } from '../../platform/values/shapes.ts'

export const AddUser = z.strictObject({
  email: Email,
  name: text(120),
  roles: z.array(z.enum(roles)).min(1),
  password: z.string().optional(),
})

/** How long a link to choose a password works. */
const linkHours = 48

export type AddedUser = {
  member: Member
  isNewAccount: boolean
  /** Where they choose their password; null when they were given one, or had one. */
  passwordLink: string | null
}

/** Somebody who has an account keeps it and is given the roles; their password is not touched. */
export async function addUser(ctx: Context, input: z.input<typeof AddUser>): Promise<AddedUser> {
  const { email, name, roles: given, password } = AddUser.parse(input)
  const address = email.toLowerCase()
  const known = await findAccount(ctx, address)
  if (!known && password)
    await requireGoodPassword(password, {
      words: ['stoa', address, name, ctx.organization.name],
      breachService: null,
    })
  const userId = known ?? (await createAccount(ctx, address, name, password))
  const member = await joinWith(ctx, { userId, name, email: address }, { roles: given, producerIds: [] })
  const passwordLink = known || password ? null : await linkFor(ctx, userId)
  return { member, isNewAccount: !known, passwordLink }
}

async function findAccount(ctx: Context, email: string): Promise<string | null> {
  const { rows } = await ctx.services.database.app.query<{ id: string }>(
    'select id from auth."user" where email = $1',
    [email],
  )
  return rows[0]?.id ?? null
}

async function createAccount(
  ctx: Context,
  email: string,
  name: string,
  password: string | undefined,
): Promise<string> {
  // Nobody knows the password of one who is yet to choose it: it is made so that the reset has what to replace.
  const { hashPassword } = await import('better-auth/crypto')
  const hash = await hashPassword(password ?? randomBytes(48).toString('base64url'))
  const id = newId()
  await ctx.services.database.app.query(
    `with person as (
      insert into auth."user" (id, name, email, email_verified) values ($1, $2, $3, true)
    )
    insert into auth.account (id, account_id, provider_id, user_id, password, updated_at)
      values ($4, $1::text, 'credential', $1, $5, now())`,
    [id, name, email, newId(), hash],
  )
  return id
}

/** The same link that "forgotten password" sends. */
async function linkFor(ctx: Context, userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await ctx.services.database.app.query(
    `insert into auth.verification (id, identifier, value, expires_at)
      values ($1, $2, $3, now() + make_interval(hours => $4))`,
    [newId(), `reset-password:${token}`, userId, linkHours],
  )
  return `${ctx.services.url}/reset-password?token=${token}`
}
