import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newProducer } from '../../../../../../test/producer.ts'
import { newShop } from '../../../../../../test/world.ts'
import { createProduct } from '../../../create-product.ts'
import { loadProduct } from './load.ts'
import { actOnPictures } from './pictures-save.ts'

const drawn = async (red: number) =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 90, b: 40 } } })
          .png()
          .toBuffer(),
      ),
    ],
    `${red}.png`,
  )

const formOf = (values: readonly (readonly [string, string | File])[]) => {
  const form = new FormData()
  for (const [name, value] of values) form.append(name, value)
  return form
}

async function market() {
  const shop = await newShop()
  const producer = shop.as('producer', { producerIds: [await newProducer(shop, 'Κτήμα Ένα')] })
  const product = await createProduct(producer, { name: 'Μέλι', variants: [{ sku: 'M-1', price: '8' }] })
  const act = (...values: (readonly [string, string | File])[]) =>
    actOnPictures(producer, product.id, formOf(values))
  const images = async () => (await loadProduct(producer, product.id)).images
  return { shop, producer, product, act, images }
}

test('several at once, described, ordered, one taken off and put back where it was', async () => {
  const { act, images, product } = await market()
  const added = await act(['file', await drawn(1)], ['file', await drawn(2)], ['file', await drawn(3)])
  expect(added).toMatchObject({ from: product.version, to: product.version + 3 })
  const [first, second, third] = (await images()).map(({ id }) => id)
  await act(['intent', 'describe'], ['imageId', second!], ['alt.el', 'Βάζο'], ['alt.en', 'Jar'])
  await act(['intent', 'order'], ['order', third!], ['order', second!], ['order', first!])
  expect((await images()).map(({ id }) => id)).toEqual([third, second, first])

  const { undo } = await act(['intent', 'remove'], ['imageId', second!])
  expect(await images()).toHaveLength(2)
  await act(...Object.entries(undo!))
  const back = await images()
  expect(back.map(({ id }) => id)).toEqual([third, expect.any(String), first])
  expect(back[1]!.alt).toEqual({ el: 'Βάζο', en: 'Jar' })

  await act(['intent', 'cover'], ['imageId', first!])
  expect((await images())[0]!.id).toBe(first)
})

test('what is no picture, or nothing at all, is refused with a reason; twice off is once', async () => {
  const { act, images } = await market()
  await expect(act(['file', new File(['%PDF-1.7'], 'a.pdf')])).rejects.toMatchObject({
    status: expect.any(Number),
  })
  await expect(act()).rejects.toThrow('Choose a picture first.')
  await act(['file', await drawn(7)])
  const [image] = await images()
  await act(['intent', 'remove'], ['imageId', image!.id])
  const again = await act(['intent', 'remove'], ['imageId', image!.id])
  expect(again.to).toBe(again.from)
})

test('nobody else lays a hand on them', async () => {
  const { shop, product } = await market()
  const form = formOf([['file', await drawn(9)]])
  const stranger = shop.as('producer', { producerIds: [await newProducer(shop, 'Άλλος')] })
  await expect(actOnPictures(stranger, product.id, form)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(actOnPictures(shop.as('customer'), product.id, form)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  const elsewhere = (await newShop()).as('admin')
  await expect(actOnPictures(elsewhere, product.id, form)).rejects.toMatchObject({ kind: 'not_found' })
})
