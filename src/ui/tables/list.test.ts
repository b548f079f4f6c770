import { createElement } from 'react'
import { expect, test } from 'vitest'
import { rendered } from '../rendered.tsx'
import type { ListProps } from './list-types.ts'
import { List } from './list.tsx'

type Row = { id: string; name: string }

const base: ListProps<Row> = {
  name: 'test',
  caption: 'Things',
  rows: [
    { id: 'a', name: 'Olives' },
    { id: 'b', name: 'Honey' },
  ],
  rowKey: (row) => row.id,
  rowLabel: (row) => row.name,
  rowHref: (row) => `/things/${row.id}`,
  columns: [
    { key: 'name', label: 'Name', render: (row) => row.name, sort: true },
    { key: 'secret', label: 'Secret', render: () => 'hidden cell', hidden: true },
  ],
  filters: [
    { kind: 'select', name: 'status', label: 'Status', options: [{ value: 'new', label: 'New' }] },
    { kind: 'dates', label: 'Placed' },
  ],
  search: 'Search things',
  bulk: [{ name: 'archive', label: 'Archive' }],
  exports: [{ path: '/api/v1/things.csv', label: 'CSV' }],
  page: { next: 'c2' },
  empty: 'Nothing at all',
  loading: false,
  error: null,
}
const list = (more: Partial<ListProps<Row>> = {}, at = '/things') =>
  rendered(createElement(List<Row>, { ...base, ...more }), { at })

test('is a table with a GET form and a POST form that holds the ticks by its id', () => {
  const html = list({}, '/things?status=new&from=2026-06-01&sort=name')
  const [, formId] = /<form[^>]*id="([^"]+)"[^>]*method="post"|<form[^>]*method="post"[^>]*id="([^"]+)"/
    .exec(html)!
    .filter(Boolean)
  expect(
    html
      .match(/<input type="checkbox"[^>]*name="id"[^>]*>/g)
      ?.every((box) => box.includes(`form="${formId}"`)),
  ).toBe(true)
  expect(html).toContain('<input type="hidden" name="sort" value="name"/>')
  expect(html).toContain('<option value="new" selected="">New</option>')
  expect(html).toContain('href="/things/a"')
  expect(html).not.toContain('hidden cell')
})

test('filters follow into files, chips and order, the cursor does not', () => {
  const html = list({}, '/things?status=new&cursor=x')
  expect(html).toContain('href="/api/v1/things.csv?status=new"')
  expect(html).toContain('Status: New')
  expect(html).toMatch(/href="[^"]*\?sort=name&amp;status=new"/)
  expect(html).toContain('cursor=c2')
})

test('tells nothing yet, nothing found, loading and failed apart', () => {
  expect(list({ rows: [], page: { next: null } })).toBe('Nothing at all')
  expect(list({ rows: [], page: { next: null } }, '/things?q=x')).toContain('Nothing matches')
  expect(list({ rows: [], loading: true })).toContain('aria-busy="true"')
  expect(list({ rows: [], error: { title: 'Broken', requestId: 'r1' } })).toMatch(/role="alert".*Broken.*r1/)
})
