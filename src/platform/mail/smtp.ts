/** Hands a mail to the mail server, and tells apart what will never be taken from what may be taken later. */
import type { Transporter } from 'nodemailer'
import type { Env } from '../../env.ts'
import type { FileStore } from '../files/store.ts'
import type { mails } from './schema.ts'

export type Mail = typeof mails.$inferSelect
export type Handed = { response: string }

/** The server refused for good (a reply of 500 or above): trying again would be refused again. */
export class RefusedForGood extends Error {}

const transports = new Map<string, Transporter>()

async function transportTo(url: string): Promise<Transporter> {
  let transport = transports.get(url)
  if (!transport) {
    // Loaded with the first mail: a process that sends none need not hold it.
    const { createTransport } = await import('nodemailer')
    transport = createTransport(url, {
      pool: true,
      maxConnections: 3,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as never)
    transports.set(url, transport)
  }
  return transport
}

/** The same for the same mail however often it is sent, so that a mailbox can tell a repetition. */
export const messageIdOf = (mailId: string, from: string): string =>
  `<${mailId}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'stoa.localhost'}>`

/** The headers that the house's own name stands in: `"The market" <no-reply@…>`. */
export type Sender = { name: string; replyTo?: string }

export async function handOver(env: Env, files: FileStore, sender: Sender, mail: Mail): Promise<Handed> {
  const address = /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM
  try {
    const transport = await transportTo(env.SMTP_URL!)
    const info = await transport.sendMail({
      messageId: messageIdOf(mail.id, address),
      from: { name: sender.name, address },
      ...(sender.replyTo ? { replyTo: sender.replyTo } : {}),
      to: { name: mail.recipientName ?? '', address: mail.recipient },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      date: mail.createdAt,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
      attachments: await attachmentsOf(files, mail),
      // Neither addresses of the web nor paths of this machine are ever read into a mail.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return { response: String(info.response).slice(0, 500) }
  } catch (error) {
    const code = (error as { responseCode?: number }).responseCode ?? 0
    const sentence = (error as { response?: string }).response ?? (error as Error).message
    if (code >= 500) throw new RefusedForGood(sentence.slice(0, 500))
    throw new Error(sentence.slice(0, 500), { cause: error })
  }
}

async function attachmentsOf(files: FileStore, { attachments }: Mail) {
  return Promise.all(
    attachments.map(async ({ name, type, storageKey }) => {
      const bytes = await files.get(storageKey)
      if (!bytes) throw new Error(`The attachment ${name} is not in the file store.`)
      return { filename: name, contentType: type, content: Buffer.from(bytes) }
    }),
  )
}

/** Closes the connections to mail servers; for shutting down. */
export function closeMail(): void {
  for (const transport of transports.values()) transport.close()
  transports.clear()
}
