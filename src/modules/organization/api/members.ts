/** /members: who belongs here, in which roles; and registrations that wait. */
import { z } from 'zod'
import type { Member } from '../../../platform/access/membership.ts'
import { type FileColumn, listFiles } from '../../../platform/export/list-files.ts'
import { endpoint } from '../../../platform/http/endpoint.ts'
import { Id, pageOf } from '../../../platform/values/shapes.ts'
import { getMember, listMembers, ListMembers } from '../list-members.ts'
import { approveMember, refuseMember, removeMember, updateMember, UpdateMember } from '../members.ts'
import { MemberView, presentMember } from '../present.ts'

const tag = 'Organisation'
const access = 'members.manage'
const params = z.strictObject({ id: Id })

const columns: FileColumn<Member>[] = [
  { key: 'name', value: (member) => member.name },
  { key: 'email', value: (member) => member.email },
  { key: 'roles', value: (member) => member.roles.join('; ') },
  { key: 'status', value: (member) => member.status },
  { key: 'locale', value: (member) => member.locale },
  { key: 'createdAt', kind: 'instant', value: (member) => member.createdAt.toISOString() },
]

export const membersApi = [
  endpoint({
    method: 'get',
    path: '/members',
    tag,
    access,
    summary: 'Members, newest first',
    query: ListMembers,
    answer: pageOf(MemberView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listMembers(ctx, query)
      return { data: data.map(presentMember), ...rest }
    },
  }),
  ...listFiles({
    path: '/members',
    tag,
    access,
    what: 'members',
    query: ListMembers,
    columns,
    list: listMembers,
  }),
  endpoint({
    method: 'get',
    path: '/members/{id}',
    tag,
    access,
    summary: 'One member',
    params,
    answer: MemberView,
    handle: async (ctx, { params }) => presentMember(await getMember(ctx, params.id)),
  }),
  endpoint({
    method: 'patch',
    path: '/members/{id}',
    tag,
    access,
    summary: 'Change roles, producers or standing',
    description: 'Only an owner gives or takes ownership, and the last owner keeps it (409 `last_owner`).',
    params,
    body: UpdateMember,
    answer: MemberView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentMember(await updateMember(ctx, params.id, body, ifMatch)),
  }),
  endpoint({
    method: 'delete',
    path: '/members/{id}',
    tag,
    access,
    summary: 'Remove a member and end their API keys',
    params,
    status: 204,
    handle: async (ctx, { params }) => removeMember(ctx, params.id),
  }),
  endpoint({
    method: 'post',
    path: '/members/{id}/approval',
    tag,
    access,
    summary: 'Let a waiting registration in',
    params,
    answer: MemberView,
    handle: async (ctx, { params }) => presentMember(await approveMember(ctx, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/members/{id}/refusal',
    tag,
    access,
    summary: 'Turn a waiting registration away',
    params,
    answer: MemberView,
    handle: async (ctx, { params }) => presentMember(await refuseMember(ctx, params.id)),
  }),
]
