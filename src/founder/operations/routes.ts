/** The operations of the API with who may use them, as a table. */
import type { Access, Endpoint } from '../../platform/http/endpoint.ts'

export function routeLines(endpoints: readonly Endpoint[]): string[] {
  const rows = endpoints.map(({ method, path, access, summary }) => [
    method.toUpperCase(),
    `/api/v1${path}`,
    ruleOf(access),
    summary,
  ])
  const width = (column: number) => Math.max(...rows.map((row) => row[column]!.length))
  const [first, second, third] = [width(0), width(1), width(2)]
  return rows.map(
    ([method, path, rule, summary]) =>
      `${method!.padEnd(first)}  ${path!.padEnd(second)}  ${rule!.padEnd(third)}  ${summary}`,
  )
}

const ruleOf = (access: Access): string => (typeof access === 'string' ? access : access.join(' or '))
