/** The OpenAPI 3.1 document, made from the endpoints themselves, so that it cannot say anything else than they do. */
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { Problem } from './problem.ts'

type Json = Record<string, unknown>

export function openApiDocument(
  endpoints: readonly Endpoint[],
  info: { title: string; version: string; description: string },
): Json {
  const components: Record<string, Json> = {}
  const schema = (shape: z.ZodType, io: 'input' | 'output'): Json => collect(shape, io, components)
  const paths: Record<string, Json> = {}
  for (const spec of endpoints) {
    const path = (paths[spec.path] ??= {})
    path[spec.method] = operation(spec, schema)
  }
  schema(Problem, 'output')
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'stoa.session_token' },
        bearer: { type: 'http', scheme: 'bearer', description: 'A session token or an API key.' },
      },
    },
  }
}

function operation(spec: Endpoint, schema: (shape: z.ZodType, io: 'input' | 'output') => Json): Json {
  const status = String(spec.status ?? 200)
  return {
    operationId: operationId(spec),
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.description ? { description: spec.description } : {}),
    ...(spec.deprecated ? { deprecated: true } : {}),
    ...(spec.access === 'public'
      ? { security: [{}, { session: [] }, { bearer: [] }] }
      : { security: [{ session: [] }, { bearer: [] }] }),
    'x-access': spec.access,
    parameters: parameters(spec, schema),
    ...requestBody(spec, schema),
    responses: {
      [status]: {
        description: spec.summary,
        ...(spec.answer
          ? { content: { 'application/json': { schema: schema(spec.answer, 'output') } } }
          : {}),
        ...(spec.produces ? { content: { [spec.produces]: {} } } : {}),
      },
      default: {
        description: 'A refusal.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

export function operationId(spec: Pick<Endpoint, 'method' | 'path'>): string {
  const words = spec.path.split(/[/{}.-]+/).filter(Boolean)
  return [spec.method, ...words.map((word) => word[0]!.toUpperCase() + word.slice(1))].join('')
}

function requestBody(spec: Endpoint, schema: (shape: z.ZodType, io: 'input' | 'output') => Json): Json {
  if (spec.accepts) return { requestBody: { required: true, content: { [spec.accepts]: {} } } }
  if (!spec.body) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schema(spec.body, 'input') } } },
  }
}

function parameters(spec: Endpoint, schema: (shape: z.ZodType, io: 'input' | 'output') => Json): Json[] {
  const list = (shape: z.ZodType | undefined, place: 'path' | 'query') => {
    if (!shape) return []
    const object = schema(shape, 'input') as { properties?: Record<string, Json>; required?: string[] }
    return Object.entries(object.properties ?? {}).map(([name, inner]) => ({
      name,
      in: place,
      required: place === 'path' || (object.required?.includes(name) ?? false),
      schema: inner,
    }))
  }
  const headers: Json[] = []
  if (spec.method === 'post') {
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: spec.idempotency === 'required',
      schema: { type: 'string', maxLength: 255 },
    })
  }
  if (spec.method === 'patch')
    headers.push({ name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } })
  return [...list(spec.params, 'path'), ...list(spec.query, 'query'), ...headers]
}

/** A shape as JSON Schema; shapes with an id become components, each once. */
function collect(shape: z.ZodType, io: 'input' | 'output', components: Record<string, Json>): Json {
  const made = z.toJSONSchema(shape, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json
  delete made['$schema']
  const { $defs, ...rest } = made as { $defs?: Record<string, Json> }
  for (const [id, definition] of Object.entries($defs ?? {})) components[id] ??= rewrite(definition)
  const id = (rest as Json)['id'] as string | undefined
  const body = rewrite(rest as Json)
  if (!id) return body
  components[id] ??= body
  return { $ref: `#/components/schemas/${id}` }
}

function rewrite(value: Json): Json {
  return JSON.parse(
    JSON.stringify(value, (key, inner) =>
      key === 'id' && typeof inner === 'string' ? undefined : inner,
    ).replaceAll('#/$defs/', '#/components/schemas/'),
  ) as Json
}
