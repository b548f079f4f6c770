/** What a mail is made of: blocks, from which both the HTML and the plain text are written. All texts are plain text. */

export type MailBlock =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  /** `url` must be http or https. */
  | { kind: 'button'; label: string; url: string }
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  | { kind: 'lines'; rows: readonly MailLine[]; totals: readonly MailTotal[] }
  /** Something set apart: a reason, a message, an address. */
  | { kind: 'quote'; text: string }
  /** Small print. */
  | { kind: 'note'; text: string }

/** One thing that was ordered; amounts are formatted already. */
export type MailLine = { name: string; detail?: string; quantity?: string; amount: string }
export type MailTotal = { label: string; amount: string; isStrong?: boolean }

export type MailContent = {
  subject: string
  /** What a mailbox shows beside the subject. */
  preview: string
  blocks: readonly MailBlock[]
}
