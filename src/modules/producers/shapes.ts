/** What the producers' verbs take. */
import { z } from 'zod'
import {
  Address,
  decimal,
  Email,
  Id,
  Paging,
  Percent,
  Slug,
  text,
  translated,
} from '../../platform/values/shapes.ts'
import { isIban } from './iban.ts'

const clearable = (max: number) => z.union([z.literal(''), translated(max)])

const Iban = z
  .string()
  .max(42)
  .transform((typed) => typed.replaceAll(/\s/g, '').toUpperCase())
  .refine(isIban, 'Is no valid IBAN.')

/** What a producer's own people keep. */
const Profile = z.strictObject({
  name: translated(160),
  /** Plain text or HTML; what is not plain formatting is taken out. */
  description: clearable(20_000),
  region: clearable(160),
  email: Email.nullable(),
  phone: text(32).nullable(),
  /** Where parcels leave from. */
  origin: Address.nullable(),
  vatNumber: text(20).nullable(),
  iban: Iban.nullable(),
  shippingFlat: decimal(2).nullable(),
  freeShippingFrom: decimal(2).nullable(),
  logoFileId: Id.nullable(),
  bannerFileId: Id.nullable(),
  foundedYear: z.int().min(1000).max(2100).nullable(),
})

/** What is agreed with the house: administrators only. */
const Terms = z.strictObject({ slug: Slug, commissionPercent: Percent.nullable() })

export const termNames = Object.keys(Terms.shape) as (keyof typeof Terms.shape)[]

export const NewProducer = Profile.extend(Terms.shape)
  .partial()
  .required({ name: true })
  .meta({ id: 'NewProducer' })
export const UpdateProducer = Profile.extend(Terms.shape).partial().meta({ id: 'UpdateProducer' })

export const ListProducers = Paging.extend({
  q: z.string().trim().max(120).optional(),
  /** `managed`: also the paused ones, for administrators; one's own for a producer's people. */
  scope: z.enum(['public', 'managed']).default('public'),
  status: z.enum(['active', 'paused']).optional(),
  translations: z.literal('all').optional(),
})
export type ListProducers = z.output<typeof ListProducers>

export const ApplyAsProducer = z
  .strictObject({
    name: text(160),
    contactName: text(120),
    email: Email,
    phone: text(32).optional(),
    vatNumber: text(20).optional(),
    region: text(120).optional(),
    message: text(4000),
  })
  .meta({ id: 'ApplyAsProducer' })

export const ListApplications = Paging.extend({
  status: z.enum(['pending', 'approved', 'refused']).optional(),
})
export const RefuseApplication = z.strictObject({ reason: text(1000) }).meta({ id: 'RefuseApplication' })
