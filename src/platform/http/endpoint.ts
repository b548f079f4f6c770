/** An operation of the API as data: its path, who may, what it takes and answers, and the verb behind it. */
import type { z } from 'zod'
import type { Permission } from '../access/roles.ts'
import type { Context } from '../tenancy/context.ts'

/** `public`, anyone signed in, one permission, or any of several. */
export type Access = 'public' | 'signedIn' | Permission | readonly Permission[]

export type Limit = {
  /** Requests in the window, per address or per actor. */
  max: number
  windowSeconds: number
  by: 'address' | 'actor'
}

type Shape = z.ZodType | undefined
type Read<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

export type EndpointInput<P extends Shape, Q extends Shape, B extends Shape> = {
  params: Read<P>
  query: Read<Q>
  body: Read<B>
  /** The version named by If-Match, when there is one. */
  ifMatch: number | undefined
  request: Request
}

export type EndpointSpec<P extends Shape, Q extends Shape, B extends Shape> = {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete'
  /** Below /api/v1, parameters in braces: `/products/{id}`. */
  path: string
  tag: string
  summary: string
  description?: string
  access: Access
  params?: P
  query?: Q
  body?: B
  /** What it answers; absent for raw bytes (`produces` says which) and for 204. */
  answer?: z.ZodType
  status?: 200 | 201 | 202 | 204
  produces?: string
  /** The body is not JSON: the handler reads `request` itself. */
  accepts?: 'multipart/form-data' | 'text/csv' | 'application/octet-stream'
  /** The most bytes a body may have; 1 MB when absent. */
  maxBytes?: number
  idempotency?: 'required'
  /** The verb reaches the outside world and so may not run inside the idempotency key's transaction. */
  isOutside?: boolean
  limit?: Limit
  /** Goes away: RFC 9745 and RFC 8594 headers are sent. */
  deprecated?: { since: string; sunset: string; instead: string }
  handle: (ctx: Context, input: EndpointInput<P, Q, B>) => Promise<unknown>
}

export type Endpoint = EndpointSpec<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>

/** Declares an operation; the shapes give the handler its types. */
export function endpoint<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
>(spec: EndpointSpec<P, Q, B>): Endpoint {
  // The handler's input is narrower than the list's; the edge parses with the very shapes it was declared with.
  return spec as unknown as Endpoint
}

const mark = Symbol.for('stoa.Answer')

/** An answer with its own status, headers or bytes; a plain value is answered as JSON with the declared status. */
export type Answer = { [mark]: true; body: unknown; status?: number; headers: Record<string, string> }

export function respond(
  body: unknown,
  options: { status?: number; headers?: Record<string, string> } = {},
): Answer {
  return { [mark]: true, body, status: options.status, headers: options.headers ?? {} }
}

/** A file to look at or save; the name is offered, never trusted. */
export function fileAnswer(bytes: Uint8Array | string | ReadableStream, type: string, name?: string): Answer {
  return respond(bytes, {
    headers: {
      'Content-Type': type,
      ...(name ? { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } : {}),
    },
  })
}

export const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && mark in value
