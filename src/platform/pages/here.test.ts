import { expect, test } from 'vitest'
import { hereOf } from './here.ts'

const here = (path: string) => hereOf(new Request(`http://shop.test${path}`))

test('a page is where its address bar says', () => {
  expect(here('/console/members?q=a')).toBe('/console/members?q=a')
  expect(here('/')).toBe('/')
})

test('the request for the data of a page is about that page', () => {
  expect(here('/account/orders.data?cursor=x&_routes=a%2Cb')).toBe('/account/orders?cursor=x')
  expect(here('/_root.data')).toBe('/')
  expect(here('/account/_.data')).toBe('/account')
})
