/** A mail as plain text, for readers without HTML and for those who prefer it. */
import type { MailBlock, MailContent } from './blocks.ts'
import type { House } from './house.ts'

export function plainText({ blocks }: MailContent, house: House): string {
  return `${[...blocks.map(blockText), `-- \n${signature(house).join('\n')}`].join('\n\n')}\n`
}

/** Who writes, and how they are reached. */
export function signature({ name, site, organization }: House): string[] {
  const { address, phone, email, vatNumber } = organization.settings
  return [
    name,
    address && [address.line1, address.postalCode, address.city].filter(Boolean).join(', '),
    [phone, email].filter(Boolean).join(' · '),
    vatNumber,
    site,
  ].filter((line): line is string => Boolean(line))
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 72))}`
    case 'button':
      return `${block.label}:\n${block.url}`
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'lines':
      return [
        ...block.rows.map(
          ({ name, detail, quantity, amount }) =>
            `${quantity ? `${quantity} × ` : ''}${name}${detail ? ` (${detail})` : ''}: ${amount}`,
        ),
        '-'.repeat(32),
        ...block.totals.map(({ label, amount }) => `${label}: ${amount}`),
      ].join('\n')
    case 'quote':
      return block.text.replaceAll(/^/gm, '> ')
    case 'text':
    case 'note':
      return block.text
  }
}
