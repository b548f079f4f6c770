/** ACS Courier: vouchers, labels, pickup lists, prices, tracking. Source: "ACS Rest API Web Services", ACS. */
import { conflict, invalid, notFound } from '../../../platform/http/app-error.ts'
import { roundToMoney } from '../../../platform/values/money.ts'
import { acsApi, type AcsCall, acsRefusal, type AcsSettings, acsText } from './acs-api.ts'
import { readAcsTracking } from './acs-tracking.ts'
import { greekPhones, greekPostalCode, plainText, splitStreet } from './fields.ts'
import { firstPdf } from './pdf.ts'
import type {
  CourierQuote,
  NewVoucher,
  PickupList,
  QuoteRequest,
  ShippingProvider,
  Tracking,
  Voucher,
} from './provider.ts'

/** Numbers whose last digit is the rest of the others by seven. Inferred from every number in ACS's document. */
export const isAcsNumber = (text: string): boolean =>
  /^\d{10}$/.test(text) && Number(text.slice(0, 9)) % 7 === Number(text[9])

export function acs(settings: AcsSettings): ShippingProvider {
  const call = acsApi(settings)
  return {
    code: 'acs',
    createVoucher: (input) => createVoucher(call, settings, input),

    async printLabel(voucherNumber) {
      const input = { Voucher_No: voucherNumber, Print_Type: settings.printType ?? 1, Start_Position: 1 }
      const { value, error } = await call('ACS_Print_Voucher', input, { mayRepeat: true })
      if (error) throw /λίστα/i.test(error) ? conflict(`ACS: ${error}`) : notFound('voucher')
      return firstPdf('ACS', value)
    },

    async cancelVoucher(voucherNumber) {
      const { error } = await call('ACS_Delete_Voucher', { Language: null, Voucher_No: voucherNumber })
      if (error) throw conflict(`ACS: ${error}`, { code: 'voucher_final' })
      return 'cancelled'
    },

    track: (voucherNumber) => track(call, voucherNumber),
    quote: (input) => quote(call, settings, input),
    issuePickupList: (on) => issuePickupList(call, on),
    trackingUrl: (voucherNumber) =>
      `https://www.acscourier.net/el/myacs/anafores-apostolwn/anazitisi-apostolwn/?trackingNumber=${encodeURIComponent(voucherNumber)}`,
  }
}

async function createVoucher(call: AcsCall, settings: AcsSettings, input: NewVoucher): Promise<Voucher> {
  const { value, error } = await call('ACS_Create_Voucher', voucherInput(settings, input))
  const voucherNumber = acsText(value, 'Voucher_No')
  if (error || !voucherNumber) throw acsRefusal(error)
  if (input.pieces === 1) return { voucherNumber, pieceNumbers: [] }

  const pieces = await call(
    'ACS_Get_Multipart_Vouchers',
    { Language: null, Main_Voucher_No: voucherNumber },
    { mayRepeat: true },
  )
  return { voucherNumber, pieceNumbers: pieces.table.map((row) => acsText(row, 'MultiPart_Voucher_No')) }
}

function voucherInput(settings: AcsSettings, input: NewVoucher) {
  const { recipient, cashOnDelivery } = input
  if (recipient.country !== 'GR' && recipient.country !== 'CY')
    throw invalid('ACS takes vouchers for Greece and Cyprus only.')
  if (recipient.country === 'CY' && !settings.cyprusContentTypeId) {
    throw invalid('For Cyprus ACS must be told what the parcels contain. Set it with the courier.')
  }
  if (cashOnDelivery && cashOnDelivery.currency !== 'EUR') throw invalid('ACS collects euros only.')
  if (input.pieces < 1 || input.pieces > 99) throw invalid('ACS takes 1 to 99 pieces.')
  const { street, number } = splitStreet(recipient.line1)
  const { landline, mobile } = greekPhones(recipient.phone)
  return {
    Pickup_Date: input.pickupOn,
    Sender: plainText(input.senderName, 50),
    Recipient_Name: plainText(recipient.name, 50),
    Recipient_Company_Name: recipient.company ? plainText(recipient.company, 50) : null,
    Recipient_Address: plainText(street, 100),
    Recipient_Address_Number: number || null,
    Recipient_Zipcode:
      recipient.country === 'GR' ? greekPostalCode(recipient.postalCode) : recipient.postalCode,
    Recipient_Region: plainText(recipient.city, 50),
    // Cypriot numbers are passed as they are written.
    Recipient_Phone: landline || (recipient.country === 'CY' ? plainText(recipient.phone, 20) : '') || null,
    Recipient_Cell_Phone: mobile || null,
    Recipient_Floor: null,
    Recipient_Country: recipient.country,
    Recipient_Email: recipient.email ?? null,
    Acs_Station_Destination: null,
    Acs_Station_Branch_Destination: 1,
    Billing_Code: settings.billingCode,
    Charge_Type: 2,
    Cost_Center_Code: null,
    Item_Quantity: input.pieces,
    Weight: kilograms(input.weightGrams),
    Dimension_X_In_Cm: null,
    Dimension_Y_in_Cm: null,
    Dimension_Z_in_Cm: null,
    // A number, with a point: two decimals survive floating point unharmed in JSON.
    Cod_Ammount: cashOnDelivery ? Number(cashOnDelivery.amount) : null,
    Cod_Payment_Way: cashOnDelivery ? 0 : null,
    Acs_Delivery_Products: cashOnDelivery ? 'COD' : null,
    Insurance_Ammount: null,
    // Floor and bell have no field of their own that takes words.
    Delivery_Notes: plainText([recipient.line2, input.notes].filter(Boolean).join(' · '), 200) || null,
    Appointment_Until_Time: null,
    Reference_Key1: plainText(input.reference, 30),
    Reference_Key2: null,
    With_Return_Voucher: null,
    Content_Type_ID: recipient.country === 'CY' ? settings.cyprusContentTypeId : null,
    Language: null,
  }
}

/** At least half a kilogram, which is ACS's smallest. */
const kilograms = (grams: number) => Math.max(grams, 500) / 1000

async function track(call: AcsCall, voucherNumber: string): Promise<Tracking> {
  const input = { Language: null, Voucher_No: voucherNumber }
  const summary = await call('ACS_Trackingsummary', input, { mayRepeat: true })
  const [first] = summary.table
  if (summary.error || !first) throw notFound('voucher')
  const details = await call('ACS_TrackingDetails', input, { mayRepeat: true })
  return readAcsTracking(first, details.table)
}

async function quote(call: AcsCall, settings: AcsSettings, input: QuoteRequest): Promise<CourierQuote> {
  const { country, postalCode, city } = input.destination
  if (country !== 'GR') throw invalid('ACS gives prices for Greece only.')
  const areas = await call(
    'ACS_Area_Find_By_Zip_Code',
    { Zip_Code: greekPostalCode(postalCode), Show_Only_Inaccessible_Areas: 0, Language: 'GR', Country: 'GR' },
    { mayRepeat: true },
  )
  const [first] = areas.table
  if (areas.error || !first) throw acsRefusal(areas.error)

  // A postal code has many villages, of which some are hard to reach: the customer's own decides where it is named.
  const own = areas.table.find(
    (area) => isSamePlace(acsText(area, 'Area'), city) || isSamePlace(acsText(area, 'Description_Eng'), city),
  )
  const isRemote = acsText(own ?? first, 'Inaccessible_Area_Kind') !== ''
  const products = [isRemote ? 'REM' : '', input.cashOnDelivery ? 'COD' : ''].filter(Boolean)
  const { value, error } = await call(
    'ACS_Price_Calculation',
    {
      Billing_Code: settings.billingCode,
      Billing_Category: 2,
      Acs_Station_Origin: /[Α-Ω]{2}/.exec(settings.billingCode)?.[0] ?? null,
      Acs_Station_Destination: acsText(own ?? first, 'Station_ID'),
      Weight: kilograms(input.weightGrams),
      Pickup_Date: input.pickupOn,
      Acs_Delivery_Products: products.join(',') || null,
      Charge_Type: 2,
      Delivery_Zone: null,
      Insurance_Ammount: null,
      Dimension_X_In_Cm: null,
      Dimension_Y_In_Cm: null,
      Dimension_Z_In_Cm: null,
      Language: null,
    },
    { mayRepeat: true },
  )
  if (error) throw acsRefusal(error)
  return {
    net: euros(acsText(value, 'Total_Ammount')),
    vat: euros(acsText(value, 'Total_Vat_Ammount')),
    isRemote,
  }
}

const isSamePlace = (one: string, other: string) => one !== '' && folded(one) === folded(other)
/** Capitals without accents, as ACS writes. */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleUpperCase('el')
    .replace(/[^\p{L}\d]/gu, '')

const euros = (amount: string) => roundToMoney(amount || '0', 'EUR')

async function issuePickupList(call: AcsCall, on: string): Promise<PickupList> {
  const { value, table, error } = await call('ACS_Issue_Pickup_List', {
    Language: 'GR',
    Pickup_Date: on,
    MyData: null,
  })
  const listNumber = acsText(value, 'PickupList_No')
  if (listNumber) return { kind: 'issued', listNumber }
  const unprinted = table.map((row) => acsText(row, 'Unprinted_Vouchers')).filter(Boolean)
  if (unprinted.length > 0) return { kind: 'unprinted', voucherNumbers: unprinted }
  // ACS says in words only that there was nothing to list.
  if (/δεν (βρέθηκαν|υπάρχουν)/i.test(error)) return { kind: 'empty' }
  throw acsRefusal(error)
}
