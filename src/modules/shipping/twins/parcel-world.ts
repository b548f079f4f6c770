/** Parcels of a courier's twin: vouchers with numbers of their own, and a journey that goes on by itself or by command. */
import type { Memory } from '../../../platform/twins/memory.ts'

export const stages = ['picked_up', 'departed', 'arrived', 'out_for_delivery', 'delivered'] as const
export type Stage = (typeof stages)[number]
export type Outcome = 'deliver' | 'absent' | 'refuse'

export type TwinParcel = {
  number: string
  pieces: string[]
  reference: string
  senderName: string
  recipient: { name: string; address: string; city: string; postalCode: string; phone: string }
  weight: string
  /** In euros, or empty. */
  cashOnDelivery: string
  notes: string
  createdAtMs: number
  isPrinted: boolean
  /** When the courier learnt of it: from then on it moves. */
  acceptedAtMs: number | null
  pickupList: string | null
  /** Moved by command; otherwise by time. */
  reached: { stage: Stage | 'absent' | 'returning' | 'returned'; atMs: number }[]
  outcome: Outcome
}

export type ParcelState = { serial: number; parcels: Record<string, TwinParcel> }

export type ParcelWorldOptions = {
  /** A valid number of this courier from a running one. */
  numberOf: (serial: number) => string
  /** Whether this number could be one of ours: such a number from before a restart is believed. */
  isOurs: (number: string) => boolean
  /** The time from one stage to the next; null: only by command. */
  stageEveryMs: number | null
  now: () => Date
}

export type NewParcel = Omit<
  TwinParcel,
  'number' | 'pieces' | 'createdAtMs' | 'isPrinted' | 'acceptedAtMs' | 'pickupList' | 'reached' | 'outcome'
>

export type ParcelWorld = ReturnType<typeof makeParcelWorld>

export function makeParcelWorld({ state, save }: Memory<ParcelState>, options: ParcelWorldOptions) {
  const nowMs = () => options.now().getTime()
  // Without a memory, seconds since long ago keep numbers from coming a second time after a restart.
  state.serial ||= Math.floor(nowMs() / 1000) % 100_000_000
  const nextNumber = () => options.numberOf(state.serial++)

  function believe(number: string): TwinParcel {
    const parcel: TwinParcel = {
      number,
      pieces: [],
      reference: '',
      senderName: '',
      recipient: { name: '', address: '', city: 'ΑΘΗΝΑ', postalCode: '10431', phone: '' },
      weight: '1',
      cashOnDelivery: '',
      notes: '',
      createdAtMs: nowMs(),
      isPrinted: true,
      acceptedAtMs: nowMs(),
      pickupList: '',
      reached: [{ stage: 'picked_up', atMs: nowMs() }],
      outcome: 'deliver',
    }
    state.parcels[number] = parcel
    save()
    return parcel
  }

  return {
    state,
    save,
    nextNumber,
    nowMs,

    create(input: NewParcel, pieces: number): TwinParcel {
      const parcel: TwinParcel = {
        ...input,
        number: nextNumber(),
        pieces: Array.from({ length: pieces - 1 }, nextNumber),
        createdAtMs: nowMs(),
        isPrinted: false,
        acceptedAtMs: null,
        pickupList: null,
        reached: [],
        outcome: 'deliver',
      }
      state.parcels[parcel.number] = parcel
      save()
      return parcel
    },

    find: (number: string): TwinParcel | undefined =>
      state.parcels[number] ?? (options.isOurs(number) ? believe(number) : undefined),

    remove(number: string): void {
      delete state.parcels[number]
      save()
    },

    accept(parcel: TwinParcel): void {
      parcel.acceptedAtMs ??= nowMs()
      save()
    },

    /** The journey until now, oldest first. */
    journey(parcel: TwinParcel): TwinParcel['reached'] {
      const every = options.stageEveryMs
      if (every === null || parcel.acceptedAtMs === null) return parcel.reached
      const route = routeOf(parcel.outcome)
      // By time it goes on from where command has left it.
      const startMs = parcel.reached.at(-1)?.atMs ?? parcel.acceptedAtMs
      const ahead = route.slice(parcel.reached.length)
      const later = ahead.map((stage, index) => ({ stage, atMs: startMs + (index + 1) * every }))
      return [...parcel.reached, ...later.filter(({ atMs }) => atMs <= nowMs())]
    },

    /** One stage further, now. Returns it, or null at the end of the journey. */
    advance(number: string): string | null {
      const parcel = state.parcels[number]
      if (!parcel) return null
      parcel.acceptedAtMs ??= nowMs()
      parcel.reached = this.journey(parcel)
      const stage = routeOf(parcel.outcome)[parcel.reached.length]
      if (!stage) return null
      parcel.reached.push({ stage, atMs: nowMs() })
      save()
      return stage
    },

    /** How the journey is to end, for what lies ahead of it. */
    setOutcome(number: string, outcome: Outcome): void {
      const parcel = state.parcels[number]
      if (parcel) parcel.outcome = outcome
      save()
    },
  }
}

/** Absent: tried in vain, then delivered. Refused: tried in vain, and back to the sender. */
function routeOf(outcome: Outcome): TwinParcel['reached'][number]['stage'][] {
  const way: TwinParcel['reached'][number]['stage'][] = [
    'picked_up',
    'departed',
    'arrived',
    'out_for_delivery',
  ]
  if (outcome === 'deliver') return [...way, 'delivered']
  return [
    ...way,
    'absent',
    ...(outcome === 'absent'
      ? (['out_for_delivery', 'delivered'] as const)
      : (['returning', 'returned'] as const)),
  ]
}

/** ISO-like local time in Athens without a zone, as both couriers write it. */
export const athensTime = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO('Europe/Athens')
    .toPlainDateTime()
    .toString({ smallestUnit: 'millisecond' })
