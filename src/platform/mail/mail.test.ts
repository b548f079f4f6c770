import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop, type Shop } from '../../../test/world.ts'
import { writing } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { resetMail, welcomeMail } from './account-templates.ts'
import { sendMailJob } from './jobs.ts'
import { queueMail } from './queue-mail.ts'
import { closeMail } from './smtp.ts'

type Received = { from: string; to: string; raw: string }

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  closeMail()
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

/** A mail server on the loopback address that answers as the test says. */
async function mailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const raw = Buffer.concat(chunks).toString('utf8')
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo[0]!.address, raw })
        done(null, 'kept under number 42')
      })
    },
    ...options,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as { port: number }
  return { url: `smtp://127.0.0.1:${port}`, received }
}

const through = (ctx: Context, url: string): Context => ({
  ...ctx,
  services: {
    ...ctx.services,
    env: { ...ctx.services.env, SMTP_URL: url, MAIL_FROM: 'Stoa <post@stoa.test>' },
  },
})

const welcome = (shop: Shop, effectKey = 'welcome 1') =>
  writing(shop.as('system', { locale: 'el' }), (ctx) =>
    queueMail(ctx, {
      effectKey,
      template: welcomeMail,
      data: { url: 'https://shop.test/account' },
      to: 'eleni@test.example',
      name: 'Ελένη',
      entity: 'account',
      entityId: '1',
    }),
  )

const send = (ctx: Context, mailId: string, attempt = { jobId: '', number: 1, isLast: false }) =>
  sendMailJob.handle({ ...ctx, now: new Date() }, { mailId }, attempt)

const stateOf = async (shop: Shop, id: string) =>
  (
    await shop.sql<{ status: string; attempts: number; failure: string | null; response: string | null }>(
      'select status, attempts, failure, response from mails where id = $1',
      [id],
    )
  )[0]!

test('the same effect queues one mail and one job, whose sending is recorded', async () => {
  const shop = await newShop({ name: 'Ελαιώνας' })
  const { url, received } = await mailServer()
  const id = (await welcome(shop))!
  expect(await welcome(shop)).toBeNull()
  expect(await shop.jobs()).toEqual(['mail.send'])

  const ctx = through(shop.as('system'), url)
  await send(ctx, id)
  await send(ctx, id)
  expect(received).toHaveLength(1)
  const [{ from, to, raw }] = received as [Received]
  expect([from, to]).toEqual(['post@stoa.test', 'eleni@test.example'])
  expect(raw).toContain(`Message-ID: <${id}@stoa.test>`)
  expect(raw).toContain('multipart/alternative')
  expect(raw).toMatch(/Content-Type: text\/plain; charset=utf-8/)
  expect(await stateOf(shop, id)).toEqual({
    status: 'sent',
    attempts: 1,
    failure: null,
    response: expect.stringContaining('kept under number 42'),
  })
  expect(await shop.auditOf(id)).toEqual(['mail.send'])
  expect(await shop.events()).toEqual(['mail.sent'])
})

test('a mail is never queued when the transaction is undone, and another tenant sees none', async () => {
  const [shop, other] = await Promise.all([newShop(), newShop()])
  await expect(
    writing(shop.as('system'), async (ctx) => {
      await queueMail(ctx, {
        effectKey: 'x',
        template: welcomeMail,
        data: { url: 'https://a.test' },
        to: 'a@test.example',
      })
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(await shop.sql('select 1 from mails')).toEqual([])
  expect(await shop.jobs()).toEqual([])
  const id = await welcome(shop)
  const stranger = client(other)
  const admin = await stranger.signUp(['admin'])
  expect((await stranger.get(`/mails/${id}`, { as: admin })).status).toBe(404)
})

test('refused for now is tried again; refused for good is not; the last try gives up', async () => {
  const shop = await newShop()
  let answer: { code: number; message: string } | null = { code: 451, message: 'Greylisted, come back later' }
  const { url, received } = await mailServer({
    onRcptTo(_address, _session, done) {
      done(answer && Object.assign(new Error(answer.message), { responseCode: answer.code }))
    },
  })
  const ctx = through(shop.as('system'), url)

  const busy = (await welcome(shop, 'busy'))!
  await expect(send(ctx, busy)).rejects.toThrow('Greylisted')
  expect(await stateOf(shop, busy)).toMatchObject({
    status: 'queued',
    attempts: 1,
    failure: expect.stringContaining('Greylisted'),
  })
  answer = null
  await send(ctx, busy)
  expect(await stateOf(shop, busy)).toMatchObject({ status: 'sent', attempts: 2, failure: null })

  answer = { code: 550, message: 'No such mailbox' }
  const gone = (await welcome(shop, 'gone'))!
  await send(ctx, gone)
  expect(await stateOf(shop, gone)).toMatchObject({
    status: 'failed',
    failure: expect.stringContaining('No such mailbox'),
  })
  expect(await shop.events()).toEqual(['mail.sent', 'mail.failed'])

  answer = { code: 451, message: 'Still busy' }
  const tired = (await welcome(shop, 'tired'))!
  await send(ctx, tired, { jobId: '', number: 17, isLast: true })
  expect(await stateOf(shop, tired)).toMatchObject({ status: 'failed' })
  expect(received).toHaveLength(1)
})

test('a server that is away is tried again', async () => {
  const shop = await newShop()
  const id = (await welcome(shop))!
  await expect(send(through(shop.as('system'), 'smtp://127.0.0.1:1'), id)).rejects.toThrow('ECONNREFUSED')
  expect(await stateOf(shop, id)).toMatchObject({ status: 'queued', attempts: 1 })
})

test('cut off between the sending and its record, a mail comes twice with one Message-ID, and not while one is sending', async () => {
  const shop = await newShop()
  const { url, received } = await mailServer()
  const id = (await welcome(shop))!
  const ctx = through(shop.as('system'), url)
  await send(ctx, id)
  // As the database would be had the process ended before it recorded the answer.
  await shop.sql(
    "update mails set status = 'queued', claimed_at = now(), sent_at = null, response = null where id = $1",
    [id],
  )
  await expect(send(ctx, id)).rejects.toThrow('being sent just now')
  await shop.sql("update mails set claimed_at = now() - interval '3 minutes' where id = $1", [id])
  await send(ctx, id)
  expect(await stateOf(shop, id)).toMatchObject({ status: 'sent' })
  const ids = received.map(({ raw }) => /Message-ID: (\S+)/.exec(raw)?.[1])
  expect(ids).toEqual([`<${id}@stoa.test>`, `<${id}@stoa.test>`])
})

test('without a mail server the mail is kept to be read, and can be sent later', async () => {
  const shop = await newShop()
  const id = (await welcome(shop))!
  await send(shop.as('system'), id)
  expect(await stateOf(shop, id)).toMatchObject({ status: 'kept' })

  const api = client(shop)
  const admin = await api.signUp(['admin'])
  const list = await api.get<{ data: { id: string }[] }>('/mails?status=kept&q=ELENI', { as: admin })
  expect(list.body.data.map((mail) => mail.id)).toEqual([id])
  const full = await api.get<{ text: string }>(`/mails/${id}`, { as: admin })
  expect(full.body.text).toContain('https://shop.test/account')
  const html = await api.get(`/mails/${id}/html`, { as: admin })
  expect(html.headers.get('content-security-policy')).toContain('sandbox')
  expect(html.text).toContain('Γεια σας, Ελένη,')

  const again = await api.post<{ status: string }>(`/mails/${id}/retry`, undefined, { as: admin })
  expect(again.body.status).toBe('queued')
  const { url, received } = await mailServer()
  await send(through(shop.as('system'), url), id)
  expect(received).toHaveLength(1)
  expect((await api.post(`/mails/${id}/retry`, undefined, { as: admin })).status).toBe(409)

  for (const role of ['member', 'producer', 'customer'] as const) {
    expect((await api.get('/mails', { as: await api.signUp([role]) })).status).toBe(403)
  }
})

test('the way into an account is read by nobody else, and is not kept once sent', async () => {
  const shop = await newShop()
  const { url } = await mailServer()
  const data = { url: 'https://shop.test/reset-password?token=secret' }
  const id = (await writing(shop.as('system'), (ctx) =>
    queueMail(ctx, { effectKey: 'reset', template: resetMail, data, to: 'a@test.example' }),
  ))!
  const api = client(shop)
  const owner = await api.signUp(['owner'])
  expect((await api.get<{ html: unknown }>(`/mails/${id}`, { as: owner })).body.html).toBeNull()
  expect((await api.get(`/mails/${id}/html`, { as: owner })).status).toBe(404)
  await send(through(shop.as('system'), url), id)
  expect(await shop.sql('select html, text from mails where id = $1', [id])).toEqual([{ html: '', text: '' }])
  expect(JSON.stringify(await shop.sql('select * from audit'))).not.toContain('token=secret')
})
