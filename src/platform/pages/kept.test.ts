import { expect, test } from 'vitest'
import { newShop, type Shop } from '../../../test/world.ts'
import { updateOrganization } from '../tenancy/organization.ts'
import { keptPage, sharedKey } from './kept.ts'

const request = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Request(`http://shop.test${path}`, { headers, method })

/** Asks for the first page as a guest; says what came and whether it had to be drawn. */
async function visit(shop: Shop, name: string, more: { status?: number; cookie?: string } = {}) {
  const ctx = shop.as('guest')
  const fresh = { nonce: `nonce+${name}/==`, requestId: `request-${name}` }
  let isDrawn = false
  const answer = await keptPage(ctx, sharedKey(ctx, request('/'))!, fresh, async () => {
    isDrawn = true
    const page = `<script nonce="${fresh.nonce}">Γεια</script>${fresh.requestId}<b nonce="${fresh.nonce}">`
    return new Response(page, {
      status: more.status ?? 200,
      headers: { 'content-type': 'text/html', ...(more.cookie ? { 'set-cookie': more.cookie } : {}) },
    })
  })
  return { isDrawn, type: answer.headers.get('content-type'), text: await answer.text() }
}

test('a page is drawn once, goes out under each visitor’s own nonce, and is drawn anew after a change', async () => {
  const shop = await newShop()
  expect((await visit(shop, 'one')).isDrawn).toBe(true)
  expect(await visit(shop, 'two')).toEqual({
    isDrawn: false,
    type: 'text/html',
    text: '<script nonce="nonce+two/==">Γεια</script>request-two<b nonce="nonce+two/==">',
  })

  await updateOrganization(shop.as('admin'), { name: 'A better name' })
  expect((await visit(shop, 'three')).isDrawn).toBe(true)
  expect((await visit(shop, 'four')).isDrawn).toBe(false)
  expect((await visit(await newShop(), 'five')).isDrawn).toBe(true)
})

test('neither a refusal nor a page that leaves a cookie is kept', async () => {
  const shop = await newShop()
  await visit(shop, 'one', { status: 404 })
  expect((await visit(shop, 'two', { cookie: 'a=b' })).isDrawn).toBe(true)
  const other = await newShop()
  await visit(other, 'one', { cookie: 'a=b' })
  expect((await visit(other, 'two')).isDrawn).toBe(true)
})

test('whoever is somebody, has a basket or asks for something else gets a page of their own', async () => {
  const shop = await newShop()
  const guest = shop.as('guest')
  const keyOf = (...of: Parameters<typeof request>) => sharedKey(guest, request(...of))
  expect(keyOf('/', { cookie: 'stoa.theme=dark; stoa.locale=en' })).not.toBeNull()
  expect(keyOf('/', { cookie: 'stoa.theme=dark' })).not.toBe(keyOf('/'))
  expect(keyOf('/search?q=a')).not.toBe(keyOf('/search?q=b'))
  expect(sharedKey(shop.as('customer'), request('/'))).toBeNull()
  expect(keyOf('/', { cookie: 'stoa.cart=x' })).toBeNull()
  expect(keyOf('/', { cookie: 'stoa.flash=x' })).toBeNull()
  expect(keyOf('/', { authorization: 'Bearer x' })).toBeNull()
  expect(keyOf('/', { 'stoa-now': '2030-01-01T00:00:00Z' })).toBeNull()
  expect(keyOf('/', {}, 'HEAD')).toBeNull()
  for (const path of ['/cart', '/_root.data', '/account/orders', '/console', '/sign-in', '/products/a.data'])
    expect(keyOf(path), path).toBeNull()
})
