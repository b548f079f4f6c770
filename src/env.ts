/** The only reader of the process environment: every setting, its default, and a readable complaint when it is wrong. */
import path from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())

const Settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address people reach the server at, such as https://market.example; links in mails use it. */
  STOA_URL: optional(z.url({ protocol: /^https?$/ })),
  /** The directory of the embedded database, secrets and local files; a new one is a new world. */
  STOA_DATA: z.string().default('./data'),
  STOA_BLUEPRINT: z.enum(['marketplace', 'portal', 'erp', 'everything']).default('everything'),
  STOA_DEMO: flag.default(true),
  STOA_CLOCK: optional(z.enum(['header'])),
  STOA_LIMITS: optional(z.enum(['off'])),
  /** `in` works jobs inside the server, `off` leaves them to another process, `only` serves no pages. */
  STOA_WORKER: z.enum(['in', 'off', 'only']).default('in'),
  /** Comma-separated, newest first; two at a time so that they rotate. At least 32 characters each. */
  STOA_SECRET: optional(z.string()),
  /** Trust X-Forwarded-For and X-Forwarded-Proto from the proxy in front. */
  STOA_TRUST_PROXY: flag.default(false),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: z.string().default('Stoa <no-reply@stoa.localhost>'),
  S3_ENDPOINT: optional(z.url()),
  S3_BUCKET: optional(z.string()),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  STRIPE_SECRET_KEY: optional(z.string()),
  STRIPE_WEBHOOK_SECRET: optional(z.string()),
  VIVA_CLIENT_ID: optional(z.string()),
  VIVA_CLIENT_SECRET: optional(z.string()),
  VIVA_MERCHANT_ID: optional(z.string()),
  VIVA_API_KEY: optional(z.string()),
  VIVA_SOURCE_CODE: optional(z.string()),
  VIVA_ENVIRONMENT: z.enum(['demo', 'live']).default('live'),
  ACS_API_KEY: optional(z.string()),
  ACS_COMPANY_ID: optional(z.string()),
  ACS_COMPANY_PASSWORD: optional(z.string()),
  ACS_USER_ID: optional(z.string()),
  ACS_USER_PASSWORD: optional(z.string()),
  ACS_BILLING_CODE: optional(z.string()),
  ELTA_USER_CODE: optional(z.string()),
  ELTA_USER_PASSWORD: optional(z.string()),
  ELTA_CUSTOMER_CODE: optional(z.string()),
  /** `online` also asks haveibeenpwned.com by k-anonymity; the list of common passwords is always used. */
  STOA_BREACH_CHECK: z.enum(['local', 'online']).default('local'),
  METRICS_TOKEN: optional(z.string().min(16)),
  SENTRY_DSN: optional(z.url()),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(z.url()),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Env = z.infer<typeof Settings> & {
  production: boolean
  dataDir: string
  /** True when this process is to answer as fast as it can be measured: limits are off. */
  limits: boolean
}

/** Reads and checks the settings; a wrong one stops the start with one line per fault. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const read = Settings.safeParse(source)
  if (!read.success) {
    throw new Error(
      `These settings are wrong:\n${read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`,
    )
  }
  const settings = read.data
  const production = settings.NODE_ENV === 'production'
  const faults = production ? productionFaults(settings) : []
  if (faults.length > 0)
    throw new Error(
      `These settings do not suit production:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    )
  return {
    ...settings,
    production,
    dataDir: path.resolve(settings.STOA_DATA),
    limits: settings.STOA_LIMITS !== 'off',
  }
}

function productionFaults(settings: z.infer<typeof Settings>): string[] {
  const faults: string[] = []
  if (settings.STOA_CLOCK)
    faults.push('STOA_CLOCK=header lets a request choose the time; it is for tests only.')
  if (settings.STOA_LIMITS) faults.push('STOA_LIMITS=off lifts the rate limits; it is for measuring only.')
  if (settings.STOA_URL?.startsWith('http://') && !/\/\/(localhost|127\.)/.test(settings.STOA_URL)) {
    faults.push('STOA_URL must begin with https:// .')
  }
  for (const secret of settings.STOA_SECRET?.split(',') ?? []) {
    if (isWeak(secret))
      faults.push(
        'STOA_SECRET is weak: use at least 32 random characters, such as `openssl rand -base64 48`.',
      )
  }
  if (settings.DATABASE_URL && !settings.STOA_SECRET) {
    faults.push('STOA_SECRET is required beside DATABASE_URL, so that every instance signs alike.')
  }
  return faults
}

/** Short, of few different characters, or one of the words people leave in from an example. */
function isWeak(secret: string): boolean {
  return (
    secret.length < 32 ||
    new Set(secret).size < 12 ||
    /change.?me|secret.?secret|example|default|password/i.test(secret)
  )
}
