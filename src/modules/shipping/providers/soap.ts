/** The little SOAP 1.1 that ELTA speaks: one flat record out, one record with repeated parts back. */

export type XmlNode = { name: string; text: string; children: XmlNode[] }

/** A document/literal envelope: `<READ xmlns="namespace">` with one element for each field, in this order. */
export function soapEnvelope(namespace: string, operation: string, fields: Record<string, string>): string {
  const content = Object.entries(fields).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
    `<${operation} xmlns="${namespace}">${content.join('')}</${operation}>` +
    '</soapenv:Body></soapenv:Envelope>'
  )
}

export const escapeXml = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)

/**
 * Elements and their text, without prefixes and attributes; enough for SOAP answers. Null for what is not
 * well-formed. Document types are refused, so there are no entities to expand.
 */
export function parseXml(text: string): XmlNode | null {
  if (/<!DOCTYPE/i.test(text)) return null
  const root: XmlNode = { name: '', text: '', children: [] }
  const open = [root]
  const tokens =
    /<\?[^>]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w.:-]+)[^>]*?(\/?)>|([^<]+)/g
  for (const [whole, cdata, closing, name, selfClosing, content] of text.matchAll(tokens)) {
    const parent = open.at(-1)
    if (!parent) return null
    if (cdata !== undefined) parent.text += cdata
    else if (content !== undefined) parent.text += unescapeXml(content)
    else if (name === undefined || whole.startsWith('<?')) continue
    else if (closing) {
      if (open.length === 1 || parent.name !== localName(name)) return null
      open.pop()
    } else {
      const node: XmlNode = { name: localName(name), text: '', children: [] }
      parent.children.push(node)
      if (!selfClosing) open.push(node)
    }
  }
  return open.length === 1 ? root : null
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  })

/** The first element of this name, at any depth. */
export function findNode(node: XmlNode | null, name: string): XmlNode | null {
  for (const child of node?.children ?? []) {
    const found = child.name === name ? child : findNode(child, name)
    if (found) return found
  }
  return null
}

/** The text of a direct child, or empty. */
export const childText = (node: XmlNode, name: string): string =>
  node.children.find((child) => child.name === name)?.text.trim() ?? ''
