/** Who acts for a producer: members and invited people, brought in and let go by administrators. */
import { type Invitation } from '../../platform/access/invitation.ts'
import type { Member } from '../../platform/access/membership.ts'
import { requirePermission } from '../../platform/access/require.ts'
import type { Role } from '../../platform/access/roles.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Email, Id } from '../../platform/values/shapes.ts'
import { createInvitation, listInvitations, ListInvitations } from '../organization/invitations.ts'
import { listMembers, ListMembers } from '../organization/list-members.ts'
import { updateMember } from '../organization/members.ts'

const most = 200

export async function listProducerPeople(
  ctx: Context,
  producerId: string,
): Promise<{ members: Member[]; invitations: Invitation[] }> {
  requirePermission(ctx, 'members.manage')
  const [members, invitations] = await Promise.all([
    listMembers(ctx, ListMembers.parse({ producerId, sort: 'name', limit: most })),
    listInvitations(ctx, ListInvitations.parse({ producerId, state: 'open', limit: most })),
  ])
  return { members: members.data, invitations: invitations.data }
}

/**
 * Lets somebody act for a producer: at once who works for another producer here already, by a mailed invitation
 * everybody else. `invited` says which.
 */
export async function addProducerPerson(
  ctx: Context,
  input: { producerId: string; email: string },
): Promise<{ email: string; isInvited: boolean }> {
  requirePermission(ctx, 'members.manage')
  const producerId = Id.parse(input.producerId)
  const email = Email.parse(input.email)
  const { data } = await listMembers(ctx, ListMembers.parse({ q: email, role: 'producer', limit: most }))
  const known = data.find((member) => member.email.toLowerCase() === email && member.status === 'active')
  if (known) {
    const producerIds = [...new Set([...known.producerIds, producerId])]
    await updateMember(ctx, known.userId, { producerIds }, known.version)
    return { email, isInvited: false }
  }
  await createInvitation(ctx, { email, roles: ['producer'], producerIds: [producerId] })
  return { email, isInvited: true }
}

/** Lets somebody act for it no longer. Who acted for nobody else stays as a customer. */
export async function removeProducerPerson(
  ctx: Context,
  input: { producerId: string; userId: string },
): Promise<void> {
  requirePermission(ctx, 'members.manage')
  const { data } = await listMembers(ctx, ListMembers.parse({ producerId: input.producerId, limit: most }))
  const member = data.find(({ userId }) => userId === input.userId)
  // Pressed twice, or let go by somebody else meanwhile.
  if (!member) return
  const producerIds = member.producerIds.filter((id) => id !== input.producerId)
  const roles = producerIds.length > 0 ? member.roles : withoutProducer(member.roles)
  await updateMember(ctx, member.userId, { producerIds, roles }, member.version)
}

function withoutProducer(held: readonly Role[]): Role[] {
  const others = held.filter((role) => role !== 'producer')
  return others.length > 0 ? others : ['customer']
}
