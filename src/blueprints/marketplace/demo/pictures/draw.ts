/** The pictures of the demo market by what they show, each an SVG that always comes out the same. */
import type { CategorySlug } from '../categories.ts'
import type { DemoProduct } from '../product.ts'
import { type DemoProducer, producers } from '../producers.ts'
import { products } from '../products.ts'
import type { Scene } from './backdrops.ts'
import type { Brand } from './brand.ts'
import { light } from './colour.ts'
import { landscape } from './landscapes.ts'
import { letter } from './lettering.ts'
import { stamp } from './motifs.ts'
import { gathering, type Prop, stillLife } from './still-life.ts'

/** 1200 × 1200. */
export const productPicture = (product: DemoProduct): string =>
  stillLife(product.slug, brandOf(product.producer), product.picture)

/** 1600 × 640. */
export const producerBanner = (producer: DemoProducer): string =>
  landscape(producer.slug, producer.brand.landscape)

/** The producer's stamp and initials in a ring of its colours, 480 × 480. */
export function producerLogo({ brand }: DemoProducer): string {
  const { main, accent, paper } = brand.palette
  const pale = light(paper, 0.2)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-240 -240 480 480" width="480" height="480">` +
    `<rect x="-240" y="-240" width="480" height="480" fill="${main}"/>` +
    `<circle r="206" fill="none" stroke="${accent}" stroke-width="7"/><circle r="192" fill="none" stroke="${pale}" stroke-opacity="0.5" stroke-width="2"/>` +
    stamp(brand.motif, 0, -38, 190, pale, main) +
    letter(brand.initials, 0, 138, {
      size: 62,
      colour: pale,
      weight: brand.weight + 2,
      stretch: brand.stretch,
    }) +
    '</svg>'
  )
}

type Tile = { scene: Scene; packs: readonly [string, string, string]; props: readonly [Prop, Prop] }

/** What stands before each of the nine shelves: left, right, and in the middle in front. */
const tiles = {
  'olive-oil-olives': {
    scene: 'niche',
    packs: ['sitia-pdo-olive-oil', 'kalamata-olives-pdo', 'koroneiki-extra-virgin-kalamata'],
    props: ['olive-branch', 'bread'],
  },
  'honey-sweets': {
    scene: 'beam',
    packs: ['chestnut-honey-olympus', 'mastic-loukoumi', 'cretan-thyme-honey'],
    props: ['honeycomb', 'dipper'],
  },
  'cheese-dairy': {
    scene: 'disc',
    packs: ['barrel-aged-feta', 'metsovone-smoked', 'graviera-naxou'],
    props: ['cheese-cubes', 'figs'],
  },
  'wine-spirits': {
    scene: 'niche',
    packs: ['santorini-assyrtiko', 'xinomavro-rose', 'nemea-agiorgitiko'],
    props: ['grapes', 'white-grapes'],
  },
  'herbs-teas-spices': {
    scene: 'leaves',
    packs: ['olympus-mountain-tea', 'krokos-kozanis-threads', 'olympus-oregano'],
    props: ['sage', { heap: 'chamomile' }],
  },
  'pulses-pasta-grains': {
    scene: 'cloth',
    packs: ['santorini-fava', 'hilopites-metsovo', 'kozani-giant-beans'],
    props: ['wheat', { bowl: 'lentil' }],
  },
  preserves: {
    scene: 'tiles',
    packs: ['florina-roasted-peppers', 'naoussa-peach-compote', 'santorini-sun-dried-tomatoes'],
    props: ['tomatoes', { bowl: 'caper' }],
  },
  'nuts-dried-fruits': {
    scene: 'disc',
    packs: ['aegina-pistachios-roasted', 'corinthian-currants', 'pistachio-butter'],
    props: [{ heap: 'pistachio' }, 'figs'],
  },
  'natural-cosmetics': {
    scene: 'plinth',
    packs: ['gera-olive-oil-soap', 'calendula-cream', 'mastic-face-cream'],
    props: ['mastic', { heap: 'calendula' }],
  },
} satisfies Partial<Record<CategorySlug, Tile>>

export type Shelf = keyof typeof tiles
export const shelves = Object.keys(tiles) as Shelf[]

/** A group from the shelf, 1200 × 1200. */
export function categoryTile(shelf: Shelf): string {
  const { scene, packs, props } = tiles[shelf]
  const chosen = packs.map((slug) => products.find((product) => product.slug === slug)!)
  return gathering(shelf, {
    scene,
    props,
    packs: chosen.map(({ producer, picture }) => ({ brand: brandOf(producer), picture })),
  })
}

const brandOf = (slug: string): Brand => producers.find((producer) => producer.slug === slug)!.brand

/** Every picture of the market under the name it is kept by, with the width in pixels it is drawn in. */
export function demoDrawings(): { name: string; svg: string; width: number }[] {
  return [
    ...products.map((product) => ({
      name: `product-${product.slug}`,
      svg: productPicture(product),
      width: 1200,
    })),
    ...producers.flatMap((producer) => [
      { name: `banner-${producer.slug}`, svg: producerBanner(producer), width: 1600 },
      { name: `logo-${producer.slug}`, svg: producerLogo(producer), width: 480 },
    ]),
    ...shelves.map((shelf) => ({ name: `shelf-${shelf}`, svg: categoryTile(shelf), width: 1200 })),
  ]
}
