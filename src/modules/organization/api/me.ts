/** /me: the person who asks, and where they are signed in. */
import { z } from 'zod'
import { endpoint } from '../../../platform/http/endpoint.ts'
import { Id } from '../../../platform/values/shapes.ts'
import { getMe, listSessions, revokeOtherSessions, revokeSession, updateMe, UpdateMe } from '../me.ts'
import { MeView, presentMe, presentSession, SessionView } from '../present.ts'

const tag = 'Organisation'
const access = 'signedIn'

export const meApi = [
  endpoint({
    method: 'get',
    path: '/me',
    tag,
    access,
    summary: 'Who I am here and what I may',
    answer: MeView,
    handle: async (ctx) => presentMe(ctx, await getMe(ctx)),
  }),
  endpoint({
    method: 'patch',
    path: '/me',
    tag,
    access,
    summary: 'Change my name or language',
    body: UpdateMe,
    answer: MeView,
    handle: async (ctx, { body }) => {
      await updateMe(ctx, body)
      return presentMe(ctx, await getMe(ctx))
    },
  }),
  endpoint({
    method: 'get',
    path: '/me/sessions',
    tag,
    access,
    summary: 'Where I am signed in',
    answer: z.object({ data: z.array(SessionView) }),
    handle: async (ctx) => ({ data: (await listSessions(ctx)).map((row) => presentSession(ctx, row)) }),
  }),
  endpoint({
    method: 'delete',
    path: '/me/sessions',
    tag,
    access,
    summary: 'Sign out everywhere else',
    status: 204,
    handle: async (ctx) => revokeOtherSessions(ctx),
  }),
  endpoint({
    method: 'delete',
    path: '/me/sessions/{id}',
    tag,
    access,
    summary: 'End one session',
    params: z.strictObject({ id: Id }),
    status: 204,
    handle: async (ctx, { params }) => revokeSession(ctx, params.id),
  }),
]
