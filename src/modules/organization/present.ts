/** How the organisation, its people and their keys look from outside. */
import { z } from 'zod'
import { may } from '../../platform/access/actor.ts'
import type { Invitation } from '../../platform/access/invitation.ts'
import type { Member } from '../../platform/access/membership.ts'
import { type Permission, permissions, type Role, roles } from '../../platform/access/roles.ts'
import type { Context, Organization } from '../../platform/tenancy/context.ts'
import { Address, Currency, Id, inLocale, Instant, Percent } from '../../platform/values/shapes.ts'
import type { ApiKey } from './api-keys.ts'
import { stateOf } from './invitations.ts'
import type { Session, User } from './me.ts'

const RoleName = z.enum(roles as [Role, ...Role[]])
const PermissionName = z.enum(permissions as readonly [Permission, ...Permission[]])
const at = (moment: Date | null): string | null => moment?.toISOString() ?? null

export const OrganizationView = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    blueprint: z.string(),
    domain: z.string().nullable(),
    currency: Currency,
    country: z.string(),
    timeZone: z.string(),
    defaultLocale: z.string(),
    locales: z.array(z.string()),
    priceKind: z.enum(['gross', 'net']),
    registration: z.enum(['open', 'invitation', 'approval']),
    settings: z.object({
      tagline: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
      address: Address.optional(),
      vatNumber: z.string().optional(),
      returnDays: z.int().optional(),
      paymentDays: z.int().optional(),
      invoiceDays: z.int().optional(),
      paymentProviders: z.array(z.string()).optional(),
      cashOnDelivery: z.object({ fee: z.string(), maximum: z.string().optional() }).optional(),
      bank: z
        .object({ holder: z.string(), iban: z.string(), bic: z.string().optional() })
        .optional()
        .meta({ description: 'Only for those who manage the organisation, as is all below.' }),
      isOssRegistered: z.boolean().optional(),
      commissionPercent: Percent.optional(),
      commissionVatPercent: Percent.optional(),
      alerts: z
        .object({
          email: z.string().optional(),
          webhook: z.string().optional(),
          slack: z.string().optional(),
        })
        .optional(),
    }),
    version: z.int(),
  })
  .meta({ id: 'Organization' })

export function presentOrganization(ctx: Context, row: Organization): z.output<typeof OrganizationView> {
  const { createdAt: _, settings, ...rest } = row
  const { tagline, bank, isOssRegistered, commissionPercent, commissionVatPercent, alerts, ...open } =
    settings
  const inner = { bank, isOssRegistered, commissionPercent, commissionVatPercent, alerts }
  return {
    ...rest,
    settings: {
      ...(tagline ? { tagline: inLocale(tagline, ctx.locale, row.defaultLocale) } : {}),
      ...open,
      ...(may(ctx.actor, 'organization.manage') ? inner : {}),
    },
  }
}

export const MatrixView = z
  .object({
    permissions: z.array(PermissionName),
    roles: z.array(z.object({ role: RoleName, permissions: z.array(PermissionName) })),
    mine: z.array(PermissionName).meta({ description: 'What the asker may.' }),
  })
  .meta({ id: 'Permissions' })

export const MeView = z
  .object({
    user: z.object({
      id: Id,
      name: z.string(),
      email: z.string(),
      emailVerified: z.boolean(),
      twoFactorEnabled: z.boolean(),
      locale: z.string().nullable(),
    }),
    organization: z.object({ id: Id, slug: z.string(), name: z.string() }),
    status: z
      .enum(['active', 'waiting', 'suspended', 'none'])
      .meta({ description: '`none`: signed in, but no member of this organisation.' }),
    via: z.enum(['session', 'key']),
    isReadOnly: z.boolean(),
    roles: z.array(RoleName),
    permissions: z.array(PermissionName),
    producerIds: z.array(Id),
  })
  .meta({ id: 'Me' })

export function presentMe(
  ctx: Context,
  { user, member }: { user: User; member: Member | null },
): z.output<typeof MeView> {
  const { id, slug, name } = ctx.organization
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      emailVerified: user.emailVerified,
      twoFactorEnabled: user.twoFactorEnabled ?? false,
      locale: member?.locale ?? null,
    },
    organization: { id, slug, name },
    status: member?.status ?? 'none',
    via: ctx.actor.kind === 'key' ? 'key' : 'session',
    isReadOnly: ctx.actor.isReadOnly ?? false,
    roles: [...ctx.actor.roles],
    permissions: [...ctx.actor.permissions],
    producerIds: [...ctx.actor.producerIds],
  }
}

export const MemberView = z
  .object({
    id: Id.meta({ description: "The user's id." }),
    name: z.string(),
    email: z.string(),
    roles: z.array(RoleName),
    status: z.enum(['active', 'waiting', 'suspended']),
    producerIds: z.array(Id),
    locale: z.string().nullable(),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Member' })

export function presentMember(row: Member): z.output<typeof MemberView> {
  const { tenantId: _, userId, createdAt, ...rest } = row
  return { id: userId, ...rest, createdAt: createdAt.toISOString() }
}

export const InvitationView = z
  .object({
    id: Id,
    email: z.string(),
    roles: z.array(RoleName),
    producerIds: z.array(Id),
    state: z.enum(['open', 'accepted', 'revoked', 'expired']),
    createdAt: Instant,
    expiresAt: Instant,
    acceptedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'Invitation' })

export const NewInvitationView = InvitationView.extend({
  url: z.string().meta({ description: 'The link of the mail, shown this once.' }),
}).meta({ id: 'NewInvitation' })

export function presentInvitation(row: Invitation, now: Date): z.output<typeof InvitationView> {
  const { id, email, roles, producerIds } = row
  return {
    id,
    email,
    roles,
    producerIds,
    state: stateOf(row, now),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    acceptedAt: at(row.acceptedAt),
    revokedAt: at(row.revokedAt),
  }
}

export const ApiKeyView = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string(),
    userId: Id,
    roles: z.array(RoleName),
    isReadOnly: z.boolean(),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' })

export const NewApiKeyView = ApiKeyView.extend({
  key: z.string().meta({ description: 'The whole key, shown this once.' }),
}).meta({ id: 'NewApiKey' })

export function presentApiKey(row: ApiKey): z.output<typeof ApiKeyView> {
  const { id, name, prefix, userId, roles, isReadOnly } = row
  return {
    id,
    name,
    prefix,
    userId,
    roles,
    isReadOnly,
    createdAt: row.createdAt.toISOString(),
    expiresAt: at(row.expiresAt),
    lastUsedAt: at(row.lastUsedAt),
    revokedAt: at(row.revokedAt),
  }
}

export const SessionView = z
  .object({
    id: Id,
    createdAt: Instant,
    expiresAt: Instant,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'Session' })

export function presentSession(ctx: Context, row: Session): z.output<typeof SessionView> {
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    address: row.ipAddress || null,
    userAgent: row.userAgent || null,
    isCurrent: row.id === ctx.actor.sessionId,
  }
}
