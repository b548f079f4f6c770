/** What better-auth refuses, as the problem documents that everything else here answers with. */
import { STATUS_CODES } from 'node:http'
import type { Services } from '../tenancy/context.ts'
import { faultResponse } from '../http/problem.ts'

/** It answers 500 for what a made-up or mismatched credential causes. */
const clientFaults = new Set(['FAILED_TO_VERIFY_REGISTRATION', 'FAILED_TO_CREATE_USER'])
/** Its own lock of the second factor, in seconds. */
const lockSeconds = 900

/** The same answer when it went well; a problem with the same status, code and cookies when not. */
export async function asProblem(
  services: Services,
  answer: Response,
  instance: string,
  requestId: string,
): Promise<Response> {
  if (answer.status < 400) return answer
  const said = await readAnswer(answer)
  const status = answer.status >= 500 && clientFaults.has(said.code ?? '') ? 400 : answer.status
  if (status >= 500) {
    services.log.error({ requestId, status, code: said.code }, 'the accounts failed')
    return faultResponse(requestId, instance)
  }
  const code = said.code ?? (STATUS_CODES[status] ?? 'error').toUpperCase().replaceAll(' ', '_')
  const message = said.message ?? STATUS_CODES[status] ?? 'Refused.'
  const problem = new Response(
    JSON.stringify({
      type: `/api/docs/errors#${code.toLowerCase()}`,
      title: STATUS_CODES[status] ?? 'Error',
      status,
      detail: message,
      instance,
      code,
      message,
    }),
    { status, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } },
  )
  for (const cookie of answer.headers.getSetCookie()) problem.headers.append('Set-Cookie', cookie)
  if (status === 429)
    problem.headers.set('Retry-After', answer.headers.get('retry-after') ?? String(lockSeconds))
  return problem
}

async function readAnswer(answer: Response): Promise<{ code?: string; message?: string }> {
  try {
    return (await answer.json()) as { code?: string; message?: string }
  } catch {
    return {}
  }
}
