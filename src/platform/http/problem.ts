/** Every refusal as a problem document (RFC 9457), in one place. */
import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { refusalFor } from '../database/faults.ts'
import { AppError, type FieldError, isAppError } from './app-error.ts'

export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })

/** Any error as a refusal; null when it is a fault of ours, which the caller logs. */
export function asRefusal(error: unknown): AppError | null {
  if (isAppError(error)) return error
  if (error instanceof z.ZodError) return invalidShape(error)
  return refusalFor(error)
}

/** What zod found wrong, field by field. `prefix` is `` for bodies, `?` for query parameters. */
export function invalidShape(error: z.ZodError, prefix = ''): AppError {
  const errors = error.issues.flatMap((issue) => fieldErrors(issue, prefix)).slice(0, 50)
  return new AppError('invalid', errors.length === 1 ? errors[0]!.message : 'Some fields are not right.', {
    errors,
  })
}

function fieldErrors(issue: z.core.$ZodIssue, prefix: string): FieldError[] {
  const at = (path: PropertyKey[]) =>
    prefix + (prefix ? path.join('.') : path.map((key) => `/${escapePointer(String(key))}`).join(''))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: at([...issue.path, key]),
      message: `There is no field "${key.slice(0, 80)}".`,
    }))
  }
  return [{ pointer: at(issue.path), message: issue.message }]
}

const escapePointer = (key: string) => key.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')

export function problemResponse(refusal: AppError, instance: string): Response {
  const { code, extra, status, message } = refusal
  return new Response(
    JSON.stringify({
      type: `/api/docs/errors#${code}`,
      title: STATUS_CODES[status] ?? 'Error',
      status,
      detail: message,
      instance,
      code,
      ...(extra.errors ? { errors: extra.errors } : {}),
      ...extra.details,
    }),
    { status, headers: { 'Content-Type': 'application/problem+json', ...extra.headers } },
  )
}

/** What people are told when the fault is ours: nothing about it but the number to name. */
export function faultResponse(requestId: string, instance: string): Response {
  return new Response(
    JSON.stringify({
      type: '/api/docs/errors#internal',
      title: 'Internal Server Error',
      status: 500,
      detail: `Something went wrong on our side. Name ${requestId} when you ask about it.`,
      instance,
      code: 'internal',
    }),
    { status: 500, headers: { 'Content-Type': 'application/problem+json' } },
  )
}
