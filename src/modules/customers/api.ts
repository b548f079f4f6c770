/** The list of customers for staff, and /me/addresses for everybody who signs in; one customer is told by `receivables`. */
import { z } from 'zod'
import { type FileColumn, listFiles } from '../../platform/export/list-files.ts'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
import { addMyAddress, listMyAddresses, removeMyAddress, updateMyAddress } from './addresses.ts'
import { listCustomers, type ListedCustomer } from './list.ts'
import { AddressView, ListedCustomerView, presentAddress, presentListed } from './present.ts'
import { ListCustomers, NewAddress, UpdateAddress } from './shapes.ts'

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

const fileColumns: FileColumn<ListedCustomer>[] = [
  { key: 'id', value: (row) => row.id },
  { key: 'kind', value: (row) => row.kind },
  { key: 'name', value: (row) => row.name },
  { key: 'email', value: (row) => row.email },
  { key: 'phone', value: (row) => row.phone },
  { key: 'vatNumber', value: (row) => row.vatNumber },
  { key: 'locale', value: (row) => row.locale },
  { key: 'tags', value: (row) => row.tags.join('; ') },
  { key: 'createdAt', kind: 'instant', value: (row) => row.createdAt.toISOString() },
]

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
  ...listFiles({
    path: '/customers',
    tag: 'Customers',
    access: 'customers.read',
    what: 'customers',
    query: ListCustomers,
    columns: fileColumns,
    list: listCustomers,
  }),
]

export const customersApi: Endpoint[] = [...addresses, ...customers]
