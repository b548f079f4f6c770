/** The import law as a check: which room may reach for which. Says each breach with its line, and ends with 1. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Import = { from: string; to: string; isType: boolean; line: number }
type Law = { name: string; from: RegExp; not?: RegExp; to: RegExp; except?: RegExp; typesToo?: boolean }

/** Lower rooms first: one may import those before it, never those after it. */
const order = [
  'organization',
  'customers',
  'producers',
  'catalog',
  'promotions',
  'pricing',
  'shipping',
  'services',
  'requests',
  'booking',
  'cart',
  'orders',
  'payments',
  'checkout',
  'payouts',
  'receivables',
  'invoicing',
  'books',
  'reviews',
  'insights',
  'settings',
]
const test = /\.test\.tsx?$/
const moduleOf = (names: readonly string[]) => new RegExp(`^src/modules/(${names.join('|')})/`)

const laws: Law[] = [
  // Rows are referred to by foreign keys, and plain lists of values are nobody's service.
  ...order.slice(0, -1).map((name, index) => ({
    name: `${name} is below what it imports`,
    from: moduleOf([name]),
    not: /\/pages\/|routes\.ts$/,
    to: moduleOf(order.slice(index + 1)),
    except: /\/(schema|values)\.ts$/,
  })),
  {
    name: 'the platform knows no module',
    from: /^src\/platform\//,
    to: /^src\/(modules|blueprints|founder|frames|outside)\//,
    typesToo: true,
  },
  {
    name: 'the design system knows no business',
    from: /^src\/ui\//,
    to: /^src\/(modules|blueprints|frames|platform\/(?!i18n|values))/,
  },
  { name: 'the environment is read by nobody of ours', from: /^src\/env\.ts$/, to: /^src\//, typesToo: true },
  {
    name: 'policies are pure',
    from: /\/policy\.ts$/,
    to: /^drizzle-orm|\/platform\/(database|http|tenancy)\//,
  },
  {
    name: 'APIs and pages ask services',
    from: /\/([a-z-]+-)?api\.ts$|\/pages\//,
    not: /^src\/platform\//,
    to: /^drizzle-orm/,
  },
  { name: 'pages know no server', from: /\/pages\//, not: /^src\/platform\//, to: /^(hono|@hono|pg)\b/ },
  {
    name: 'engines are pure',
    from: /^src\/(platform\/values\/(?!shapes)|modules\/(pricing\/price-cart|promotions\/engine|shipping\/(rates|zones|quotes)|services\/calendar\/(?!holidays)|booking\/engine\/))/,
    to: /^(drizzle-orm|pg|hono|zod|node:)|\/platform\/(database|tenancy|jobs)\//,
  },
]

const files = globSync('src/**/*.{ts,tsx}').map((file) => file.replaceAll('\\', '/'))
const imports = files.filter((file) => !test.test(file)).flatMap(importsOf)
const breaches = [...laws.flatMap(breachesOf), ...circles()]
for (const breach of breaches) console.error(breach)
console.log(`${files.length} files, ${imports.length} imports, ${breaches.length} breaches of the import law`)
process.exit(breaches.length > 0 ? 1 : 0)

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const pattern =
    /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm
  return [...text.matchAll(pattern)].map((match) => {
    const target = match[2] ?? match[3] ?? match[4]!
    return {
      from: file,
      to: target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target,
      isType: match[1] !== undefined,
      line: text.slice(0, match.index).split('\n').length,
    }
  })
}

function breachesOf(law: Law): string[] {
  return imports
    .filter(
      ({ from, to, isType }) =>
        law.from.test(from) &&
        !law.not?.test(from) &&
        law.to.test(to) &&
        !law.except?.test(to) &&
        (law.typesToo || !isType),
    )
    .map(({ from, line, to }) => `${from}:${line} imports ${to}: ${law.name}`)
}

/** Circles of values; a circle of types alone does no harm. */
function circles(): string[] {
  const next = Map.groupBy(
    imports.filter((one) => !one.isType && one.to.startsWith('src/')),
    (one) => one.from,
  )
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (file: string, trail: string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open')
      return void found.push(`circle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`)
    state.set(file, 'open')
    for (const { to } of next.get(file) ?? []) visit(to, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  return found
}
