/** Speaks to Stripe's API: form-encoded bodies, a pinned version, idempotency keys, and its errors as ours. */
import { z } from 'zod'
import { AppError, conflict, invalid, notFound, unavailable } from '../../../platform/http/app-error.ts'
import { callOut } from '../../../platform/http/outgoing.ts'

/** Pinned, so that Stripe's next version changes nothing here until we have read its changes. */
export const stripeVersion = '2025-09-30.clover'

export type StripeSettings = {
  secretKey: string
  /** The signing secrets of the webhook endpoint; two while one is being replaced. */
  webhookSecrets: string[]
  /** Another address for the twin. */
  baseUrl?: string
  /** First pause between attempts, in milliseconds. */
  pauseMs?: number
  timeoutMs?: number
}

export type FormValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | FormValue[]
  | { [key: string]: FormValue }
export type Form = Record<string, FormValue>

export type StripeApi = {
  get<T>(path: string, query: Form, shape: z.ZodType<T>): Promise<T>
  /** The key makes a repeated call give the first one's answer. Source: docs.stripe.com/api/idempotent_requests */
  post<T>(path: string, form: Form, idempotencyKey: string, shape: z.ZodType<T>): Promise<T>
}

export function stripeApi(settings: StripeSettings): StripeApi {
  const base = settings.baseUrl ?? 'https://api.stripe.com'

  async function send<T>(
    method: 'GET' | 'POST',
    path: string,
    form: Form,
    shape: z.ZodType<T>,
    headers: Record<string, string>,
  ): Promise<T> {
    const encoded = encodeForm(form)
    const query = method === 'GET' && encoded ? `?${encoded}` : ''
    const answer = await callOut({
      service: 'Stripe',
      method,
      url: `${base}${path}${query}`,
      headers: {
        Authorization: `Bearer ${settings.secretKey}`,
        'Stripe-Version': stripeVersion,
        'Content-Type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: method === 'POST' ? encoded : undefined,
      attempts: 3,
      // 409: the first request with this idempotency key is still being worked on.
      notBegun: [409],
      pauseMs: settings.pauseMs,
      timeoutMs: settings.timeoutMs,
    })
    const body = parseJson(answer.text)
    if (answer.status >= 400) throw stripeError(answer.status, body)
    const read = shape.safeParse(body)
    if (!read.success) throw notUnderstood(read.error.message)
    return read.data
  }

  return {
    get: (path, query, shape) => send('GET', path, query, shape, {}),
    post: (path, form, key, shape) => send('POST', path, form, shape, { 'Idempotency-Key': key }),
  }
}

/** `{a: {b: [1]}}` is `a[b][0]=1`; null and undefined are left out. */
export function encodeForm(form: Form): string {
  const pairs = new URLSearchParams()
  const add = (name: string, value: FormValue): void => {
    if (value === null || value === undefined) return
    if (Array.isArray(value)) return value.forEach((each, index) => add(`${name}[${index}]`, each))
    if (typeof value !== 'object') return pairs.append(name, String(value))
    for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner)
  }
  for (const [name, value] of Object.entries(form)) add(name, value)
  return pairs.toString()
}

const ErrorBody = z.object({
  error: z.object({
    type: z.string(),
    code: z.string().optional(),
    message: z.string().optional(),
    param: z.string().optional(),
  }),
})

/** Source of the types and codes: docs.stripe.com/api/errors, docs.stripe.com/error-codes */
function stripeError(status: number, body: unknown): AppError {
  const error = ErrorBody.safeParse(body).data?.error
  const details = { service: 'Stripe', reason: error?.message ?? `it answered ${status}`, status }
  if (status === 401 || status === 403) {
    return unavailable('Card payment is not set up correctly. Please choose another way to pay.', {
      code: 'provider_refused_credentials',
      details,
    })
  }
  if (status === 404) return notFound('payment')
  if (error?.type === 'idempotency_error') {
    return conflict('This payment was already started with other details.', {
      code: 'reference_reused',
      details,
    })
  }
  if (error?.code === 'charge_already_refunded') {
    return conflict('This payment has already been refunded.', { code: 'already_refunded', details })
  }
  return invalid(error?.message ?? 'Stripe refused the request.', {
    code: error?.code ?? 'provider_refused',
    details,
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notUnderstood('the answer is no JSON')
  }
}

const notUnderstood = (reason: string) =>
  unavailable('Stripe gave an answer that cannot be understood.', {
    code: 'provider_not_understood',
    details: { service: 'Stripe', reason },
  })
