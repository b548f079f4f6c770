/** Fills an organisation with a catalogue of any size: real words in both languages, a tree of categories, several sizes of each. */
import type pg from 'pg'
import { newId } from '../src/platform/database/columns.ts'
import { searchDocument } from '../src/modules/catalog/search/document.ts'

type Kind = { el: string; en: string; category: number; base: number; unit: 'piece' | 'kg' | 'l' }

const categories = [
  { el: 'Λάδι και ελιές', en: 'Oil and olives', parent: null },
  { el: 'Ελαιόλαδο', en: 'Olive oil', parent: 0 },
  { el: 'Ελιές', en: 'Olives', parent: 0 },
  { el: 'Μέλι', en: 'Honey', parent: null },
  { el: 'Τυροκομικά', en: 'Dairy', parent: null },
  { el: 'Σκληρά τυριά', en: 'Hard cheese', parent: 4 },
  { el: 'Μαλακά τυριά', en: 'Soft cheese', parent: 4 },
  { el: 'Ποτά', en: 'Drinks', parent: null },
  { el: 'Κρασί', en: 'Wine', parent: 7 },
  { el: 'Αποστάγματα', en: 'Spirits', parent: 7 },
  { el: 'Βότανα', en: 'Herbs', parent: null },
  { el: 'Ζυμαρικά και όσπρια', en: 'Pasta and pulses', parent: null },
  { el: 'Γλυκά', en: 'Sweets', parent: null },
] as const

const kinds: Kind[] = [
  { el: 'Ελαιόλαδο', en: 'Olive oil', category: 1, base: 9, unit: 'l' },
  { el: 'Ελιές', en: 'Olives', category: 2, base: 5, unit: 'kg' },
  { el: 'Μέλι', en: 'Honey', category: 3, base: 11, unit: 'kg' },
  { el: 'Γραβιέρα', en: 'Graviera cheese', category: 5, base: 14, unit: 'kg' },
  { el: 'Κεφαλοτύρι', en: 'Kefalotyri cheese', category: 5, base: 13, unit: 'kg' },
  { el: 'Φέτα', en: 'Feta cheese', category: 6, base: 10, unit: 'kg' },
  { el: 'Μυζήθρα', en: 'Myzithra cheese', category: 6, base: 7, unit: 'kg' },
  { el: 'Κρασί', en: 'Wine', category: 8, base: 12, unit: 'piece' },
  { el: 'Τσίπουρο', en: 'Tsipouro', category: 9, base: 15, unit: 'piece' },
  { el: 'Ούζο', en: 'Ouzo', category: 9, base: 13, unit: 'piece' },
  { el: 'Ρίγανη', en: 'Oregano', category: 10, base: 3, unit: 'piece' },
  { el: 'Τσάι του βουνού', en: 'Mountain tea', category: 10, base: 4, unit: 'piece' },
  { el: 'Χυλοπίτες', en: 'Egg noodles', category: 11, base: 3, unit: 'piece' },
  { el: 'Φακές', en: 'Lentils', category: 11, base: 4, unit: 'kg' },
  { el: 'Φασόλια γίγαντες', en: 'Giant beans', category: 11, base: 6, unit: 'kg' },
  { el: 'Μαρμελάδα σύκο', en: 'Fig jam', category: 12, base: 5, unit: 'piece' },
  { el: 'Χαλβάς', en: 'Halva', category: 12, base: 6, unit: 'kg' },
  { el: 'Λουκούμι', en: 'Turkish delight', category: 12, base: 4, unit: 'piece' },
]
const manners = [
  ['παραδοσιακό', 'traditional'],
  ['βιολογικό', 'organic'],
  ['χειροποίητο', 'handmade'],
  ['εκλεκτό', 'select'],
  ['ορεινό', 'mountain'],
  ['ξερό', 'dried'],
  ['καπνιστό', 'smoked'],
  ['θυμαρίσιο', 'thyme'],
  ['ώριμο', 'mature'],
  ['άγριο', 'wild'],
  ['οικογενειακό', 'family'],
  ['πρώιμο', 'early harvest'],
] as const
const places = [
  ['Κρήτης', 'from Crete'],
  ['Νάξου', 'from Naxos'],
  ['Λέσβου', 'from Lesvos'],
  ['Καλαμάτας', 'from Kalamata'],
  ['Ικαρίας', 'from Ikaria'],
  ['Μάνης', 'from Mani'],
  ['Θάσου', 'from Thasos'],
  ['Χίου', 'from Chios'],
  ['Μετσόβου', 'from Metsovo'],
  ['Σαντορίνης', 'from Santorini'],
  ['Ολύμπου', 'from Olympus'],
  ['Πηλίου', 'from Pelion'],
  ['Κεφαλονιάς', 'from Kefalonia'],
  ['Ξάνθης', 'from Xanthi'],
  ['Φλώρινας', 'from Florina'],
  ['Λήμνου', 'from Limnos'],
] as const
const sizes = [
  ['250', 0.45, 250],
  ['500', 0.8, 500],
  ['1000', 1.4, 1000],
] as const

const sentences = [
  [
    'Φτιαγμένο με υλικά της περιοχής και συσκευασμένο στον τόπο παραγωγής.',
    'Made of local produce and packed where it is grown.',
  ],
  [
    'Από μικρή οικογενειακή παραγωγή, χωρίς πρόσθετα και συντηρητικά.',
    'From a small family farm, without additives or preservatives.',
  ],
  [
    'Διατηρείται σε δροσερό και σκιερό μέρος, μακριά από τον ήλιο.',
    'Keep in a cool and shady place, away from the sun.',
  ],
  [
    'Ταιριάζει με φρέσκο ψωμί, σαλάτες και ψητά κρέατα.',
    'Goes well with fresh bread, salads and roasted meat.',
  ],
] as const

export type Filled = { producerIds: string[]; categoryIds: string[] }

/**
 * Writes `count` published products, 2.5 variants each, by the owner's or the application's connection. The same
 * `count` gives the same names, prices and stocks.
 */
export async function fillCatalogue(client: pg.ClientBase, tenantId: string, count: number): Promise<Filled> {
  await client.query("select set_config('app.tenant_id', $1, false)", [tenantId])
  const random = seeded(20_26)
  const categoryIds = categories.map(() => newId())
  const pathOf = (at: number): string[] => {
    const { parent } = categories[at]!
    return [...(parent === null ? [] : pathOf(parent)), categoryIds[at]!]
  }
  await insert(
    client,
    'categories',
    ['tenant_id uuid', 'id uuid', 'parent_id uuid', 'slug text', 'name jsonb', 'path uuid[]', 'position int'],
    categories.map(({ el, en, parent }, at) => [
      tenantId,
      categoryIds[at],
      parent === null ? null : categoryIds[parent],
      `bench-${en.toLowerCase().replaceAll(' ', '-')}`,
      JSON.stringify({ el, en }),
      pathOf(at),
      at,
    ]),
  )
  const producerIds = Array.from({ length: Math.max(4, Math.min(200, Math.round(count / 100))) }, newId)
  const producerName = (at: number) => ({
    el: `Κτήμα ${places[at % places.length]![0]} ${at + 1}`,
    en: `Estate ${at + 1} ${places[at % places.length]![1]}`,
  })
  await insert(
    client,
    'producers',
    ['tenant_id uuid', 'id uuid', 'slug text', 'name jsonb'],
    producerIds.map((id, at) => [tenantId, id, `bench-${at + 1}`, JSON.stringify(producerName(at))]),
  )

  const sounds = new Set<string>()
  for (let from = 0; from < count; from += 1000) {
    const products: unknown[][] = []
    const variants: unknown[][] = []
    const movements: unknown[][] = []
    for (let n = from; n < Math.min(count, from + 1000); n++) {
      const kind = kinds[Math.floor(random() * kinds.length)]!
      const manner = manners[Math.floor(random() * manners.length)]!
      const place = places[Math.floor(random() * places.length)]!
      const producer = Math.floor(random() * producerIds.length)
      const name = { el: `${kind.el} ${manner[0]} ${place[0]}`, en: `${manner[1]} ${kind.en} ${place[1]}` }
      const said = [0, 1, 2].map(() => sentences[Math.floor(random() * sentences.length)]!)
      const description = {
        el: said.map(([el]) => `<p>${el}</p>`).join(''),
        en: said.map(([, en]) => `<p>${en}</p>`).join(''),
      }
      const id = newId()
      const chosen = sizes.slice(0, 2 + Math.round(random()))
      const rows = chosen.map(([size, factor, grams], at) => ({
        id: newId(),
        sku: `B${n}-${size}`,
        price: (kind.base * factor * (0.7 + random())).toFixed(2),
        grams,
        stock: random() < 0.06 ? 0 : Math.floor(5 + random() * 200),
        name: `${size} ${kind.unit === 'l' ? 'ml' : 'g'}`,
        position: at,
      }))
      const path = pathOf(kind.category)
      const attributes = { organic: manner[1] === 'organic', origin: { el: place[0], en: place[1] } }
      const words = searchDocument({
        name,
        description,
        tags: [manner[0]],
        details: rows.flatMap((row) => [row.sku, row.name]),
        filedUnder: [
          producerName(producer),
          ...path.map((own) => ({
            el: categories[categoryIds.indexOf(own)]!.el,
            en: categories[categoryIds.indexOf(own)]!.en,
          })),
          attributes.origin,
        ],
      })
      for (const sound of words.sounds) sounds.add(sound)
      const prices = rows.map((row) => Number(row.price)).toSorted((a, b) => a - b)
      products.push([
        tenantId,
        id,
        producerIds[producer],
        path.at(-1),
        `bench-${n}`,
        JSON.stringify(name),
        JSON.stringify(description),
        'reduced',
        'published',
        JSON.stringify(attributes),
        [manner[0]],
        path,
        prices[0],
        prices.at(-1),
        rows.some((row) => row.stock > 0),
        rows.length,
        Math.floor(random() * 60),
        Math.floor(random() * 12),
        Math.floor(random() ** 4 * 500),
        words.vector,
        JSON.stringify(words.sortNames),
      ])
      for (const row of rows) {
        variants.push([
          tenantId,
          row.id,
          id,
          row.sku,
          JSON.stringify({ el: row.name, en: row.name }),
          row.price,
          row.grams,
          kind.unit,
          row.position,
          row.stock,
        ])
        if (row.stock > 0) movements.push([tenantId, newId(), row.id, row.stock, 'opening'])
      }
    }
    await insert(
      client,
      'products',
      [
        'tenant_id uuid',
        'id uuid',
        'producer_id uuid',
        'category_id uuid',
        'slug text',
        'name jsonb',
        'description jsonb',
        'vat_class text',
        'status text',
        'attributes jsonb',
        'tags text[]',
        'category_path uuid[]',
        'price_from numeric',
        'price_to numeric',
        'is_in_stock boolean',
        'variant_count int',
        'rating_sum int',
        'rating_count int',
        'sold_count int',
        'search_vector tsvector',

        'sort_names jsonb',
      ],
      products,
    )
    await insert(
      client,
      'variants',
      [
        'tenant_id uuid',
        'id uuid',
        'product_id uuid',
        'sku text',
        'name jsonb',
        'price numeric',
        'weight_grams int',
        'unit text',
        'position int',
        'stock int',
      ],
      variants,
    )
    await insert(
      client,
      'stock_movements',
      ['tenant_id uuid', 'id uuid', 'variant_id uuid', 'quantity int', 'reason text'],
      movements,
    )
  }
  await insert(
    client,
    'search_words',
    ['tenant_id uuid', 'word text'],
    [...sounds].map((word) => [tenantId, word]),
  )
  return { producerIds, categoryIds }
}

/** One statement for many rows; arrays travel as array literals. */
async function insert(
  client: pg.ClientBase,
  table: string,
  columns: string[],
  rows: unknown[][],
): Promise<void> {
  if (rows.length === 0) return
  const names = columns.map((column) => column.split(' ')[0]!)
  const list = columns.map((column, at) => {
    const type = column.split(' ')[1]!
    return type.endsWith('[]')
      ? `(${`array(select jsonb_array_elements_text(r->${at}))`})::${type}`
      : `(r->>${at})::${type}`
  })
  await client.query(
    `insert into ${table} (${names.join(', ')}) select ${list.join(', ')} from jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(rows)],
  )
}

/** Mulberry32: small, fast, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
