/**
 * Where a parcel goes, as couriers see it: Greek postal codes by range, other countries of the Union in three
 * rings. Sources: ELTA's postal codes (first two digits the region); couriers' lists for islands and remote areas.
 */

export const zoneCodes = [
  'athens',
  'thessaloniki',
  'mainland',
  'crete',
  'islands',
  /** Δυσπρόσιτες: islands and places that a boat or a van reaches on some days only. */
  'remote',
  'cyprus',
  'eu-1',
  'eu-2',
  'eu-3',
] as const
export type ZoneCode = (typeof zoneCodes)[number]

export type Destination = { country: string; postalCode: string }

/** First and last postal code, both included. */
type Range = readonly [number, number]

const greekRanges = {
  // Athens, Piraeus and the rest of Attica; 18010 to 18050 are the islands of the Saronic.
  athens: [
    [10_000, 17_999],
    [18_110, 19_999],
  ],
  thessaloniki: [[54_000, 57_999]],
  crete: [[70_000, 74_999]],
  islands: [
    [18_010, 18_010], // Aegina, Agistri
    [18_020, 18_020], // Poros
    [18_040, 18_050], // Hydra, Spetses
    [28_000, 29_999], // Kefalonia, Ithaca, Zakynthos
    [34_007, 34_007], // Skyros
    [37_002, 37_005], // Skiathos, Skopelos, Alonnisos
    [49_000, 49_999], // Corfu, Paxi
    [64_002, 64_002], // Thasos
    [64_004, 64_004],
    [64_010, 64_010],
    [68_002, 68_002], // Samothrace
    [80_000, 85_999], // Kythira, northern Aegean, Cyclades, Dodecanese
  ],
} satisfies Partial<Record<ZoneCode, Range[]>>

/** One courier's list differs from another's in detail: shops add their own with `remoteCodes`. */
const remoteCodes = new Set([
  '31083', // Meganisi, Kalamos
  '34007', // Skyros
  '49081', // Diapontia
  '49082', // Paxi
  '63086', // Mount Athos
  '63087',
  '68002', // Samothrace
  '81500', // Agios Efstratios
  '82101', // Oinousses
  '82104', // Psara
  '83400', // Fournoi
  '84004', // Kimolos
  '84009', // Anafi
  '84010', // Sikinos
  '84011', // Folegandros
  '85001', // Leipsoi, Agathonisi
  '85002', // Tilos
  '85110', // Chalki
  '85111', // Kastellorizo
  '85303', // Nisyros
  '85800', // Kasos
  '85900', // Astypalaia
])

const countryZones: Record<string, ZoneCode> = Object.fromEntries([
  ['CY', 'cyprus'],
  ...'BG HR HU RO SI'.split(' ').map((country) => [country, 'eu-1']),
  ...'AT BE CZ DE DK ES FR IT LU NL PL PT SK'.split(' ').map((country) => [country, 'eu-2']),
  ...'EE FI IE LT LV MT SE'.split(' ').map((country) => [country, 'eu-3']),
])

/** What stands in for a zone that a rate table does not name. */
const widerZone: Partial<Record<ZoneCode, ZoneCode>> = {
  athens: 'mainland',
  thessaloniki: 'mainland',
  crete: 'islands',
  cyprus: 'eu-1',
}

/**
 * The zones of a destination, the narrowest first: Kastellorizo is `remote`, else `islands`. Empty where nobody
 * goes: another country, or a postal code that is none.
 */
export function zonesOf(destination: Destination, extraRemoteCodes: Iterable<string> = []): ZoneCode[] {
  if (destination.country !== 'GR') {
    const zone = countryZones[destination.country]
    return zone ? withWider(zone) : []
  }
  const code = destination.postalCode.replace(/^\s*GR\s*-?/i, '').replace(/\s/g, '')
  if (!/^[1-8]\d{4}$/.test(code)) return []

  const isRemote = remoteCodes.has(code) || new Set(extraRemoteCodes).has(code)
  return [...(isRemote ? (['remote'] as const) : []), ...withWider(greekZone(Number(code)))]
}

export const zoneOf = (destination: Destination, extraRemoteCodes?: Iterable<string>): ZoneCode | null =>
  zonesOf(destination, extraRemoteCodes)[0] ?? null

function greekZone(code: number): ZoneCode {
  for (const [zone, ranges] of Object.entries(greekRanges)) {
    if (ranges.some(([first, last]) => first! <= code && code <= last!)) return zone as ZoneCode
  }
  return 'mainland'
}

const withWider = (zone: ZoneCode): ZoneCode[] => {
  const wider = widerZone[zone]
  return wider ? [zone, wider] : [zone]
}
