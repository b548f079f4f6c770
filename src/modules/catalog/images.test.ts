import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newProducer } from '../../../test/producer.ts'
import { newShop, type Shop } from '../../../test/world.ts'
import { storeFile } from '../../platform/files/upload.ts'
import { createProduct } from './create-product.ts'
import { attachImage, describeImage, detachImage, orderImages } from './images.ts'

async function picture(shop: Shop, visibility: 'public' | 'private' = 'public') {
  const pixels = randomBytes(32 * 32 * 3)
  const bytes = await sharp(pixels, { raw: { width: 32, height: 32, channels: 3 } })
    .png()
    .toBuffer()
  return (await storeFile(shop.as('admin'), { name: 'a.png', bytes, visibility })).id
}

test('pictures are attached, described, put in order and taken off; the first is the cover', async () => {
  const shop = await newShop()
  const producerId = await newProducer(shop)
  const me = shop.as('producer', { producerIds: [producerId] })
  const { id: productId } = await createProduct(me, { name: 'Μέλι', variants: [{ sku: 'M', price: '1.00' }] })
  const [one, two] = [await picture(shop), await picture(shop)]
  await attachImage(me, { productId, fileId: one })
  expect((await attachImage(me, { productId, fileId: one })).images).toHaveLength(1)
  const both = await attachImage(me, { productId, fileId: two, alt: { en: 'A jar', el: 'Βάζο' } })
  expect(both).toMatchObject({
    coverFileId: one,
    images: [{ fileId: one }, { fileId: two, alt: { en: 'A jar' } }],
  })

  const [first, second] = both.images.map((image) => image.id) as [string, string]
  expect((await orderImages(me, { productId, imageIds: [second, first] })).coverFileId).toBe(two)
  await expect(orderImages(me, { productId, imageIds: [second, second] })).rejects.toMatchObject({
    status: 422,
  })
  expect((await describeImage(me, { productId, imageId: first, alt: 'Κηρήθρα' })).images[1]!.alt).toEqual({
    el: 'Κηρήθρα',
  })
  expect((await detachImage(me, { productId, imageId: second })).coverFileId).toBe(one)
  const again = await detachImage(me, { productId, imageId: second })
  expect(again).toMatchObject({ version: 6, images: [{ id: first }] })
})

test('a private picture, another shop’s, or somebody else’s product is refused', async () => {
  const [shop, other] = [await newShop(), await newShop()]
  const producerId = await newProducer(shop)
  const me = shop.as('producer', { producerIds: [producerId] })
  const { id: productId } = await createProduct(me, { name: 'Μέλι', variants: [{ sku: 'M', price: '1.00' }] })
  const attach = async (fileId: string, who = me) => attachImage(who, { productId, fileId })
  await expect(attach(await picture(shop, 'private'))).rejects.toMatchObject({ status: 422 })
  await expect(attach(await picture(other))).rejects.toMatchObject({ status: 422 })
  const stranger = shop.as('producer', { producerIds: [await newProducer(shop)] })
  await expect(attach(await picture(shop), stranger)).rejects.toMatchObject({ status: 404 })
  await expect(attach(await picture(shop), other.as('admin'))).rejects.toMatchObject({ status: 404 })
})
