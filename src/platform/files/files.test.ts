import { Hono } from 'hono'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop, type Shop } from '../../../test/world.ts'
import { findFile } from './find.ts'
import { fileUrl, imageUrl } from './links.ts'
import { mountFiles } from './serve.ts'
import { deleteFile, storeFile } from './upload.ts'

/** A photograph as a phone takes it: lying on its side, with the place where it was taken. */
const photograph = (width = 1_000, height = 600, color = '#2f5d46') =>
  sharp({ create: { width, height, channels: 3, background: color } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 20/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

const text = (value: string) => new TextEncoder().encode(value)

function server(shop: Shop) {
  const app = new Hono()
  mountFiles(app, shop.services)
  return (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://${shop.organization.slug}.localhost:3000${path}`, { headers })
}

test('a photograph is turned upright, made anew without what was hidden in it, in several widths', async () => {
  const shop = await newShop()
  const ctx = shop.as('admin')
  expect((await sharp(await photograph()).metadata()).exif).toBeDefined()
  const file = await storeFile(ctx, {
    name: 'C:\\pics\\olives.JPG',
    bytes: await photograph(),
    visibility: 'public',
  })
  expect(file).toMatchObject({ name: 'olives.webp', type: 'image/webp', width: 600, height: 1_000 })
  expect(Object.keys(file.sizes)).toEqual(['320'])
  expect(file.color).toMatch(/^#[0-9a-f]{6}$/)
  for (const key of [file.storageKey, ...Object.values(file.sizes)]) {
    const made = await sharp((await shop.services.files.get(key))!).metadata()
    expect([made.format, made.exif, made.xmp, made.orientation]).toEqual([
      'webp',
      undefined,
      undefined,
      undefined,
    ])
  }
  const small = await sharp((await shop.services.files.get(file.sizes['320']!))!).metadata()
  expect([small.width, small.height]).toEqual([320, 533])
  expect(await shop.auditOf(file.id)).toEqual(['file.upload'])

  const large = await storeFile(ctx, {
    name: 'b',
    bytes: await photograph(4_000, 1_400),
    visibility: 'public',
  })
  expect([large.width, large.height, Object.keys(large.sizes)]).toEqual([896, 2_560, ['320', '640']])
})

test('the same bytes are the same file, but nobody is given another person’s private one', async () => {
  const [shop, other] = await Promise.all([newShop(), newShop()])
  const ctx = shop.as('customer')
  const bytes = text('a contract')
  const put = (who = ctx, visibility: 'public' | 'private' = 'private') =>
    storeFile(who, { name: 'contract.txt', bytes, visibility }).then((file) => file.id)
  const first = await put()
  expect(await put()).toBe(first)
  expect(await put(shop.as('customer'))).not.toBe(first)
  const open = await put(ctx, 'public')
  expect(open).not.toBe(first)
  expect(await put(shop.as('admin'), 'public')).toBe(open)
  expect(await put(other.as('admin'), 'public')).not.toBe(open)
  expect(await findFile(other.as('admin'), first)).toBeNull()
})

test('bytes decide what a file is; what is broken, empty, too large or odd is refused', async () => {
  const shop = await newShop()
  const ctx = shop.as('admin')
  const store = (bytes: Uint8Array, name = 'x.png') => storeFile(ctx, { name, bytes, visibility: 'public' })
  expect((await store(text('%PDF-1.7\n%âãÏÓ\n'), 'bill.png')).type).toBe('application/pdf')
  expect((await store(text('a,b\n1,2\n'), 'list.csv')).type).toBe('text/csv')
  expect((await store(text('<html><script>alert(1)</script>'), 'page.html')).type).toBe('text/plain')
  const drawing = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20" fill="red"/></svg>`
  expect(await store(text(drawing), 'logo.svg')).toMatchObject({
    type: 'image/webp',
    width: 40,
    name: 'logo.webp',
  })

  const png = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  await expect(store(png.subarray(0, 200))).rejects.toMatchObject({ status: 422 })
  await expect(store(new Uint8Array())).rejects.toMatchObject({ status: 422 })
  await expect(store(new Uint8Array(20_000_001))).rejects.toMatchObject({ status: 413 })
  await expect(store(Buffer.from('7f454c46020101000000000000000000', 'hex'))).rejects.toMatchObject({
    status: 415,
  })
  const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  await expect(store(bomb)).rejects.toThrow('too many pixels')
  expect((await store(text('x'), '../../etc/\u202Epasswd"\n')).name).toBe('passwd')
})

test('pictures are served for good and everything else for saving, so that nothing of it can run', async () => {
  const shop = await newShop()
  const get = server(shop)
  const ctx = shop.as('admin')
  const picture = await storeFile(ctx, { name: 'a.jpg', bytes: await photograph(), visibility: 'public' })
  const page = await storeFile(ctx, { name: 'Όνομα.txt', bytes: text('<script>'), visibility: 'public' })

  const small = await get(imageUrl(picture.id, 320))
  expect(small.status).toBe(200)
  expect(Object.fromEntries(small.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
  const tag = small.headers.get('etag')!
  expect((await get(imageUrl(picture.id, 320), { 'If-None-Match': tag })).status).toBe(304)
  const sizes = await Promise.all(
    ([320, 640, 'full'] as const).map(async (width) =>
      sharp(Buffer.from(await (await get(imageUrl(picture.id, width))).arrayBuffer())).metadata(),
    ),
  )
  expect(sizes.map(({ width }) => width)).toEqual([320, 600, 600])
  for (const organization of [shop.organization.slug, shop.organization.id]) {
    expect((await get(`/files/${organization}/${picture.id}/320.webp`)).status).toBe(200)
  }

  const saved = await get(`/files/${page.id}`)
  expect(saved.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('Όνομα.txt')}`,
  )
  expect(saved.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  for (const path of [
    `/files/${picture.id}/321.webp`,
    `/files/${page.id}/320.webp`,
    '/files/nonsense/320.webp',
    '/files/../../etc/passwd',
    `/files/other/${picture.id}/320.webp`,
    `/files/a/b/${picture.id}`,
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404])
  }
})

test('a private file opens by its signed link only, and not after its time', async () => {
  const [shop, other] = await Promise.all([newShop(), newShop()])
  const get = server(shop)
  const file = await storeFile(shop.as('customer'), {
    name: 'id.txt',
    bytes: text('mine'),
    visibility: 'private',
  })
  const link = fileUrl(shop.services, file, new Date())
  const opened = await get(link)
  expect([opened.status, await opened.text()]).toEqual([200, 'mine'])
  expect(opened.headers.get('cache-control')).toContain('private')

  const another = await storeFile(shop.as('customer'), {
    name: 'b.txt',
    bytes: text('not'),
    visibility: 'private',
  })
  const past = fileUrl(shop.services, file, new Date(Date.now() - 3_600_000))
  const strange = fileUrl({ secrets: ['another-secret'] }, file, new Date())
  for (const path of [
    `/files/${file.id}`,
    `/files/${file.tenantId}/${file.id}`,
    link.replace(file.id, another.id),
    link.replace(/expires=\d+/, 'expires=9999999999'),
    link.slice(0, -2),
    past,
    strange,
    link.replace(file.tenantId, other.organization.id),
  ]) {
    expect((await get(path)).status).toBe(404)
  }
  const rotated = { ...shop.services, secrets: ['a-newer-secret', ...shop.services.secrets] }
  expect(fileUrl(rotated, file, new Date())).not.toBe(link)
  const app = new Hono()
  mountFiles(app, rotated)
  expect((await app.request(`http://x.localhost${link}`)).status).toBe(200)

  await deleteFile(shop.as('admin'), file.id)
  await deleteFile(shop.as('admin'), file.id)
  expect(await shop.auditOf(file.id)).toEqual(['file.upload', 'file.delete'])
  expect((await server(shop)(link)).status).toBe(404)
})

test('uploading over HTTP: who may make what public, and what a form may hold', async () => {
  const shop = await newShop()
  const api = client(shop)
  const [producer, customer] = await Promise.all([api.signUp(['producer']), api.signUp(['customer'])])
  const form = (parts: Record<string, string | Blob>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(parts)) {
      if (typeof value === 'string') data.append(name, value)
      else data.append(name, value, 'α.png')
    }
    return data
  }
  const png = new Blob([(await photograph()) as Uint8Array<ArrayBuffer>])
  const send = (parts: Record<string, string | Blob>, as?: typeof producer) =>
    api.send<{ id: string; url: string; sizes: unknown[] }>('POST', '/api/v1/files', undefined, {
      as,
      raw: form(parts),
    })

  const made = await send({ file: png, visibility: 'public' }, producer)
  expect(made.status).toBe(201)
  expect(made.headers.get('location')).toBe(`/api/v1/files/${made.body.id}`)
  expect(made.body).toMatchObject({
    name: 'α.webp',
    sizes: [{ width: 320, url: imageUrl(made.body.id, 320) }],
  })
  expect((await api.get(`/files/${made.body.id}`)).status).toBe(200)

  expect((await send({ file: png, visibility: 'public' }, customer)).status).toBe(403)
  expect((await send({ file: png })).status).toBe(401)
  const own = await send({ file: png }, customer)
  expect([own.status, own.body.url]).toEqual([201, expect.stringContaining('signature=')])
  expect((await api.get(`/files/${own.body.id}`, { as: producer })).status).toBe(404)
  expect((await api.get(`/files/${own.body.id}`, { as: customer })).status).toBe(200)
  expect((await send({ file: 'text' }, customer)).status).toBe(422)
  expect((await send({ file: png, other: 'x' }, customer)).status).toBe(422)
  expect((await send({ visibility: 'secret', file: png }, customer)).status).toBe(422)
  expect((await api.post('/files', {}, { as: customer })).status).toBe(415)
  const broken = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const torn = await api.send('POST', '/api/v1/files', undefined, { as: customer, raw: 'x', headers: broken })
  expect(torn.status).toBe(400)
})
