/**
 * A mail as HTML: one column of tables, because mail programs know little else; styles inline, because some drop the
 * head; readable on a phone and in the dark, where programs that honour it take the colours of the style sheet.
 */
import type { MailBlock, MailContent } from './blocks.ts'
import type { House } from './house.ts'
import { signature } from './plain.ts'

const light = {
  page: '#f3f2ec',
  card: '#ffffff',
  ink: '#1f2722',
  soft: '#59645c',
  line: '#dedcd2',
  accent: '#2f5d46',
}
const dark = {
  page: '#121614',
  card: '#1b211e',
  ink: '#e9ece8',
  soft: '#a8b3ab',
  line: '#39423c',
  accent: '#8fc7a8',
}
const font = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

const styleSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{color:${light.accent}}
@media (max-width:620px){.card{padding:24px 20px!important}.wide{width:100%!important}}
@media (prefers-color-scheme:dark){
body,.page{background:${dark.page}!important}.card{background:${dark.card}!important;border-color:${dark.line}!important}
.ink,h2{color:${dark.ink}!important}.soft{color:${dark.soft}!important}a,.name{color:${dark.accent}!important}
.line{border-color:${dark.line}!important}.quote{background:${dark.page}!important}
a.button{color:#0e1a13!important;background:${dark.accent}!important}}`

export function mailHtml({ subject, preview, blocks }: MailContent, house: House): string {
  return `<!doctype html>
<html lang="${house.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title><style>${styleSheet}</style></head>
<body style="margin:0;padding:0;background:${light.page}">
<div style="display:none;max-height:0;overflow:hidden">${escape(preview)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:${light.page}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="wide" width="600" cellpadding="0" cellspacing="0" style="width:600px;max-width:100%">
<tr><td style="padding:0 8px 16px;font-family:${font}"><a class="name" href="${escape(house.site)}" style="color:${light.accent};text-decoration:none;font-size:20px;font-weight:700">${escape(house.name)}</a>${
    house.tagline
      ? `<div class="soft" style="color:${light.soft};font-size:13px;line-height:18px">${escape(house.tagline)}</div>`
      : ''
  }</td></tr>
<tr><td class="card" style="background:${light.card};border:1px solid ${light.line};border-radius:12px;padding:32px;font-family:${font}">
${blocks.map(blockHtml).join('\n')}
</td></tr>
<tr><td class="soft" style="padding:20px 8px;font-family:${font};font-size:12px;line-height:18px;color:${light.soft}">${signature(house).map(linked).join('<br>')}</td></tr>
</table></td></tr></table></body></html>
`
}

const paragraph = (text: string, style: string, kind = 'ink') =>
  `<p class="${kind}" style="margin:0 0 16px;${style}">${linked(text).replaceAll('\n', '<br>')}</p>`
const body = `font-size:16px;line-height:24px;color:${light.ink}`

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text, body)
    case 'note':
      return paragraph(block.text, `font-size:13px;line-height:20px;color:${light.soft}`, 'soft')
    case 'heading':
      return `<h2 style="margin:8px 0 12px;font-size:18px;line-height:24px;color:${light.ink}">${escape(block.text)}</h2>`
    case 'button':
      return `<p style="margin:8px 0 24px"><a class="button" href="${safeUrl(block.url)}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:${light.accent};color:#ffffff;text-decoration:none;font-size:16px;line-height:20px;font-weight:600">${escape(block.label)}</a></p>`
    case 'quote':
      return `<div class="quote ink" style="margin:0 0 16px;padding:12px 16px;border-left:3px solid ${light.accent};background:${light.page};${body}">${linked(block.text).replaceAll('\n', '<br>')}</div>`
    case 'facts':
      return table(block.rows.map(({ label, value }) => row([soft(label), strong(value)])))
    case 'lines':
      return table([
        ...block.rows.map(({ name, detail, quantity, amount }) =>
          row([
            `${quantity ? `${escape(quantity)} × ` : ''}${escape(name)}${detail ? `<br>${soft(detail)}` : ''}`,
            escape(amount),
          ]),
        ),
        ...block.totals.map(({ label, amount, isStrong }) =>
          row(isStrong ? [strong(label), strong(amount)] : [soft(label), escape(amount)]),
        ),
      ])
  }
}

const table = (rows: string[]) =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px">${rows.join('')}</table>`
const cell = `padding:8px 0;border-bottom:1px solid ${light.line};font-size:15px;line-height:22px;color:${light.ink};vertical-align:top`
const row = ([left, right]: [string, string]) =>
  `<tr><td class="ink line" style="${cell};padding-right:16px">${left}</td><td class="ink line" align="right" style="${cell}">${right}</td></tr>`
const soft = (text: string) =>
  `<span class="soft" style="color:${light.soft};font-size:14px">${escape(text)}</span>`
const strong = (text: string) => `<strong>${escape(text)}</strong>`

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const linked = (text: string): string =>
  escape(text).replaceAll(/https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g, (url) => `<a href="${url}">${url}</a>`)

/** Only addresses of the web may be behind a button. */
const safeUrl = (url: string): string => (/^https?:\/\//.test(url) ? escape(url) : '#')
