/** The ELTA twin's services with their own error numbers. Source: ELTA's pages on CREATEAWB, PELB64VG and PELTT01. */
import { drawLabel } from './label.ts'
import { athensTime, type ParcelWorld, type TwinParcel } from './parcel-world.ts'

export type Fields = Record<string, string>
/** Names and values in their order; a list is an element of its own. */
export type Reply = [string, string | Reply][]

const refusal = (flag: number, title: string): Reply => [
  ['st_flag', String(flag)],
  ['st_title', title],
]

export function eltaServices(
  world: ParcelWorld,
  accounts: { userCode: string; userPassword: string; customerCode: string },
): Record<string, (fields: Fields) => Reply | Promise<Reply>> {
  const refusedAccount = (user = '', password = '', customer = ''): Reply | null => {
    if (user !== accounts.userCode) return refusal(2, 'Λάθος Κωδικός Χρήστη')
    if (password !== accounts.userPassword) return refusal(3, 'Λάθος Κωδικός Ασφαλείας')
    return customer.split(' ', 1)[0] === accounts.customerCode ? null : refusal(6, 'Λάθος Κωδικός Πελάτη')
  }
  return {
    CREATEAWB: (fields) =>
      refusedAccount(fields.pel_user_code, fields.pel_user_pass, fields.pel_apost_code) ??
      createVoucher(world, fields),
    async PELB64VG(fields) {
      const refused = refusedAccount(fields.pel_user_code, fields.pel_user_pass, fields.pel_apost_code)
      if (refused) return refused
      const parcel = world.find(fields.vg_code ?? '')
      if (!parcel) return refusal(9, 'Δεν βρέθηκε το ΣΥ.ΔΕ.ΤΑ.')
      const pdf = await drawLabel(parcel, {
        courier: 'ΕΛΤΑ Courier',
        paper: fields.paper_size === '0' ? 'A4' : 'A6',
      })
      return [...ok, ['b64_string', Buffer.from(pdf).toString('base64')]]
    },
    PELTT01(fields) {
      const refused = refusedAccount(fields.wpel_user, fields.wpel_pass, fields.wpel_code)
      if (refused) return refused
      const byReference = fields.wpel_flag === '2'
      const parcel = byReference
        ? Object.values(world.state.parcels).find((each) => each.reference === fields.wpel_ref)
        : world.find(fields.wpel_vg ?? '')
      return parcel ? tracking(world, parcel) : refusal(9, 'Δεν βρέθηκε η αποστολή')
    },
  }
}

const ok: Reply = [
  ['st_flag', '0'],
  ['st_title', ''],
]

function createVoucher(world: ParcelWorld, fields: Fields): Reply {
  const phones = [fields.pel_paral_thl_1 ?? '', fields.pel_paral_thl_2 ?? ''].filter(Boolean)
  const pieces = Number(fields.pel_temaxia)
  if (!/^[1-8]\d{4}$/.test(fields.pel_paral_tk ?? '')) return refusal(1, 'Λάθος Τ.Κ.')
  if (!/^\d{6}\.\d{3}$/.test(fields.pel_baros ?? '') || Number(fields.pel_baros) <= 0)
    return refusal(5, 'Δεν έχει Οριστεί Βάρος')
  if (!(pieces >= 1 && pieces <= 150)) return refusal(5, 'Δεν έχουν Οριστεί Τεμάχια')
  if (phones.length === 0) return refusal(7, 'Πρέπει Να Υπάρχει Τουλάχιστον 1 Τηλέφωνο')
  if (phones.some((phone) => !/^\d{10}$/.test(phone))) return refusal(7, 'Λάθος Τηλέφωνο')
  if (fields.pel_ant_poso && !/^\d{7}\.\d\d$/.test(fields.pel_ant_poso))
    return refusal(8, 'Λάθος Ποσό Αντικαταβολής')

  const parcel = world.create(
    {
      reference: fields.pel_ref_no ?? '',
      senderName: '',
      recipient: {
        name: fields.pel_paral_name ?? '',
        address: fields.pel_paral_address ?? '',
        city: fields.pel_paral_area ?? '',
        postalCode: fields.pel_paral_tk ?? '',
        phone: phones[0] ?? '',
      },
      weight: String(Number(fields.pel_baros)),
      cashOnDelivery: fields.pel_ant_poso ? Number(fields.pel_ant_poso).toFixed(2) : '',
      notes: fields.pel_paral_sxolia ?? '',
    },
    pieces,
  )
  world.accept(parcel)
  const children: Reply = parcel.pieces.map((number) => ['vg_child', number])
  return [...ok, ['vg_code', parcel.number], ['return_vg', ''], ['epitagh_vg', ''], ...children]
}

const titles: Record<TwinParcel['reached'][number]['stage'] | 'created', string> = {
  created: 'Δημιουργία ΣΥ.ΔΕ.ΤΑ. από τον πελάτη',
  picked_up: 'Παραλαβή από τον αποστολέα',
  departed: 'Αποστολή βρίσκεται σε στάδιο μεταφοράς',
  arrived: 'Άφιξη στο κατάστημα παράδοσης',
  out_for_delivery: 'Αποστολή προς επίδοση',
  delivered: 'Αποστολή παραδόθηκε',
  absent: 'Μη παράδοση λόγω απουσίας, αφέθηκε ειδοποιητήριο',
  returning: 'Επιστροφή στον αποστολέα',
  returned: 'Αποστολή επιστράφηκε στον αποστολέα',
}

function tracking(world: ParcelWorld, parcel: TwinParcel): Reply {
  const journey = world.journey(parcel)
  const delivered = journey.find((step) => step.stage === 'delivered')
  const steps = [{ stage: 'created' as const, atMs: parcel.createdAtMs }, ...journey]
  const rows: Reply = steps
    .toReversed()
    .map(({ stage, atMs }) => [
      'web_status',
      [
        ...moment('web', atMs),
        ['web_station', parcel.recipient.city.toLocaleUpperCase('el')],
        ['web_status_title', titles[stage]],
      ],
    ])
  return [
    ...ok,
    ...(delivered ? moment('pod', delivered.atMs) : nothing),
    ['pod_name', delivered ? parcel.recipient.name.toLocaleUpperCase('el') : ''],
    ...rows,
    // The real service pads its list with empty rows.
    [
      'web_status',
      [
        ['web_date', ''],
        ['web_time', ''],
        ['web_station', ''],
        ['web_status_title', ''],
      ],
    ],
    ['web_status_counter', String(steps.length)],
  ]
}

const nothing: Reply = [
  ['pod_date', ''],
  ['pod_time', ''],
]

const moment = (prefix: string, ms: number): Reply => [
  [`${prefix}_date`, athensTime(ms).slice(0, 10).replaceAll('-', '')],
  [`${prefix}_time`, athensTime(ms).slice(11, 16).replace(':', '')],
]
