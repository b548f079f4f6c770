/** Holds every answer that a test sees to the OpenAPI document: an answer that differs from its promise is a failure. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { endpoints } from '../src/modules.ts'
import type { Endpoint } from '../src/platform/http/endpoint.ts'
import { openApiDocument } from '../src/platform/http/openapi.ts'

export const document = openApiDocument(endpoints, {
  title: 'Stoa',
  version: '1',
  description: 'Under test.',
})

const root = 'https://stoa.test/openapi.json'
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
addFormats.default(ajv)
ajv.addSchema({ ...document, $id: root })

const patterns = endpoints.map((spec) => ({
  spec,
  pattern: new RegExp(`^/api/v1${spec.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  variables: spec.path.split('{').length,
}))

/** The declared operation behind an address; fixed words win over parameters, as they do in the router. */
export function operationOf(method: string, pathname: string): Endpoint | null {
  const fitting = patterns.filter(
    (entry) => entry.spec.method === method.toLowerCase() && entry.pattern.test(pathname),
  )
  return fitting.toSorted((a, b) => a.variables - b.variables)[0]?.spec ?? null
}

const compiled = new Map<string, ValidateFunction>()

function validatorAt(pointer: string): ValidateFunction {
  let validate = compiled.get(pointer)
  if (!validate) compiled.set(pointer, (validate = ajv.compile({ $ref: `${root}#${pointer}` })))
  return validate
}

/** Throws when the answer is not what the document promises for its status. */
export function requireConformity(method: string, pathname: string, response: Response, body: unknown): void {
  const spec = operationOf(method, pathname)
  if (!spec) return
  const where = `${method} ${pathname} → ${response.status}`
  const type = response.headers.get('content-type') ?? ''
  if (!response.headers.get('x-request-id')) throw new Error(`${where}: has no X-Request-Id.`)
  if (response.status >= 400) {
    if (!type.startsWith('application/problem+json')) throw new Error(`${where}: a refusal of type ${type}.`)
    return requireShape(where, '/components/schemas/Problem', body)
  }
  if (response.status === 204) return
  if (!spec.answer) return
  if (response.status !== (spec.status ?? 200) && response.status !== 200)
    throw new Error(`${where}: the document declares ${spec.status ?? 200}.`)
  const place = spec.path.replaceAll('~', '~0').replaceAll('/', '~1')
  const at = `/paths/${place}/${spec.method}/responses/${spec.status ?? 200}/content/application~1json/schema`
  requireShape(where, at, body)
}

function requireShape(where: string, pointer: string, body: unknown): void {
  const validate = validatorAt(encodeURI(pointer))
  if (validate(body)) return
  const faults = (validate.errors ?? [])
    .slice(0, 8)
    .map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`)
  throw new Error(`${where} differs from the OpenAPI document:\n  ${faults.join('\n  ')}`)
}
