/** Imports as the API shows them. */
import { z } from 'zod'
import type { Context } from '../../../platform/tenancy/context.ts'
import { Id, Instant, type Locale } from '../../../platform/values/shapes.ts'
import { importEffects } from '../values.ts'
import { importFormats } from './draft.ts'
import type { ImageReport } from './image-report.ts'
import { problemTexts } from './problem-texts.ts'
import { type Problem as StoredProblem, problemMessage } from './problems.ts'
import type { Import, ImportItem } from './record.ts'

const Problem = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
})

export const ImportView = z
  .object({
    id: Id,
    format: z.enum(importFormats),
    fileName: z.string(),
    producerId: Id.nullable(),
    status: z.enum(['previewing', 'previewed', 'running', 'applied', 'undoing', 'undone', 'failed']),
    counts: z.record(z.string(), z.int()).meta({
      description:
        'rows and products of the file; create, change, same, refuse, images as planned; position, created, changed, unchanged, refused as done; undone and kept of undoing.',
    }),
    problems: z.array(Problem).meta({ description: 'Of the file as a whole.' }),
    images: z
      .object({
        fetched: z.int(),
        waiting: z.int(),
        failed: z.int(),
        failures: z.array(
          z.object({ productId: Id, url: z.string(), reason: z.string(), retryAt: Instant.nullable() }),
        ),
      })
      .optional(),
    startedBy: Id.nullable(),
    createdAt: Instant,
    appliedAt: Instant.nullable(),
    undoneAt: Instant.nullable(),
  })
  .meta({ id: 'Import' })

export function presentImport(ctx: Context, row: Import, images?: ImageReport): z.output<typeof ImportView> {
  const { id, format, fileName, producerId, status, counts, problems, startedBy, createdAt } = row
  return {
    id,
    format: format as (typeof importFormats)[number],
    fileName,
    producerId,
    status,
    counts,
    problems: presentProblems(ctx, problems),
    ...(images ? { images: { ...images, failures: images.failures.map(presentFailure) } } : {}),
    startedBy,
    createdAt: createdAt.toISOString(),
    appliedAt: row.appliedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }
}

const presentFailure = ({ retryAt, ...rest }: ImageReport['failures'][number]) => ({
  ...rest,
  retryAt: retryAt === null ? null : new Date(retryAt).toISOString(),
})

const presentProblems = (ctx: Context, problems: readonly object[]): z.output<typeof Problem>[] =>
  (problems as Partial<StoredProblem>[]).map((problem) => ({
    row: problem.row ?? 0,
    column: problem.column ?? '',
    value: problem.value ?? '',
    code: problem.code ?? '',
    message: messageOf(problem, ctx.locale),
    severity: problem.severity ?? 'error',
  }))

/** In the language of who reads, whatever language the import ran in; a verb's refusal keeps the words it came with. */
const messageOf = ({ code, params, message = '' }: Partial<StoredProblem>, locale: Locale): string =>
  code && params && Object.hasOwn(problemTexts, code) ? problemMessage(code, params, locale) : message

export const ImportItemView = z
  .object({
    position: z.int(),
    row: z.int(),
    title: z.string(),
    effect: z.enum(importEffects),
    productId: Id.nullable(),
    changes: z.array(z.object({ row: z.int(), field: z.string(), from: z.string(), to: z.string() })),
    problems: z.array(Problem),
  })
  .meta({ id: 'ImportItem' })

export function presentItem(ctx: Context, item: ImportItem): z.output<typeof ImportItemView> {
  const { position, row, title, effect, productId, changes, problems } = item
  return {
    position,
    row,
    title,
    effect,
    productId,
    changes: changes as z.output<typeof ImportItemView>['changes'],
    problems: presentProblems(ctx, problems),
  }
}
