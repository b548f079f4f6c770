import { expect, test } from 'vitest'
import { serveTwin } from '../twins/serve.ts'
import { callOut } from './outgoing.ts'

/** A server that answers with these statuses, one after the other, then 200; `silence` never answers. */
async function server(...answers: (number | 'silence' | 'redirect')[]) {
  let calls = 0
  const { url, stop } = await serveTwin(0, () => async (request) => {
    calls++
    const answer = answers.shift() ?? 200
    if (answer === 'silence') return new Promise<Response>(() => {})
    if (answer === 'redirect') return Response.redirect('http://127.0.0.1:1/elsewhere')
    return new Response(await request.text(), { status: answer, headers: { 'Retry-After': '0' } })
  })
  return { url, stop, calls: () => calls }
}
const call = {
  service: 'Twin',
  method: 'POST',
  body: 'γεια',
  attempts: 3,
  pauseMs: 1,
  timeoutMs: 150,
} as const

test.each([
  [[500, 503], 3, 200],
  [[429], 2, 200],
  [['silence'], 2, 200],
  [[404], 1, 404],
  [[406], 1, 406],
] as const)('%j takes %i calls and ends with %i', async (answers, calls, status) => {
  const to = await server(...answers)
  const answer = await callOut({ ...call, url: to.url })
  expect([answer.status, answer.text, to.calls()]).toEqual([status, 'γεια', calls])
  await to.stop()
})

test('what has not begun is tried again, even without leave to repeat', async () => {
  const to = await server(406, 409)
  expect((await callOut({ ...call, attempts: undefined, url: to.url, notBegun: [406, 409] })).status).toBe(
    200,
  )
  expect(to.calls()).toBe(3)
  await to.stop()
})

test.each([
  [500, 500, 500],
  ['silence', 'silence', 'silence'],
  ['redirect', 'redirect', 'redirect'],
] as const)('given up after three of %s', async (...answers) => {
  const to = await server(...answers)
  await expect(callOut({ ...call, url: to.url })).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'service_unavailable',
    extra: { details: { service: 'Twin' } },
  })
  expect(to.calls()).toBe(3)
  await to.stop()
})

test('without leave to repeat, there is one attempt', async () => {
  const to = await server(500)
  await expect(callOut({ ...call, url: to.url, attempts: undefined })).rejects.toMatchObject({
    kind: 'unavailable',
  })
  expect(to.calls()).toBe(1)
  await to.stop()
})

test('answers are read in the charset that they name', async () => {
  const greek = Buffer.from([0xc5, 0xeb, 0xeb, 0xdc, 0xe4, 0xe1])
  const headers = { 'Content-Type': 'text/xml; charset=ISO-8859-7' }
  const to = await serveTwin(0, () => () => new Response(greek, { headers }))
  expect((await callOut({ service: 'Twin', method: 'GET', url: to.url })).text).toBe('Ελλάδα')
  await to.stop()
})
