/** The command that reads a product file: shows what would come of it, and with --apply does it. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { commandContext, organizationNamed } from '../src/founder/operations/open.ts'
import { applyImport } from '../src/modules/catalog/import/apply.ts'
import { importFormats } from '../src/modules/catalog/import/draft.ts'
import {
  createImport,
  getImport,
  listImportItems,
  startImport,
} from '../src/modules/catalog/import/imports.ts'
import { previewImport } from '../src/modules/catalog/import/preview.ts'
import type { Problem } from '../src/modules/catalog/import/problems.ts'
import type { Import } from '../src/modules/catalog/import/record.ts'
import { findProducer } from '../src/modules/producers/find.ts'
import { read } from '../src/platform/tenancy/change.ts'
import type { Context } from '../src/platform/tenancy/context.ts'
import { acting, type Given, print, Refused } from './command.ts'

export const importProducts = ({ argument: file, options, flags }: Given): Promise<boolean> =>
  acting(async (services) => {
    // Whoever types a command reads English; what is imported is in the organisation's language.
    const organization = await organizationNamed(services, options['organization'])
    const ctx: Context = { ...commandContext(services, organization), locale: 'en' }
    const format = importFormats.find((one) => one === options['format'])
    if (options['format'] && !format) throw new Refused(`--format is one of ${importFormats.join(', ')}.`)
    const producerId = await producerNamed(ctx, options['producer'])
    const bytes = await readFile(file)
    const made = await createImport(ctx, { bytes, fileName: path.basename(file), format, producerId })
    // A long file's preview is left to the server; here somebody waits for it.
    if (made.status === 'previewing') await previewImport(ctx, { importId: made.id })
    await printPlan(ctx, await getImport(ctx, made.id))
    if (!flags.has('apply')) {
      print('Nothing was changed. With --apply it is done.')
      return true
    }
    const done = await apply(ctx, made.id)
    print(
      `Import ${done.id}: ${done.status}. It can be undone in the back office. Pictures are fetched by the server.`,
    )
    return done.status === 'applied'
  })

async function producerNamed(ctx: Context, idOrSlug: string | undefined): Promise<string | undefined> {
  if (!idOrSlug) return undefined
  const producer = await read(ctx, (ctx) => findProducer(ctx, idOrSlug))
  if (!producer) throw new Refused(`There is no producer "${idOrSlug}" in ${ctx.organization.slug}.`)
  return producer.id
}

/** Row by row what is refused or changed; what is new or the same is counted. */
async function printPlan(ctx: Context, made: Import): Promise<void> {
  for (const problem of made.problems as Problem[]) print(inWords(problem))
  for (let cursor: string | undefined; ;) {
    const { data, page } = await listImportItems(ctx, { importId: made.id, limit: 100, cursor })
    for (const item of data) {
      if (item.effect === 'change' || item.effect === 'refuse')
        print(`${item.effect.padEnd(6)} row ${item.row}: ${item.title} (${item.changes.length} changes)`)
      for (const problem of item.problems as Problem[]) print(`  ${inWords(problem)}`)
    }
    if (!page.next) break
    cursor = page.next
  }
  const counts = Object.entries((await getImport(ctx, made.id)).counts)
  print(`${made.format}: ${counts.map(([name, n]) => `${n} ${name}`).join(', ')}`)
}

const inWords = ({ severity, row, column, message }: Problem): string =>
  `${severity} in row ${row}${column ? `, ${column}` : ''}: ${message}`

/** The server's worker does it too when it runs; both at once do everything once. */
async function apply(ctx: Context, importId: string): Promise<Import> {
  await startImport(ctx, importId)
  for (;;) {
    const now = await getImport(ctx, importId)
    if (now.status !== 'running') return now
    await applyImport(ctx, { importId })
  }
}
