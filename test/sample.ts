/** Makes values that fit a JSON Schema of the OpenAPI document, so that requests get past the door and reach the verbs. */
import { document } from './conformance.ts'

export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  prefixItems?: Schema[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minItems?: number
  default?: unknown
}

export type Choices = {
  /** An id for a field of this name. */
  id: (field: string) => string
  /** Whether a field that may be left out is there. */
  withOptional: (field: string) => boolean
  /** Which of `n` alternatives. */
  pick: (n: number) => number
}

/** Tried in turn against a pattern: what the API's own shapes ask for. */
const texts = [
  'Sample',
  'sample',
  '1',
  '12.50',
  'EUR',
  'GR',
  '24',
  'en',
  'sample-text',
  'GR1601101250000000012300695',
  'EL094259216',
  'ABCDGRAA',
  '#a1b2c3',
  '2026-06-13',
  '09:00',
  '#aabbcc',
]

const formats: Record<string, string> = {
  email: 'sample@people.test',
  'date-time': '2026-06-13T14:00:00Z',
  date: '2026-06-13',
  time: '09:00:00Z',
  uri: 'https://sample.example/x',
  hostname: 'sample.example',
}

export function sampleOf(schema: Schema, choices: Choices, field = '', depth = 0): unknown {
  const inner = (next: Schema, name = field) => sampleOf(next, choices, name, depth + 1)
  if (depth > 12) return null
  if (schema.$ref) return inner(resolve(schema.$ref))
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[choices.pick(schema.enum.length)]
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return inner(alternatives[choices.pick(alternatives.length)]!)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => inner(part)))
  const type = Array.isArray(schema.type) ? schema.type[choices.pick(schema.type.length)] : schema.type
  if (type === 'object' || schema.properties) return objectOf(schema, choices, inner)
  if (type === 'array') return arrayOf(schema, inner)
  if (type === 'integer' || type === 'number') return numberOf(schema)
  if (type === 'boolean') return choices.pick(2) === 0
  if (type === 'null') return null
  return textOf(schema, choices, field)
}

function objectOf(schema: Schema, choices: Choices, inner: (schema: Schema, name?: string) => unknown) {
  const made: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if (schema.required?.includes(name) || choices.withOptional(name)) made[name] = inner(property, name)
  if (typeof schema.additionalProperties === 'object' && Object.keys(made).length === 0)
    made['sample'] = inner(schema.additionalProperties)
  return made
}

function arrayOf(schema: Schema, inner: (schema: Schema) => unknown): unknown[] {
  if (schema.prefixItems) return schema.prefixItems.map((item) => inner(item))
  return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => inner(schema.items ?? {}))
}

function numberOf(schema: Schema): number {
  const least = schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1
  return Math.min(Math.max(1, least), schema.maximum ?? Number.MAX_SAFE_INTEGER)
}

function textOf(schema: Schema, choices: Choices, field: string): string {
  if (schema.format === 'uuid') return choices.id(field)
  if (field === 'timeZone') return 'Europe/Athens'
  if (/^(ends|expires|until|to)/.test(field) && schema.format?.startsWith('date'))
    return formats[schema.format]!.replace('2026', '2096')
  if (schema.format && formats[schema.format]) return formats[schema.format]!
  const fits = (text: string) =>
    (!schema.pattern || new RegExp(schema.pattern, 'u').test(text)) &&
    text.length <= (schema.maxLength ?? 1e6)
  const text = texts.find(fits) ?? 'sample'
  return text.length < (schema.minLength ?? 0) ? text.padEnd(schema.minLength!, 'x') : text
}

function resolve(ref: string): Schema {
  const steps = ref.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document) as Schema
}

export type Operation = {
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
  responses: Record<string, unknown>
  summary?: string
  operationId?: string
}

export type Listed = { method: string; path: string; operation: Operation; body: Schema | null }

/** Every operation of the document. */
export const operations: readonly Listed[] = Object.entries(
  document['paths'] as Record<string, Record<string, Operation>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    operation,
    body: operation.requestBody?.content['application/json']?.schema ?? null,
  })),
)
