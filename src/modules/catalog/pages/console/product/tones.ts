/** How the status of a product looks. */
import type { Tone } from '../../../../../ui/tones.ts'
import type { ProductStatus } from '../../../values.ts'

export const statusTones = {
  draft: 'warn',
  published: 'good',
  archived: 'neutral',
} as const satisfies Record<ProductStatus, Tone>
