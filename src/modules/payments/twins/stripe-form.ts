/** Stripe's form encoding, read: `a[b][0][c]=1` is `{a: {b: {0: {c: '1'}}}}`. Lists stay objects with number keys. */

export type FormNode = { [key: string]: string | FormNode }

export function decodeForm(encoded: string): FormNode {
  const root: FormNode = Object.create(null)
  for (const [name, value] of new URLSearchParams(encoded)) {
    const path = [
      name.split('[', 1)[0] ?? '',
      ...[...name.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? ''),
    ]
    let node = root
    for (const key of path.slice(0, -1)) {
      const next = node[key]
      node = node[key] = typeof next === 'object' ? next : Object.create(null)
    }
    node[path.at(-1) ?? ''] = value
  }
  return root
}

/** The text at a path, or undefined. */
export function formText(root: FormNode, ...path: string[]): string | undefined {
  let node: string | FormNode | undefined = root
  for (const key of path) node = typeof node === 'object' ? node[key] : undefined
  return typeof node === 'string' ? node : undefined
}

/** The texts below a path, by key: Stripe's metadata. */
export function formTexts(root: FormNode, key: string): Record<string, string> {
  const node = root[key]
  const entries = typeof node === 'object' ? Object.entries(node) : []
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
