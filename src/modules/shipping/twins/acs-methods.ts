/** The ACS twin's methods, by their aliases, with ACS's own refusals. Source: "ACS Rest API Web Services", ACS. */
import { greekPostalCode } from '../providers/fields.ts'
import { type ZoneCode, zoneOf } from '../zones.ts'
import { drawLabel } from './label.ts'
import { athensTime, type ParcelWorld, type TwinParcel } from './parcel-world.ts'

export type Input = Record<string, unknown>
type Row = Record<string, unknown>
export type Result = { value?: Row; table?: Row[] }

const text = (input: Input, name: string): string => {
  const value = input[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
const refusal = (message: string): Result => ({ value: { Error_Message: message } })

export function acsMethods(
  world: ParcelWorld,
  billingCode: string,
): Record<string, (input: Input) => Result | Promise<Result>> {
  return {
    ACS_Create_Voucher: (input) => createVoucher(world, billingCode, input),
    ACS_Get_Multipart_Vouchers(input) {
      const parcel = world.find(text(input, 'Main_Voucher_No'))
      return {
        value: { Error_Message: null },
        table: (parcel?.pieces ?? []).map((number) => ({ MultiPart_Voucher_No: number })),
      }
    },
    async ACS_Print_Voucher(input) {
      const numbers = text(input, 'Voucher_No').split(',')
      if (numbers.length > 10) return refusal('Μπορούν να τυπωθούν έως 10 vouchers.')
      const pdfs: Row[] = []
      for (const number of numbers) {
        const parcel = world.find(number)
        if (!parcel) return refusal(`Δεν βρέθηκε αποστολή με αριθμό ${number}.`)
        if (parcel.pickupList)
          return refusal('Δεν επιτρέπεται εκτύπωση voucher μετά την έκδοση λίστας παραλαβής')
        const pdf = await drawLabel(parcel, {
          courier: 'ACS',
          paper: text(input, 'Print_Type') === '2' ? 'A4' : 'A6',
        })
        parcel.isPrinted = true
        // The misspelling is the wire's.
        pdfs.push({
          Voucber_No: number,
          PDFData: Buffer.from(pdf).toString('base64'),
          ACSExecution_HasError: false,
        })
      }
      world.save()
      return { value: { ACSObjectOutput: pdfs.length === 1 ? pdfs[0]?.PDFData : pdfs } }
    },
    ACS_Delete_Voucher(input) {
      const numbers = text(input, 'Voucher_No').split(',')
      for (const number of numbers) {
        const parcel = world.state.parcels[number]
        if (!parcel) return refusal(`Δεν βρέθηκε αποστολή με αριθμό ${number}.`)
        if (parcel.pickupList)
          return refusal(
            'Δεν μπορεί να γίνει διαγραφή αποστολής ACS, όταν έχει εκτυπωθεί η λίστα παραλαβής του courier',
          )
      }
      numbers.forEach((number) => world.remove(number))
      return { value: { Error_Message: null } }
    },
    ACS_Issue_Pickup_List: () => issuePickupList(world),
    ACS_Trackingsummary(input) {
      const parcel = world.find(text(input, 'Voucher_No'))
      if (!parcel?.acceptedAtMs)
        return refusal(`Νο Acs shipment found for your company with voucher no: ${text(input, 'Voucher_No')}`)
      return { value: { Error_Message: null }, table: [summary(world, parcel)] }
    },
    ACS_TrackingDetails(input) {
      const parcel = world.find(text(input, 'Voucher_No'))
      if (!parcel?.acceptedAtMs)
        return refusal(`Νο Acs shipment found for your company with voucher no: ${text(input, 'Voucher_No')}`)
      return {
        value: { Error_Message: null },
        table: world.journey(parcel).map((step) => checkpoint(parcel, step)),
      }
    },
    ACS_Area_Find_By_Zip_Code: areaFindByZipCode,
    ACS_Price_Calculation: (input) => priceCalculation(billingCode, input),
  }
}

function createVoucher(world: ParcelWorld, billingCode: string, input: Input): Result {
  const pieces = Number(text(input, 'Item_Quantity'))
  const weight = Number(text(input, 'Weight'))
  const amount = text(input, 'Cod_Ammount')
  const country = text(input, 'Recipient_Country')
  const postalCode = text(input, 'Recipient_Zipcode')
  const phone = text(input, 'Recipient_Cell_Phone') || text(input, 'Recipient_Phone')
  const day = text(input, 'Pickup_Date')
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day < athensTime(world.nowMs()).slice(0, 10))
    return refusal('Μη αποδεκτή ημ/νία παραλαβής')
  if (Temporal.PlainDate.from(day).dayOfWeek === 7)
    return refusal('Δεν επιτρέπεται ημερομηνία παραλαβής ημέρα Κυριακή ή εθνική αργία')
  if (!text(input, 'Recipient_Name')) return refusal('Το όνομα παραλήπτη δεν μπορεί να είναι κενό')
  if (!text(input, 'Recipient_Address')) return refusal('Η διεύθυνση δεν μπορεί να είναι κενή')
  if (!isDestination(country, postalCode)) return refusal('Μη αποδεκτός ταχ. Κωδικός ή χώρα προορισμού')
  if (!Number.isInteger(pieces) || pieces < 1 || pieces > 99)
    return refusal('Δεν υποστηρίζονται πάνω από 99 τεμάχια ανά αποστολή')
  if (!(weight >= 0.5 && weight <= 999)) return refusal('Μη αποδεκτή τιμή βάρους (0,5-999)')
  if (text(input, 'Billing_Code') !== billingCode) return refusal('Ανύπαρκτος επί πιστώσει κωδικός χρέωσης')
  if (amount && text(input, 'Acs_Delivery_Products') !== 'COD')
    return refusal('Δεν βρέθηκε το προϊόν αντικαταβολής (ΑΝ)')
  if (country === 'CY' && !text(input, 'Content_Type_ID'))
    return refusal(
      'Για αποστολές από Ελλάδα προς Κύπρο ο κωδικός περιεχομένου αποστολής (Content_Type_ID) πρέπει να έχει σωστή τιμή.',
    )

  const parcel = world.create(
    {
      reference: text(input, 'Reference_Key1'),
      senderName: text(input, 'Sender'),
      recipient: {
        name: text(input, 'Recipient_Name'),
        address: `${text(input, 'Recipient_Address')} ${text(input, 'Recipient_Address_Number')}`.trim(),
        city: text(input, 'Recipient_Region'),
        postalCode,
        phone,
      },
      weight: String(weight),
      cashOnDelivery: amount ? Number(amount).toFixed(2) : '',
      notes: text(input, 'Delivery_Notes'),
    },
    pieces,
  )
  return { value: { Voucher_No: parcel.number, Voucher_No_Return: null, Error_Message: '' } }
}

function isDestination(country: string, postalCode: string): boolean {
  if (country === 'CY') return /^\d{4}$/.test(postalCode)
  try {
    return country === 'GR' && greekPostalCode(postalCode) === postalCode
  } catch {
    return false
  }
}

function issuePickupList(world: ParcelWorld): Result {
  const waiting = Object.values(world.state.parcels).filter((parcel) => parcel.pickupList === null)
  const unprinted = waiting.filter((parcel) => !parcel.isPrinted)
  if (unprinted.length > 0) {
    return {
      value: {
        PickupList_No: null,
        Unprinted_Found: unprinted.length,
        Error_Message: `Αδύνατη η έκδοση λίστας παραλαβής. Βρέθηκαν ${unprinted.length} ατύπωτες αποστολές.`,
      },
      table: unprinted.map((parcel) => ({ Unprinted_Vouchers: parcel.number })),
    }
  }
  if (waiting.length === 0) {
    return {
      value: {
        PickupList_No: null,
        Unprinted_Found: 0,
        Error_Message: 'Δεν βρέθηκαν αποστολές για έκδοση λίστας παραλαβής.',
      },
      table: [],
    }
  }
  const number = world.nextNumber()
  for (const parcel of waiting) {
    parcel.pickupList = number
    world.accept(parcel)
  }
  world.save()
  return { value: { PickupList_No: number, Unprinted_Found: 0, Error_Message: '' }, table: [] }
}

function summary(world: ParcelWorld, parcel: TwinParcel): Row {
  const journey = world.journey(parcel)
  const last = journey.at(-1)?.stage
  const delivered = journey.find((step) => step.stage === 'delivered')
  const isBack = last === 'returned'
  const isMissed = last === 'absent' && parcel.outcome === 'absent'
  const isRefused = last === 'absent' && parcel.outcome === 'refuse'
  return {
    voucher_no: parcel.number,
    acs_station_origin: 'ΑΘ',
    acs_station_origin_descr: 'ΑΘΗΝΑ',
    acs_station_destination_descr: parcel.recipient.city,
    pickup_date: athensTime(parcel.acceptedAtMs ?? parcel.createdAtMs),
    delivery_flag: delivered || isBack ? 1 : 0,
    returned_flag: isBack || last === 'returning' ? 1 : 0,
    delivery_date: delivered ? athensTime(delivered.atMs) : null,
    consignee: delivered ? parcel.recipient.name.toLocaleUpperCase('el') : '',
    non_delivery_reason_code: isMissed ? 'ΑΣ1' : isRefused ? 'ΑΠ3' : '',
    delivery_info: delivered
      ? 'Η αποστολή παρεδόθη στον προορισμό της.'
      : isMissed
        ? 'Η αποστολή δεν έχει παραδοθεί με αιτία μη παράδοσης: ΑΠΩΝ'
        : isRefused
          ? 'Η αποστολή δεν έχει παραδοθεί με αιτία μη παράδοσης: ΜΗ ΑΠΟΔΟΧΗ ΑΠΟΣΤΟΛΗΣ'
          : 'Η αποστολή βρίσκεται στην διαδρομή προς το κατάστημα παράδοσης',
    sender: parcel.senderName,
    recipient: parcel.recipient.name,
    recipient_address: parcel.recipient.address,
    shipment_status: delivered ? 4 : isMissed ? 3 : isRefused ? 1 : 5,
  }
}

const actions: Record<TwinParcel['reached'][number]['stage'], string> = {
  picked_up: 'ΠΑΡΑΛΑΒΗ',
  departed: 'ΑΝΑΧΩΡΗΣΗ',
  arrived: 'ΑΦΙΞΗ ΣΕ ΚΑΤΑΣΤΗΜΑ',
  out_for_delivery: 'ΚΑΤΑΝΟΜΗ ΣΕ COURIER',
  delivered: 'ΠΑΡΑΔΟΣΗ',
  absent: 'ΜΗ ΠΑΡΑΔΟΣΗ',
  returning: 'ΕΠΙΣΤΡΟΦΗ ΣΤΟΝ ΑΠΟΣΤΟΛΕΑ',
  returned: 'ΕΠΙΣΤΡΟΦΗ ΣΤΟΝ ΑΠΟΣΤΟΛΕΑ',
}

const checkpoint = (parcel: TwinParcel, step: TwinParcel['reached'][number]): Row => ({
  checkpoint_date_time: athensTime(step.atMs),
  checkpoint_action: actions[step.stage],
  checkpoint_location: ['picked_up', 'departed', 'returned'].includes(step.stage)
    ? 'HUB Π.ΡΑΛΛΗ'
    : parcel.recipient.city.toLocaleUpperCase('el'),
  checkpoint_notes: step.stage === 'delivered' ? parcel.recipient.name.toLocaleUpperCase('el') : ' ',
})

function areaFindByZipCode(input: Input): Result {
  const postalCode = text(input, 'Zip_Code')
  const zone = isDestination('GR', postalCode) ? zoneOf({ country: 'GR', postalCode }) : null
  if (!zone) return refusal('Δεν βρέθηκαν δεδομένα με αυτά τα κριτήρια.')
  const row = {
    Description: '',
    Area: '',
    Description_Eng: '',
    Zip_Code: postalCode,
    Station_ID: stations[zone] ?? 'ΛΜ',
    Branch_ID: 1,
    Inaccessible_Area_Kind: zone === 'remote' ? 'ΔΠ' : '',
  }
  return { value: { Error_Message: null }, table: [row] }
}

const stations: Partial<Record<ZoneCode, string>> = {
  athens: 'ΑΘ',
  thessaloniki: 'ΘΕ',
  islands: 'ΝΗ',
  crete: 'ΧΝ',
  remote: 'ΝΗ',
}

/** A price list of the twin's own: by destination for two kilograms, then by each started kilogram. */
const prices: Record<string, [number, number]> = {
  ΑΘ: [370, 90],
  ΘΕ: [420, 100],
  ΛΜ: [420, 100],
  ΧΝ: [480, 180],
  ΝΗ: [480, 180],
}

function priceCalculation(billingCode: string, input: Input): Result {
  const [first, further] = prices[text(input, 'Acs_Station_Destination')] ?? []
  const weight = Number(text(input, 'Weight'))
  if (first === undefined || further === undefined) return refusal('Άγνωστο κατάστημα παράδοσης')
  if (text(input, 'Acs_Station_Origin') !== /[Α-Ω]{2}/.exec(billingCode)?.[0])
    return refusal('Άγνωστο κατάστημα παραλαβής')
  if (weight > 100)
    return refusal('Για βάρη Μεγαλύτερα των 100 κιλών παρακαλώ επικοινωνήστε τηλεφωνικά μαζί μας')
  const products = text(input, 'Acs_Delivery_Products').split(',')
  const basic = first + Math.max(0, Math.ceil(weight - 2)) * further
  const extra = (products.includes('COD') ? 200 : 0) + (products.includes('REM') ? 300 : 0)
  return {
    value: {
      Basic_Ammount: basic / 100,
      Extra_Service_Ammount: extra / 100,
      Total_Ammount: (basic + extra) / 100,
      Total_Vat_Ammount: Math.round((basic + extra) * 0.24) / 100,
      Info_Message: '',
      Error_Message: '',
    },
  }
}
