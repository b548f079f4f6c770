/** The OpenAPI document: sound in itself, complete, and the one that the server gives out. */
import { expect, test } from 'vitest'
import { document } from './conformance.ts'
import { client } from './http.ts'
import { operations } from './sample.ts'
import { newShop } from './world.ts'

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
  for (const { method, path, operation } of operations) {
    const where = `${method} ${path}`
    expect(operation.summary, where).toMatch(/^[A-Z«].{3,}/)
    expect(Object.keys(operation.responses), where).toContain('default')
    expect(
      Object.keys(operation.responses).filter((status) => /^20[0-4]$/.test(status)),
      where,
    ).toHaveLength(1)
  }
})

test('every parameter of a path is declared, and nothing else is', () => {
  for (const { method, path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const declared = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)
    expect(declared.toSorted(), `${method} ${path}`).toEqual(inPath.toSorted())
  }
})

test('whatever answers JSON says what it looks like, and what reads a body says what it takes', () => {
  const bare = operations.filter(({ operation }) => {
    const [answer] = Object.entries(operation.responses).find(([status]) => status !== 'default') ?? []
    const response = operation.responses[answer!] as { content?: Record<string, { schema?: object }> }
    return answer !== '204' && !response.content
  })
  expect(bare.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

test('every reference leads somewhere', () => {
  const components = (document['components'] as { schemas: Record<string, unknown> }).schemas
  const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)
  for (const [, reference] of references) {
    expect(reference).toMatch(/^#\/components\/schemas\/\w+$/)
    expect(Object.keys(components)).toContain(reference!.split('/').at(-1))
  }
})
