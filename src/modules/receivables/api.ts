/** One customer with what they owe and are owed, and the report of all that is open. */
import { z } from 'zod'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id } from '../../platform/values/shapes.ts'
import { createCustomer, type CustomerDetails, getCustomer, updateCustomer } from '../customers/customers.ts'
import { NewCustomer, UpdateCustomer } from '../customers/shapes.ts'
import { receivables, ReceivablesQuery } from './aging.ts'
import { standingOf } from './credit.ts'
import { customerPaymentsApi } from './payments-api.ts'
import { CustomerAccountView, presentAccount, ReceivablesView } from './present.ts'

const params = z.strictObject({ id: Id })
const tag = 'Customers'

const account = async (ctx: Context, row: CustomerDetails) =>
  presentAccount(row, await standingOf(ctx, row.id))

export const receivablesApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/customers/{id}',
    tag,
    access: 'customers.read',
    summary: 'One customer, with what they owe and have to their credit',
    params,
    answer: CustomerAccountView,
    handle: async (ctx, { params }) => account(ctx, await getCustomer(ctx, { customerId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/customers',
    tag,
    access: 'customers.manage',
    summary: 'Write down a customer',
    body: NewCustomer,
    answer: CustomerAccountView,
    status: 201,
    handle: async (ctx, { body }) => account(ctx, await createCustomer(ctx, body)),
  }),
  endpoint({
    method: 'patch',
    path: '/customers/{id}',
    tag,
    access: 'customers.manage',
    summary: 'Change a customer',
    params,
    body: UpdateCustomer,
    answer: CustomerAccountView,
    handle: async (ctx, { params, body, ifMatch }) =>
      account(ctx, await updateCustomer(ctx, { ...body, customerId: params.id }, ifMatch)),
  }),
  ...customerPaymentsApi,
  endpoint({
    method: 'get',
    path: '/reports/receivables',
    tag: 'Reports',
    access: 'invoices.read',
    summary: 'What is open and how late it is, as of any day',
    query: ReceivablesQuery,
    answer: ReceivablesView,
    handle: (ctx, { query }) => receivables(ctx, query),
  }),
]
