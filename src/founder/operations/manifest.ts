/** What stands at the beginning and at the end of an archive, and the check that what lies between is whole. */
import { z } from 'zod'
import { AppError } from '../../platform/http/app-error.ts'
import { type Piece, readArchive } from './archive.ts'
import { Totals, Weight } from './pieces.ts'

export const Manifest = z.object({
  format: z.enum(['stoa-backup', 'stoa-organization']),
  version: z.literal(1),
  stoa: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }).optional(),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestName = 'manifest.json'
/** Written last: an archive without it was cut short. */
export const totalsName = 'totals.json'

/** Reads the whole archive once and answers what it says about itself; throws unless every sum is right. */
export async function checkArchive(
  file: string,
  format: Manifest['format'],
): Promise<{ manifest: Manifest; totals: Totals }> {
  let manifest: Manifest | undefined
  let totals: Totals | undefined
  const weight = new Weight()
  for await (const piece of readArchive(file)) {
    if (piece.name === manifestName) manifest = parse(Manifest, piece, file)
    else if (piece.name === totalsName) totals = parse(Totals, piece, file)
    else weight.add(piece)
  }
  if (!manifest || !totals)
    throw new AppError('invalid', `${file} is no archive of Stoa's, or was cut short.`)
  if (manifest.format !== format) {
    throw new AppError(
      'invalid',
      format === 'stoa-backup'
        ? `${file} holds one organisation: use stoa import organization.`
        : `${file} is a backup of everything: use stoa restore.`,
    )
  }
  const [first, ...more] = weight.differences(totals)
  if (first)
    throw new AppError(
      'invalid',
      `${file} is damaged: ${first}${more.length ? ` and ${more.length} more` : ''} is not what was written.`,
    )
  return { manifest, totals }
}

function parse<T>(schema: z.ZodType<T>, { bytes, name }: Piece, file: string): T {
  try {
    return schema.parse(JSON.parse(bytes.toString()))
  } catch {
    throw new AppError('invalid', `${file} cannot be read: its ${name} is not one that this version knows.`)
  }
}
