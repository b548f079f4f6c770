/**
 * Speaks to ACS: one address, the method's name as `ACSAlias`, our accounts in every body. Errors come in three
 * places: the HTTP status (403 the key, 406 too many calls a second), `ACSExecution_HasError`, and an
 * `Error_Message` inside an answer that says it went well. Source: "ACS Rest API Web Services", ACS.
 */
import { z } from 'zod'
import { invalid, unavailable } from '../../../platform/http/app-error.ts'
import { callOut } from '../../../platform/http/outgoing.ts'

export type AcsSettings = {
  apiKey: string
  companyId: string
  companyPassword: string
  userId: string
  userPassword: string
  /** Such as 2ΑΘ999999; its two Greek letters name the station that our parcels leave from. */
  billingCode: string
  /** 1 thermal labels, 2 three to an A4 sheet. */
  printType?: 1 | 2
  /** ACS's number of what is in parcels to Cyprus (ACS_Get_Content_Types), which its customs ask for. */
  cyprusContentTypeId?: number
  baseUrl?: string
  pauseMs?: number
  timeoutMs?: number
}

const row = z.record(z.string(), z.unknown())
const Output = z.object({
  ACSValueOutput: z.array(row).nullish(),
  ACSTableOutput: z.object({ Table_Data: z.array(row).nullish() }).nullish(),
})
const Envelope = z.object({
  ACSExecution_HasError: z.boolean(),
  ACSExecutionErrorMessage: z.string().nullish(),
  // The spelling is theirs; the right one is taken too, should it ever come.
  ACSOutputResponce: Output.nullish(),
  ACSOutputResponse: Output.nullish(),
})

export type AcsRow = z.infer<typeof row>
/** `value` is the first row of values, `table` the rows of the table, `error` what ACS says inside the answer. */
export type AcsAnswer = { value: AcsRow; table: AcsRow[]; error: string }

/** `mayRepeat` only for readings. AppError `invalid` (ACS refuses), `unavailable` (away, or the key is refused). */
export type AcsCall = (alias: string, input: object, options?: { mayRepeat?: boolean }) => Promise<AcsAnswer>

export function acsApi(settings: AcsSettings): AcsCall {
  return async (alias, input, options) => {
    const answer = await callOut({
      service: 'ACS',
      method: 'POST',
      url: settings.baseUrl ?? 'https://webservices.acscourier.net/ACSRestServices/api/ACSAutoRest',
      headers: { AcsApiKey: settings.apiKey, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ACSAlias: alias,
        ACSInputParameters: {
          Company_ID: settings.companyId,
          Company_Password: settings.companyPassword,
          User_ID: settings.userId,
          User_Password: settings.userPassword,
          ...input,
        },
      }),
      attempts: options?.mayRepeat ? 3 : 1,
      notBegun: [406],
      pauseMs: settings.pauseMs,
      timeoutMs: settings.timeoutMs,
    })
    if (answer.status === 403) {
      throw unavailable('ACS refuses our key. Check the settings of the courier.', {
        code: 'provider_refused_credentials',
        details: { service: 'ACS' },
      })
    }
    const read = Envelope.safeParse(parseOrNull(answer.text))
    if (!read.success) {
      throw unavailable('ACS gave an answer that cannot be understood.', {
        code: 'provider_not_understood',
        details: { service: 'ACS', status: answer.status },
      })
    }
    if (read.data.ACSExecution_HasError) throw acsRefusal(read.data.ACSExecutionErrorMessage ?? '')
    const output = read.data.ACSOutputResponce ?? read.data.ACSOutputResponse
    const value = output?.ACSValueOutput?.[0] ?? {}
    return { value, table: output?.ACSTableOutput?.Table_Data ?? [], error: errorIn(value) }
  }
}

export const acsRefusal = (message: string) =>
  invalid(message ? `ACS: ${message}` : 'ACS refused the request.', {
    code: 'provider_refused',
    details: { service: 'ACS' },
  })

/** Text of a field that may be missing, null, or a number. */
export const acsText = (from: AcsRow, field: string): string => {
  const value = from[field]
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

const errorIn = (value: AcsRow) =>
  acsText(value, 'Error_Message') || acsText(value, 'error_message') || acsText(value, 'Error_msg')

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
