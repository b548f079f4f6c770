/** The test client itself: it reaches the server as the shop, and its people are real accounts. */
import { expect, test } from 'vitest'
import { client } from './http.ts'
import { newShop } from './world.ts'

test('an unknown address is a problem, and a person can sign in with the password they were made with', async () => {
  const api = client(await newShop())
  const person = await api.signUp('admin')

  const missing = await api.get('/nothing-here', { as: person })
  expect([missing.status, missing.body['code']]).toEqual([404, 'not_found'])

  const { email, password } = person
  const signedIn = await api.send('POST', '/api/auth/sign-in/email', { email, password })
  expect(signedIn.status).toBe(200)
  expect(signedIn.body['token']).toEqual(expect.any(String))
})
