/** The shape of a demo product, and the words for its attributes and allergens. */
import type { VatClass, Unit } from '../../../modules/catalog/values.ts'
import type { CategorySlug } from './categories.ts'
import type { StillLife } from './pictures/still-life.ts'
import type { ProducerSlug } from './producers.ts'
import type { Bilingual } from './shapes.ts'

export type DemoVariant = {
  sku: string
  name: Bilingual
  /** EUR with VAT, two decimals. */
  price: string
  /** What it cost before, when it is reduced; higher than the price. */
  compareAt?: string
  /** With its package, for the parcel. */
  weightGrams: number
  unit: Unit
  /** How many units one piece holds, such as 0.5 of a litre: the price per kg or litre follows from it. */
  unitQuantity: string
  /** Pieces at the opening of the market. */
  stock: number
  lowStockAt: number
}

/** Keys of attributes one can filter by, with their words. */
export const attributeNames = {
  origin: { el: 'Τόπος', en: 'Origin' },
  variety: { el: 'Ποικιλία', en: 'Variety' },
  designation: { el: 'Ονομασία προέλευσης', en: 'Designation' },
  organic: { el: 'Βιολογικό', en: 'Organic' },
  harvest: { el: 'Σοδειά', en: 'Harvest' },
  acidity: { el: 'Οξύτητα', en: 'Acidity' },
  milk: { el: 'Γάλα', en: 'Milk' },
  maturation: { el: 'Ωρίμαση', en: 'Maturation' },
  alcohol: { el: 'Αλκοόλ (% vol)', en: 'Alcohol (% vol)' },
  vintage: { el: 'Εσοδεία', en: 'Vintage' },
  keepCool: { el: 'Θέλει ψυγείο', en: 'Keep refrigerated' },
  allergens: { el: 'Αλλεργιογόνα', en: 'Allergens' },
} as const satisfies Record<string, Bilingual>

export type Attributes = {
  origin: Bilingual
  variety?: Bilingual
  /** PDO, PGI or geographical indication. */
  designation?: Bilingual
  organic?: boolean
  /** The year or season in which it was gathered. */
  harvest?: string
  /** Percent of oleic acid. */
  acidity?: string
  milk?: Bilingual
  maturation?: Bilingual
  /** Percent by volume. */
  alcohol?: string
  vintage?: string
  keepCool?: boolean
}

/** Of the fourteen of Regulation (EU) 1169/2011, annex II, those that occur here. */
export const allergenNames = {
  gluten: { el: 'γλουτένη', en: 'gluten' },
  milk: { el: 'γάλα', en: 'milk' },
  eggs: { el: 'αυγά', en: 'eggs' },
  fish: { el: 'ψάρι', en: 'fish' },
  nuts: { el: 'καρποί με κέλυφος', en: 'nuts' },
  sesame: { el: 'σησάμι', en: 'sesame' },
  sulphites: { el: 'θειώδη', en: 'sulphites' },
} as const satisfies Record<string, Bilingual>

export type Allergen = keyof typeof allergenNames

export type DemoProduct = {
  slug: string
  producer: ProducerSlug
  category: CategorySlug
  name: Bilingual
  /** Paragraphs divided by an empty line; `asHtml` makes what the catalogue stores. */
  description: Bilingual
  seoTitle: Bilingual
  seoDescription: Bilingual
  /** Food is reduced (13 %); wine, spirits and cosmetics are standard (24 %). */
  vatClass: VatClass
  status?: 'draft'
  attributes: Attributes
  allergens: readonly Allergen[]
  tags: readonly string[]
  /** Words people search by that are not in the name: other spellings, other names of the thing. */
  synonyms: { el: readonly string[]; en: readonly string[] }
  variants: readonly [DemoVariant, ...DemoVariant[]]
  picture: StillLife
}

/** The attributes as the catalogue stores them, allergens in words among them. */
export function storedAttributes(product: DemoProduct): Record<string, Bilingual | string | boolean> {
  const words = (locale: 'el' | 'en') =>
    product.allergens.map((allergen) => allergenNames[allergen][locale]).join(', ')
  return {
    ...product.attributes,
    ...(product.allergens.length > 0 && { allergens: { el: words('el'), en: words('en') } }),
  }
}

/** The size of a pack in both languages: '500 g', '1 kg', '750 ml', '5 l'. */
function sizeName(size: string): Bilingual {
  const [amount, unit] = size.split(' ') as [string, string]
  const words: Record<string, [one: string, many: string]> = {
    g: ['γρ.', 'γρ.'],
    kg: ['κιλό', 'κιλά'],
    l: ['λίτρο', 'λίτρα'],
    ml: ['ml', 'ml'],
  }
  const [one, many] = words[unit] ?? [unit, unit]
  return { el: `${amount} ${amount === '1' ? one : many}`, en: size }
}

/** One pack: what it holds in its unit, its price, its weight for the parcel and the pieces in stock. */
export const pack = (
  sku: string,
  name: string | Bilingual,
  [unitQuantity, unit]: readonly [string, Unit],
  price: string,
  weightGrams: number,
  stock: number,
  extra: { compareAt?: string; lowStockAt?: number } = {},
): DemoVariant => ({
  sku,
  name: typeof name === 'string' ? sizeName(name) : name,
  price,
  weightGrams,
  unit,
  unitQuantity,
  stock,
  lowStockAt: 6,
  ...extra,
})
