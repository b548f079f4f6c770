/** /vat-rates: what the built-in table says, and what the organisation lays over it. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { read } from '../../platform/tenancy/change.ts'
import { Day, Id } from '../../platform/values/shapes.ts'
import { vatClasses } from '../catalog/values.ts'
import { listVatRates, type OwnVatRate, removeVatRate, setVatRate, SetVatRate, vatTableFor } from './rates.ts'

const RateView = z
  .object({ id: Id, country: z.string(), vatClass: z.enum(vatClasses), rate: z.string(), validFrom: Day })
  .meta({ id: 'VatRate' })
const tag = 'Taxes'

const present = ({ id, country, vatClass, rate, validFrom }: OwnVatRate) => ({
  id,
  country,
  vatClass,
  rate: String(Number(rate)),
  validFrom,
})

export const pricingApi = [
  endpoint({
    method: 'get',
    path: '/vat-rates',
    tag,
    access: 'taxes.manage',
    summary: 'The rates in force today by country and class, and the organisation’s own',
    answer: z.object({
      inForce: z.record(z.string(), z.record(z.string(), z.string())),
      own: z.array(RateView),
    }),
    handle: (ctx) =>
      read(ctx, async (ctx) => ({
        inForce: await vatTableFor(ctx),
        own: (await listVatRates(ctx)).map(present),
      })),
  }),
  endpoint({
    method: 'post',
    path: '/vat-rates',
    tag,
    access: 'taxes.manage',
    summary: 'Set a rate from a day on',
    body: SetVatRate,
    answer: RateView,
    status: 201,
    handle: async (ctx, { body }) => present(await setVatRate(ctx, body)),
  }),
  endpoint({
    method: 'delete',
    path: '/vat-rates/{id}',
    tag,
    access: 'taxes.manage',
    summary: 'Take an own rate back',
    params: z.strictObject({ id: Id }),
    status: 204,
    handle: async (ctx, { params }) => removeVatRate(ctx, params.id),
  }),
]
