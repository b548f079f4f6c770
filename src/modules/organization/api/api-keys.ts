/** /api-keys: one's own, and everybody's for those who manage them. */
import { z } from 'zod'
import { credentialOf } from '../../../platform/auth/credential.ts'
import { type FileColumn, listFiles } from '../../../platform/export/list-files.ts'
import { endpoint } from '../../../platform/http/endpoint.ts'
import { Id, pageOf } from '../../../platform/values/shapes.ts'
import {
  type ApiKey,
  createApiKey,
  CreateApiKey,
  issueTokenFor,
  listApiKeys,
  ListApiKeys,
  revokeApiKey,
} from '../api-keys.ts'
import { ApiKeyView, NewApiKeyView, presentApiKey } from '../present.ts'

const tag = 'Organisation'
const access = 'signedIn'

const columns: FileColumn<ApiKey>[] = [
  { key: 'name', value: (row) => row.name },
  { key: 'prefix', value: (row) => row.prefix },
  { key: 'userId', value: (row) => row.userId },
  { key: 'roles', value: (row) => row.roles.join('; ') },
  { key: 'isReadOnly', value: (row) => String(row.isReadOnly) },
  { key: 'createdAt', kind: 'instant', value: (row) => row.createdAt.toISOString() },
  { key: 'expiresAt', kind: 'instant', value: (row) => row.expiresAt?.toISOString() ?? null },
  { key: 'lastUsedAt', kind: 'instant', value: (row) => row.lastUsedAt?.toISOString() ?? null },
  { key: 'revokedAt', kind: 'instant', value: (row) => row.revokedAt?.toISOString() ?? null },
]

export const apiKeysApi = [
  endpoint({
    method: 'get',
    path: '/api-keys',
    tag,
    access,
    summary: 'My API keys; all of them for those who manage keys',
    query: ListApiKeys,
    answer: pageOf(ApiKeyView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listApiKeys(ctx, query)
      return { data: data.map(presentApiKey), ...rest }
    },
  }),
  ...listFiles({
    path: '/api-keys',
    tag,
    access,
    what: 'API keys',
    query: ListApiKeys,
    columns,
    list: listApiKeys,
  }),
  endpoint({
    method: 'post',
    path: '/api-keys',
    tag,
    access,
    summary: 'Make an API key for myself',
    description: 'It never may more than I may, now or later. The key is shown this once.',
    body: CreateApiKey,
    answer: NewApiKeyView,
    status: 201,
    handle: async (ctx, { body }) => {
      const { apiKey, key } = await createApiKey(ctx, body)
      return { ...presentApiKey(apiKey), key }
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api-keys/{id}',
    tag,
    access,
    summary: 'End a key and its access tokens',
    params: z.strictObject({ id: Id }),
    answer: ApiKeyView,
    handle: async (ctx, { params }) => presentApiKey(await revokeApiKey(ctx, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/api-keys/token',
    tag,
    access,
    summary: 'A short-lived access token for the API key that asks',
    description: 'A JWT of 15 minutes, sent as a bearer token like the key itself.',
    answer: z
      .object({ accessToken: z.string(), tokenType: z.literal('Bearer'), expiresIn: z.int() })
      .meta({ id: 'AccessToken' }),
    handle: async (ctx, { request }) => issueTokenFor(ctx, credentialOf(request.headers, ctx.services)),
  }),
]
