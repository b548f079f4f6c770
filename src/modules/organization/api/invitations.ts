/** /invitations: made and withdrawn by those who manage members, accepted by whoever holds the token. */
import { z } from 'zod'
import { getOpenInvitation, type Invitation } from '../../../platform/access/invitation.ts'
import { type FileColumn, listFiles } from '../../../platform/export/list-files.ts'
import { endpoint } from '../../../platform/http/endpoint.ts'
import { Id, pageOf } from '../../../platform/values/shapes.ts'
import { acceptMyInvitation, AcceptInvitation } from '../accept-invitation.ts'
import {
  createInvitation,
  CreateInvitation,
  listInvitations,
  ListInvitations,
  revokeInvitation,
  stateOf,
} from '../invitations.ts'
import {
  InvitationView,
  MemberView,
  NewInvitationView,
  presentInvitation,
  presentMember,
} from '../present.ts'

const tag = 'Organisation'
const access = 'members.manage'
const knocks = { max: 60, windowSeconds: 3600, by: 'address' } as const

const columns: FileColumn<Invitation>[] = [
  { key: 'email', value: (invitation) => invitation.email },
  { key: 'roles', value: (invitation) => invitation.roles.join('; ') },
  { key: 'status', value: (invitation, ctx) => stateOf(invitation, ctx.now) },
  { key: 'createdAt', kind: 'instant', value: (invitation) => invitation.createdAt.toISOString() },
  { key: 'expiresAt', kind: 'instant', value: (invitation) => invitation.expiresAt.toISOString() },
  { key: 'acceptedAt', kind: 'instant', value: (invitation) => invitation.acceptedAt?.toISOString() ?? null },
  { key: 'revokedAt', kind: 'instant', value: (invitation) => invitation.revokedAt?.toISOString() ?? null },
]

export const invitationsApi = [
  endpoint({
    method: 'get',
    path: '/invitations',
    tag,
    access,
    summary: 'Invitations, newest first',
    query: ListInvitations,
    answer: pageOf(InvitationView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listInvitations(ctx, query)
      return { data: data.map((row) => presentInvitation(row, ctx.now)), ...rest }
    },
  }),
  ...listFiles({
    path: '/invitations',
    tag,
    access,
    what: 'invitations',
    query: ListInvitations,
    columns,
    list: listInvitations,
  }),
  endpoint({
    method: 'post',
    path: '/invitations',
    tag,
    access,
    summary: 'Invite somebody by mail',
    body: CreateInvitation,
    answer: NewInvitationView,
    status: 201,
    handle: async (ctx, { body }) => {
      const { invitation, url } = await createInvitation(ctx, body)
      return { ...presentInvitation(invitation, ctx.now), url }
    },
  }),
  endpoint({
    method: 'delete',
    path: '/invitations/{id}',
    tag,
    access,
    summary: 'Withdraw an invitation',
    params: z.strictObject({ id: Id }),
    answer: InvitationView,
    handle: async (ctx, { params }) => presentInvitation(await revokeInvitation(ctx, params.id), ctx.now),
  }),
  endpoint({
    method: 'post',
    path: '/invitations/lookup',
    tag,
    access: 'public',
    summary: 'What an invitation offers, to whoever holds its token',
    limit: knocks,
    body: AcceptInvitation,
    answer: InvitationView,
    handle: async (ctx, { body }) => presentInvitation(await getOpenInvitation(ctx, body.token), ctx.now),
  }),
  endpoint({
    method: 'post',
    path: '/invitations/acceptance',
    tag,
    access: 'signedIn',
    summary: 'Accept an invitation, signed in with the invited address',
    description: 'A new account accepts by sending the token as `invitation` with its sign-up.',
    limit: knocks,
    body: AcceptInvitation,
    answer: MemberView,
    handle: async (ctx, { body }) => presentMember(await acceptMyInvitation(ctx, body)),
  }),
]
