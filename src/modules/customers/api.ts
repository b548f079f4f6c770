/** /customers for staff, and /me/addresses for everybody who signs in. */
import { z } from 'zod'
import { allPages, csvAnswer } from '../../platform/export/csv.ts'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
import { addMyAddress, listMyAddresses, removeMyAddress, updateMyAddress } from './addresses.ts'
import { createCustomer, getCustomer, updateCustomer } from './customers.ts'
import { listCustomers, type ListedCustomer } from './list.ts'
import {
  AddressView,
  CustomerView,
  ListedCustomerView,
  presentAddress,
  presentCustomer,
  presentListed,
} from './present.ts'
import { ListCustomers, NewAddress, NewCustomer, UpdateAddress, UpdateCustomer } from './shapes.ts'

const byId = z.strictObject({ id: Id })

const addresses: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/me/addresses',
    tag: 'Me',
    access: 'signedIn',
    summary: 'My addresses, the default one first',
    answer: pageOf(AddressView),
    handle: async (ctx) => ({ data: (await listMyAddresses(ctx)).map(presentAddress), page: { next: null } }),
  }),
  endpoint({
    method: 'post',
    path: '/me/addresses',
    tag: 'Me',
    access: 'signedIn',
    summary: 'Keep an address',
    body: NewAddress,
    answer: AddressView,
    status: 201,
    handle: async (ctx, { body }) => presentAddress(await addMyAddress(ctx, body)),
  }),
  endpoint({
    method: 'patch',
    path: '/me/addresses/{id}',
    tag: 'Me',
    access: 'signedIn',
    summary: 'Change an address, or make it the default',
    params: byId,
    body: UpdateAddress,
    answer: AddressView,
    handle: async (ctx, { params, body }) =>
      presentAddress(await updateMyAddress(ctx, { ...body, addressId: params.id })),
  }),
  endpoint({
    method: 'delete',
    path: '/me/addresses/{id}',
    tag: 'Me',
    access: 'signedIn',
    summary: 'Forget an address',
    params: byId,
    status: 204,
    handle: (ctx, { params }) => removeMyAddress(ctx, { addressId: params.id }),
  }),
]

const csvHeader = ['id', 'kind', 'name', 'email', 'phone', 'vatNumber', 'locale', 'tags', 'createdAt']
const csvRow = (row: ListedCustomer): string[] => [
  row.id,
  row.kind,
  row.name,
  row.email ?? '',
  row.phone ?? '',
  row.vatNumber ?? '',
  row.locale,
  row.tags.join('; '),
  row.createdAt.toISOString(),
]

async function* csvRows(rows: AsyncIterable<ListedCustomer>): AsyncGenerator<string[]> {
  for await (const row of rows) yield csvRow(row)
}

const customers: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/customers',
    tag: 'Customers',
    access: 'customers.read',
    summary: 'Customers, newest first',
    query: ListCustomers,
    answer: pageOf(ListedCustomerView),
    handle: async (ctx, { query }) => {
      const page = await listCustomers(ctx, query)
      return { ...page, data: page.data.map(presentListed) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/customers.csv',
    tag: 'Customers',
    access: 'customers.read',
    summary: 'The same list as a file',
    query: ListCustomers,
    produces: 'text/csv',
    handle: async (ctx, { query }) => {
      const rows = allPages((cursor) =>
        listCustomers(ctx, { ...query, limit: 500, cursor, skip: undefined, count: undefined }),
      )
      return csvAnswer('customers.csv', csvHeader, csvRows(rows))
    },
  }),
  endpoint({
    method: 'get',
    path: '/customers/{id}',
    tag: 'Customers',
    access: 'customers.read',
    summary: 'One customer',
    params: byId,
    answer: CustomerView,
    handle: async (ctx, { params }) => presentCustomer(await getCustomer(ctx, { customerId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/customers',
    tag: 'Customers',
    access: 'customers.manage',
    summary: 'Write down a customer',
    body: NewCustomer,
    answer: CustomerView,
    status: 201,
    handle: async (ctx, { body }) => presentCustomer(await createCustomer(ctx, body)),
  }),
  endpoint({
    method: 'patch',
    path: '/customers/{id}',
    tag: 'Customers',
    access: 'customers.manage',
    summary: 'Change a customer',
    params: byId,
    body: UpdateCustomer,
    answer: CustomerView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentCustomer(await updateCustomer(ctx, { ...body, customerId: params.id }, ifMatch)),
  }),
]

export const customersApi: Endpoint[] = [...addresses, ...customers]
