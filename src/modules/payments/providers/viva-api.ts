/**
 * Speaks to Viva: OAuth 2 on the new API, Basic on the old one, over three hosts, and its errors as ours.
 * Source: developer.viva.com/integration-reference/oauth2-authentication and /basic-auth
 */
import { z } from 'zod'
import { type AppError, invalid, notFound, unavailable } from '../../../platform/http/app-error.ts'
import { type Answer, callOut, type Outgoing } from '../../../platform/http/outgoing.ts'
import { parseExact } from './exact-json.ts'

export type VivaHosts = { accounts: string; api: string; www: string }

export const vivaHosts = {
  live: {
    accounts: 'https://accounts.vivapayments.com',
    api: 'https://api.vivapayments.com',
    www: 'https://www.vivapayments.com',
  },
  demo: {
    accounts: 'https://demo-accounts.vivapayments.com',
    api: 'https://demo-api.vivapayments.com',
    www: 'https://demo.vivapayments.com',
  },
} satisfies Record<string, VivaHosts>

export type VivaSettings = {
  /** Of the account: Basic authentication on the old API. */
  merchantId: string
  apiKey: string
  /** Smart Checkout credentials: OAuth 2 on the new API. */
  clientId: string
  clientSecret: string
  /** Four digits: the payment source, which also holds the addresses that customers come back to. */
  sourceCode: string
  hosts: VivaHosts
  pauseMs?: number
  timeoutMs?: number
}

type Request = Pick<Outgoing, 'method' | 'body' | 'attempts'> & { path: string }

export type VivaApi = {
  /** The new API, at `hosts.api`. */
  bearer<T>(request: Request, shape: z.ZodType<T>): Promise<T>
  /** The old API, at `hosts.www`. */
  basic<T>(request: Request, shape: z.ZodType<T>): Promise<T>
}

const Token = z.object({ access_token: z.string().min(1), expires_in: z.string() })

// A token lasts an hour and is the account's, so clients made for one request each share it. The times are
// monotonic: a corrected clock neither wastes a token nor keeps a dead one.
const tokens = new Map<string, { value: string; untilMs: number }>()

export function vivaApi(settings: VivaSettings): VivaApi {
  const { pauseMs, timeoutMs, hosts } = settings
  const account = [hosts.accounts, settings.clientId, settings.clientSecret].join(' ')

  const call = (request: Omit<Outgoing, 'service'>) =>
    callOut({ service: 'Viva', attempts: 3, pauseMs, timeoutMs, ...request })

  async function bearerToken(): Promise<string> {
    const known = tokens.get(account)
    if (known && performance.now() < known.untilMs) return known.value
    const answer = await call({
      method: 'POST',
      url: `${hosts.accounts}/connect/token`,
      headers: {
        Authorization: basicAuth(settings.clientId, settings.clientSecret),
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    })
    // An OAuth server answers wrong client credentials with 400 `invalid_client`.
    if (answer.status === 400) throw credentialsRefused(answer)
    const read = readAnswer(answer, Token)
    const untilMs = performance.now() + (Number(read.expires_in) - 60) * 1000
    tokens.set(account, { value: read.access_token, untilMs })
    return read.access_token
  }

  const sendBearer = async ({ path, ...request }: Request) =>
    call({
      ...request,
      url: `${hosts.api}${path}`,
      headers: { Authorization: `Bearer ${await bearerToken()}`, 'Content-Type': 'application/json' },
    })

  return {
    async bearer(request, shape) {
      let answer = await sendBearer(request)
      if (answer.status === 401) {
        // The token may have been withdrawn before its time: one new one, then it is the credentials.
        tokens.delete(account)
        answer = await sendBearer(request)
      }
      return readAnswer(answer, shape)
    },
    async basic({ path, ...request }, shape) {
      const headers = { Authorization: basicAuth(settings.merchantId, settings.apiKey) }
      return readAnswer(await call({ ...request, url: `${hosts.www}${path}`, headers }), shape)
    },
  }
}

const basicAuth = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

/** The old API says `ErrorText`, the new one `message`. */
const ErrorBody = z.object({ ErrorText: z.string().nullish(), message: z.string().nullish() })

function readAnswer<T>(answer: Answer, shape: z.ZodType<T>): T {
  if (answer.status === 401 || answer.status === 403) throw credentialsRefused(answer)
  if (answer.status === 404) throw notFound('payment')
  const body = parseOrNull(answer.text)
  if (answer.status >= 400) {
    const told = ErrorBody.safeParse(body).data
    const reason = told?.ErrorText ?? told?.message ?? 'Viva refused the request.'
    throw invalid(reason, { code: 'provider_refused', details: { service: 'Viva', status: answer.status } })
  }
  const read = shape.safeParse(body)
  if (read.success) return read.data
  throw unavailable('Viva gave an answer that cannot be understood.', {
    code: 'provider_not_understood',
    details: { service: 'Viva', reason: read.error.message },
  })
}

const credentialsRefused = (answer: Answer): AppError =>
  unavailable('Payment through Viva is not set up correctly. Please choose another way to pay.', {
    code: 'provider_refused_credentials',
    details: { service: 'Viva', status: answer.status },
  })

function parseOrNull(text: string): unknown {
  try {
    return parseExact(text)
  } catch {
    return null
  }
}
