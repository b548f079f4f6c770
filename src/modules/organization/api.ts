/** The organisation itself and everything about who belongs to it. */
import { endpoint } from '../../platform/http/endpoint.ts'
import { updateOrganization, UpdateOrganization } from '../../platform/tenancy/organization.ts'
import { apiKeysApi } from './api/api-keys.ts'
import { invitationsApi } from './api/invitations.ts'
import { meApi } from './api/me.ts'
import { membersApi } from './api/members.ts'
import { permissionMatrix } from './permissions.ts'
import { MatrixView, OrganizationView, presentOrganization } from './present.ts'

const tag = 'Organisation'

export const organizationApi = [
  endpoint({
    method: 'get',
    path: '/organization',
    tag,
    access: 'public',
    summary: 'The organisation: its name, languages, currency, kind of prices',
    answer: OrganizationView,
    handle: async (ctx) => presentOrganization(ctx, ctx.organization),
  }),
  endpoint({
    method: 'patch',
    path: '/organization',
    tag,
    access: 'organization.manage',
    summary: 'Change the organisation; settings are merged field by field',
    body: UpdateOrganization,
    answer: OrganizationView,
    handle: async (ctx, { body, ifMatch }) =>
      presentOrganization(ctx, await updateOrganization(ctx, body, ifMatch)),
  }),
  endpoint({
    method: 'get',
    path: '/permissions',
    tag,
    access: 'public',
    summary: 'Which role has which permissions, and which are mine',
    answer: MatrixView,
    handle: async (ctx) => permissionMatrix(ctx),
  }),
  ...meApi,
  ...membersApi,
  ...invitationsApi,
  ...apiKeysApi,
]
