/** Descriptions from other shops become a small, safe HTML: what is not on the list loses its tag and keeps its text. */
import { createRequire } from 'node:module'
import type sanitizeHtml from 'sanitize-html'

let sanitizer: typeof sanitizeHtml | undefined
/** It brings a parser of CSS along, which a server that is only read from never needs. */
const sanitize = (html: string, rules: sanitizeHtml.IOptions): string =>
  (sanitizer ??= createRequire(import.meta.url)('sanitize-html') as typeof sanitizeHtml)(html, rules)

const blocks = ['p', 'ul', 'ol', 'li', 'blockquote', 'h2', 'h3', 'h4']
const tables = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td']
const schemes = ['http', 'https', 'mailto']

const rules: sanitizeHtml.IOptions = {
  allowedTags: [...blocks, ...tables, 'br', 'strong', 'em', 'a'],
  allowedAttributes: { a: ['href', 'rel'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: schemes,
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  // Their text is code, not words.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'iframe',
    'object',
    'svg',
    'math',
    'template',
    'title',
    'xmp',
    'noembed',
    'noframes',
    'plaintext',
  ],
  nestingLimit: 40,
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    b: 'strong',
    i: 'em',
    div: 'p',
    section: 'p',
    article: 'p',
    a: linked,
    th: spanned,
    td: spanned,
  },
  // A link to a page of the old shop, or to a script, leaves its words behind.
  exclusiveFilter: ({ tag, attribs }) => (tag === 'a' && attribs.href === undefined ? 'excludeTag' : false),
}

function isWebAddress(href: string | undefined): href is string {
  const url = href === undefined ? null : URL.parse(href.trim())
  return url !== null && schemes.includes(url.protocol.slice(0, -1))
}

function linked(_: string, { href }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName: 'a', attribs: isWebAddress(href) ? { href, rel: 'nofollow noopener' } : {} }
}

function spanned(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const kept = Object.entries(attribs).filter(
    ([name, value]) => /^(col|row)span$/.test(name) && /^[1-9]\d?$/.test(value),
  )
  return { tagName, attribs: Object.fromEntries(kept) }
}

/** Text without a block becomes paragraphs. Cleaning twice is the same as once. */
export function cleanHtml(html: string): string {
  const clean = settled(html)
  if (clean === '' || /<(?:p|ul|ol|blockquote|h[2-4]|table)\b/.test(clean)) return clean
  return settled(hasTag.test(clean) ? `<p>${clean}</p>` : paragraphs(clean))
}

const hasTag = /<[a-z]/
const emptyParagraph = /<p>(?:[\s\u00a0]|<br \/>)*<\/p>/g

// A renamed tag can nest where HTML does not allow it; the next reading of the same text puts that right.
function settled(html: string): string {
  let before = html
  for (let turn = 0; turn < 4; turn++) {
    const after = sanitize(before, rules).replace(emptyParagraph, '').trim()
    if (after === before) return after
    before = after
  }
  return before
}

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll('\n', '<br />')}</p>`)
    .join('')

/** Whether something that acts was in it, which is worth a word to the person who imports. */
export const hasActiveHtml = (html: string): boolean =>
  /<\s*(?:script|style|iframe|object|embed|form|svg|link|meta)\b|\son\w+\s*=|javascript\s*:/i.test(html)
