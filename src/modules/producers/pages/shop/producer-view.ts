/** A producer as the shop's pages show it, in the reader's language. */
import type { Context } from '../../../../platform/tenancy/context.ts'
import type { ListedProducer } from '../../list.ts'
import { presentProducer } from '../../present.ts'

export type ProducerBrief = ReturnType<typeof producerBrief>

export function producerBrief(ctx: Context, row: ListedProducer) {
  const { slug, name, region, bannerFileId, logoFileId, productCount } = presentProducer(ctx, row)
  return {
    slug,
    name: String(name),
    region: String(region),
    banner: bannerFileId,
    logo: logoFileId,
    products: productCount,
  }
}
