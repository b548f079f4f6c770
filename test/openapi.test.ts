/** The OpenAPI document: sound in itself, complete, and the one that the server gives out. */
import { expect, test } from 'vitest'
import { document } from './conformance.ts'
import { client } from './http.ts'
import { type Listed, operations } from './sample.ts'
import { newShop } from './world.ts'

const nameOf = ({ method, path }: Listed) => `${method} ${path}`

test('the server gives out the document that tests hold answers to', async () => {
  const api = client(await newShop())
  const { status, body } = await api.get<Record<string, unknown>>('/openapi.json')
  expect(status).toBe(200)
  expect(body['openapi']).toBe('3.1.0')
  expect(body['paths']).toEqual(JSON.parse(JSON.stringify(document['paths'])))
})

test('every operation has a name of its own, a summary, what it answers and how it refuses', () => {
  const names = operations.map(({ operation }) => operation.operationId)
  expect(new Set(names).size).toBe(names.length)
  const wanting = operations.filter(({ operation }) => {
    const statuses = Object.keys(operation.responses)
    const ends = statuses.filter((status) => /^20[0-4]$/.test(status))
    const isSummed = /^[A-Z«].{3,}/.test(operation.summary ?? '')
    return !isSummed || !statuses.includes('default') || ends.length !== 1
  })
  expect(wanting.map(nameOf)).toEqual([])
})

test('every parameter of a path is declared, and nothing else is', () => {
  const wrong = operations.filter(({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const declared = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)
    return declared.toSorted().join() !== inPath.toSorted().join()
  })
  expect(wrong.map(nameOf)).toEqual([])
})

test('whatever answers JSON says what it looks like, and what reads a body says what it takes', () => {
  const bare = operations.filter(({ operation }) => {
    const [answer] = Object.entries(operation.responses).find(([status]) => status !== 'default') ?? []
    const response = operation.responses[answer!] as { content?: Record<string, { schema?: object }> }
    return answer !== '204' && !response.content
  })
  expect(bare.map(nameOf)).toEqual([])
})

test('every reference leads somewhere', () => {
  const components = (document['components'] as { schemas: Record<string, unknown> }).schemas
  const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)
  for (const [, reference] of references) {
    expect(reference).toMatch(/^#\/components\/schemas\/\w+$/)
    expect(Object.keys(components)).toContain(reference!.split('/').at(-1))
  }
})
