/**
 * ELTA Courier: vouchers, labels, tracking by its SOAP services CREATEAWB, PELB64VG and PELTT01. Sources: ELTA
 * Courier's own web services pages and WSDL files (fields, codes, formats), kept in the public repository
 * chinchillabrains/eltaws; ELTA Courier Web Services Integration Manual 1.2 for the hosts.
 */
import {
  conflict,
  invalid,
  invalidField,
  isAppError,
  notFound,
  unavailable,
} from '../../../platform/http/app-error.ts'
import { callOut } from '../../../platform/http/outgoing.ts'
import { formatDecimal } from '../../../platform/values/decimal.ts'
import { money } from '../../../platform/values/money.ts'
import { readEltaTracking } from './elta-tracking.ts'
import { greekPhones, greekPostalCode, plainText } from './fields.ts'
import { firstPdf } from './pdf.ts'
import type { NewVoucher, ShippingProvider, Voucher } from './provider.ts'
import { childText, findNode, parseXml, soapEnvelope, type XmlNode } from './soap.ts'

export type EltaSettings = {
  /** Seven digits. */
  userCode: string
  userPassword: string
  /** The sender's code ("κεφαλικός κωδικός"), and the branch below it where there is one. */
  customerCode: string
  customerSubCode?: string
  /** As ELTA Courier names it with the account; the one in its WSDL files is http://212.205.47.226:9003. */
  baseUrl: string
  /** The label's paper. */
  paper?: 'A4' | 'A6'
  pauseMs?: number
  timeoutMs?: number
}

type Service = 'CREATEAWB' | 'PELB64VG' | 'PELTT01'

/** Two letters, eight digits and a check digit, GR. Source: UPU standard S10. */
export function isEltaNumber(text: string): boolean {
  const parts = /^[A-Z]{2}(\d{8})(\d)GR$/.exec(text)
  return parts?.[1] !== undefined && s10CheckDigit(parts[1]) === Number(parts[2])
}

export function s10CheckDigit(serial: string): number {
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, i) => total + weight * Number(serial[i]), 0)
  const digit = 11 - (sum % 11)
  return digit === 10 ? 0 : digit === 11 ? 5 : digit
}

export function elta(settings: EltaSettings): ShippingProvider {
  const read = (service: Service, fields: Record<string, string>, mayRepeat = true) =>
    call(settings, service, fields, mayRepeat)
  const track = async (voucherNumber: string) =>
    readEltaTracking(
      await read('PELTT01', {
        wpel_code: settings.customerCode,
        wpel_user: userCode(settings),
        wpel_pass: settings.userPassword,
        wpel_vg: voucherNumber,
        wpel_ref: '',
        wpel_flag: '1',
      }),
    )

  return {
    code: 'elta',

    async createVoucher(input): Promise<Voucher> {
      const answer = await read('CREATEAWB', voucherFields(settings, input), false)
      const pieceNumbers = answer.children
        .filter((child) => child.name === 'vg_child')
        .map((child) => child.text.trim())
        .filter(Boolean)
      return { voucherNumber: childText(answer, 'vg_code'), pieceNumbers }
    },

    async printLabel(voucherNumber) {
      const answer = await read('PELB64VG', {
        pel_user_code: userCode(settings),
        pel_user_pass: settings.userPassword,
        // The whole code here: head, six spaces, branch.
        pel_apost_code: [settings.customerCode, settings.customerSubCode].filter(Boolean).join(' '.repeat(6)),
        vg_code: voucherNumber,
        paper_size: settings.paper === 'A4' ? '0' : '1',
      })
      return firstPdf('ELTA Courier', childText(answer, 'b64_string').replace(/\s/g, ''))
    },

    /** There is no call for it. A parcel that ELTA has already seen cannot be called back either. */
    async cancelVoucher(voucherNumber) {
      const seen = await track(voucherNumber).catch((error: unknown) => {
        if (isAppError(error) && error.kind === 'not_found') return null
        throw error
      })
      if (seen && seen.state !== 'created') {
        throw conflict('ELTA Courier already has this parcel.', { code: 'voucher_final' })
      }
      return 'lapses'
    },

    track,
    trackingUrl: (voucherNumber) =>
      `https://www.elta-courier.gr/search?br=${encodeURIComponent(voucherNumber)}`,
  }
}

async function call(
  settings: EltaSettings,
  service: Service,
  fields: Record<string, string>,
  mayRepeat: boolean,
): Promise<XmlNode> {
  const answer = await callOut({
    service: 'ELTA Courier',
    method: 'POST',
    url: settings.baseUrl,
    headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' },
    body: soapEnvelope(`/${service}`, 'READ', fields),
    attempts: mayRepeat ? 3 : 1,
    pauseMs: settings.pauseMs,
    timeoutMs: settings.timeoutMs,
  })
  const response = findNode(parseXml(answer.text), 'READResponse')
  if (!response) {
    throw unavailable('ELTA Courier gave an answer that cannot be understood.', {
      code: 'provider_not_understood',
      details: { service: 'ELTA Courier', status: answer.status },
    })
  }
  const flag = Number(childText(response, 'st_flag') || '-1')
  if (flag !== 0) throw eltaRefusal(service, flag, childText(response, 'st_title'))
  return response
}

/** Source of the codes: ELTA's page on CREATEAWB: 1 postal code, 2, 3 and 6 our codes, 5 weight or pieces, 7 telephone. */
function eltaRefusal(service: Service, flag: number, title: string) {
  if ([2, 3, 6].includes(flag)) {
    return unavailable('ELTA Courier refuses our account. Check the settings of the courier.', {
      code: 'provider_refused_credentials',
      details: { service: 'ELTA Courier', reason: title },
    })
  }
  if (service !== 'CREATEAWB') return notFound('voucher')
  if (flag === 1) return invalidField('/recipient/postalCode', `ELTA Courier: ${title}`)
  if (flag === 7) return invalidField('/recipient/phone', `ELTA Courier: ${title}`)
  return invalid(`ELTA Courier: ${title || `error ${flag}`}`, { code: 'provider_refused' })
}

const userCode = (settings: EltaSettings) => settings.userCode.padStart(7, '0')

/** Collecting by cheque, which we do not. */
const noCheques = Object.fromEntries(
  ['poso', 'date'].flatMap((field) => [1, 2, 3, 4].map((number) => [`pel_ant_${field}${number}`, ''])),
)

/** In the order of the WSDL, all of them: the service reads a sequence. */
function voucherFields(settings: EltaSettings, input: NewVoucher): Record<string, string> {
  const { recipient, cashOnDelivery } = input
  if (recipient.country !== 'GR') throw invalid('ELTA Courier takes vouchers for Greece only.')
  if (cashOnDelivery && cashOnDelivery.currency !== 'EUR') throw invalid('ELTA Courier collects euros only.')
  if (input.pieces < 1 || input.pieces > 150) throw invalid('ELTA Courier takes 1 to 150 pieces.')
  const { landline, mobile } = greekPhones(recipient.phone)
  if (!landline && !mobile)
    throw invalidField('/recipient/phone', 'ELTA Courier needs a Greek telephone number.')
  return {
    pel_user_code: userCode(settings),
    pel_user_pass: settings.userPassword,
    pel_apost_code: settings.customerCode,
    pel_apost_sub_code: settings.customerSubCode ?? '',
    pel_user_lang: '',
    pel_paral_name: plainText([recipient.name, recipient.company].filter(Boolean).join(', '), 150),
    pel_paral_address: plainText([recipient.line1, recipient.line2].filter(Boolean).join(', '), 150),
    pel_paral_area: plainText(recipient.city, 40),
    pel_paral_tk: greekPostalCode(recipient.postalCode),
    pel_paral_thl_1: landline,
    pel_paral_thl_2: mobile,
    pel_service: '1',
    pel_baros: formatDecimal({ units: BigInt(input.weightGrams), scale: 3 }).padStart(10, '0'),
    pel_temaxia: String(input.pieces).padStart(3, '0'),
    pel_paral_sxolia: plainText(input.notes, 100),
    pel_sur_1: '0',
    pel_sur_2: '0',
    pel_sur_3: '0',
    pel_ant_poso: cashOnDelivery ? money(cashOnDelivery.amount, 'EUR').amount.padStart(10, '0') : '',
    ...noCheques,
    pel_asf_poso: '',
    pel_ref_no: plainText(input.reference, 30),
  }
}
