/** What comes after buying: the producer packs and sends, the owner gives money back. */
import { expect, test } from 'vitest'
import { addToBasket, fillCheckout, placeOrder } from './checkout.ts'
import { demoUrl, desk, signIn, visitor } from './visitor.ts'

const nora = {
  email: 'nora@example.com',
  name: 'Nora Lindqvist',
  phone: '6944444444',
  street: 'Vas. Olgas 3',
  postalCode: '54641',
  city: 'Thessaloniki',
}

test('a producer sees an order come in, packs it and sends it', async () => {
  const producer = await visitor(desk)
  await signIn(producer, 'producer@demo.test', '/console/parts')

  const guest = await visitor(desk)
  await addToBasket(guest, 'kalamata-olive-paste')
  await guest.getByRole('link', { name: 'Go to checkout' }).click()
  await fillCheckout(guest, nora, /Cash on delivery/)
  await producer.evaluate(() => (document.body.dataset['stayed'] = 'true'))
  await placeOrder(guest)
  await guest.getByText('Thank you, Nora!').waitFor()

  const row = producer.getByRole('row').filter({ hasText: nora.name })
  await row.waitFor()
  expect(await producer.evaluate(() => document.body.dataset['stayed'])).toBe('true')

  await row.getByRole('link').first().click()
  await producer.waitForURL(/\/console\/parts\/[0-9a-f-]{36}$/)
  await producer.getByRole('button', { name: 'Packed', exact: true }).click()
  await producer.getByText('Packed.').first().waitFor()
  await producer.getByRole('link', { name: 'Ship…' }).click()
  await producer.getByLabel('Tracking number').fill('GR123456789')
  await producer.getByRole('button', { name: 'The parcel has left' }).click()
  await producer.getByText('Sent. The customer is told by e-mail.').waitFor()

  await guest.reload()
  await guest.getByText('GR123456789').first().waitFor()
})

test('the owner gives back the money for a line', async () => {
  const guest = await visitor(desk)
  await addToBasket(guest, 'kalamata-olive-paste')
  await guest.getByRole('link', { name: 'Go to checkout' }).click()
  await fillCheckout(guest, { ...nora, email: 'rita@example.com', name: 'Rita Berg' }, /^Card(?! or)/)
  const order = await placeOrder(guest)
  await guest.getByText(/^Payment received:/).waitFor()

  const owner = await visitor(desk)
  await signIn(owner, 'owner@demo.test', `/console/orders/${order}`)
  await owner.getByRole('link', { name: 'Refund…' }).click()
  await owner.getByRole('link', { name: 'By item' }).click()
  await owner.getByLabel(/Kalamata olive paste/).fill('1.50')
  await owner.getByLabel('Reason').fill('Broken lid')
  await owner.getByRole('button', { name: 'Give back' }).click()
  await owner.waitForURL(`${demoUrl}/console/orders/${order}`)
  const refund = owner.getByRole('listitem').filter({ hasText: 'Refund: Broken lid' })
  await refund.getByText('€1.50').waitFor()
  await refund.getByText('Given back', { exact: true }).waitFor()
})
