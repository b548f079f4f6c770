/** Producers as they are made, kept and paused. */
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { violates } from '../../platform/database/faults.ts'
import { newId } from '../../platform/database/columns.ts'
import { findFile } from '../../platform/files/find.ts'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  preconditionFailed,
} from '../../platform/http/app-error.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { change, changed, created, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { inLocale, type Translated, toTranslated } from '../../platform/values/shapes.ts'
import { cleanHtml } from '../../platform/text/html.ts'
import { lockProducer, type Producer } from './find.ts'
import { mayEditProfile, mayManageProducers } from './policy.ts'
import { producers } from './schema.ts'
import { NewProducer, termNames, UpdateProducer } from './shapes.ts'
import { freeProducerSlug } from './slug.ts'

const audienceOf = (producer: Pick<Producer, 'id'>) => ['public', `producer:${producer.id}`]

/** Makes a producer; its people are made members by an application or an invitation. */
export async function createProducer(ctx: Context, input: z.input<typeof NewProducer>): Promise<Producer> {
  const { name, slug, description = '', region = '', ...rest } = NewProducer.parse(input)
  if (!mayManageProducers(ctx.actor)) throw forbidden('Only administrators make producers.')
  return change(ctx, 'producer.create', async (ctx) => {
    await requirePictures(ctx, rest)
    const names = textOf(ctx, name)
    const wish = slug ?? inLocale(names, ctx.organization.defaultLocale)
    const [row] = await ctx.db
      .insert(producers)
      .values({
        ...rest,
        tenantId: ctx.tenantId,
        id: newId(),
        slug: await freeProducerSlug(ctx, wish),
        name: names,
        description: htmlOf(ctx, description),
        region: textOf(ctx, region),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning()
      .catch(slugTaken)
    return created(row!, { audience: audienceOf(row!) })
  })
}

/**
 * Changes the profile, by the producer's own people or an administrator; address and commission by the latter only.
 * @throws precondition_failed when `expected` is not the version any more.
 */
export async function updateProducer(
  ctx: Context,
  input: z.input<typeof UpdateProducer> & { producerId: string },
  expected?: number,
): Promise<Producer> {
  const { producerId, ...given } = input
  const fields = UpdateProducer.parse(given)
  return change(ctx, 'producer.update', async (ctx) => {
    const before = await lockFor(ctx, producerId)
    if (expected !== undefined && expected !== before.version)
      throw preconditionFailed('Somebody changed this producer meanwhile.')
    const term = termNames.find((name) => name in fields)
    if (term && !mayManageProducers(ctx.actor))
      throw invalidField(`/${term}`, 'Is agreed with the house and cannot be changed here.')
    await requirePictures(ctx, fields)
    const { name, description, region, ...rest } = fields
    const after = await write(ctx, before, {
      ...rest,
      ...(name === undefined ? {} : { name: textOf(ctx, name, before.name) }),
      ...(description === undefined ? {} : { description: htmlOf(ctx, description, before.description) }),
      ...(region === undefined ? {} : { region: textOf(ctx, region, before.region) }),
    })
    // Its products are found by its name.
    if (name !== undefined) await enqueue(ctx, 'catalog.refreshWords', { producerId })
    const isOverride = !ctx.actor.producerIds.includes(producerId)
    return changed(before, after, { audience: audienceOf(after), isOverride })
  })
}

/** Takes all its goods off the shelf at once, without touching them. Twice is once. */
export const pauseProducer = (ctx: Context, input: { producerId: string }): Promise<Producer> =>
  setStatus(ctx, 'producer.suspend', input.producerId, 'paused')

export const resumeProducer = (ctx: Context, input: { producerId: string }): Promise<Producer> =>
  setStatus(ctx, 'producer.restore', input.producerId, 'active')

const setStatus = (
  ctx: Context,
  action: 'producer.suspend' | 'producer.restore',
  producerId: string,
  status: Producer['status'],
): Promise<Producer> =>
  change(ctx, action, async (ctx) => {
    const before = await lockFor(ctx, producerId)
    if (before.status === status) return unchanged(before)
    const after = await write(ctx, before, { status })
    const isOverride = !ctx.actor.producerIds.includes(producerId)
    return changed(before, after, { audience: audienceOf(after), isOverride })
  })

/** Public or not, whoever may not edit it is told the same as of one that is not there, unless it is their own. */
async function lockFor(ctx: Inside, producerId: string): Promise<Producer> {
  const producer = await lockProducer(ctx, producerId)
  if (mayEditProfile(ctx.actor, producer)) return producer
  throw ctx.actor.producerIds.includes(producerId)
    ? forbidden('You may not change this producer.')
    : notFound('producer')
}

async function write(
  ctx: Inside,
  before: Producer,
  values: Partial<typeof producers.$inferInsert>,
): Promise<Producer> {
  const [row] = await ctx.db
    .update(producers)
    .set({ ...values, updatedAt: ctx.now, version: before.version + 1 })
    .where(and(eq(producers.tenantId, ctx.tenantId), eq(producers.id, before.id)))
    .returning()
    .catch(slugTaken)
  return row!
}

async function requirePictures(
  ctx: Inside,
  given: { logoFileId?: string | null; bannerFileId?: string | null },
): Promise<void> {
  for (const field of ['logoFileId', 'bannerFileId'] as const) {
    const fileId = given[field]
    if (!fileId) continue
    const file = await findFile(ctx, fileId)
    if (file?.visibility !== 'public' || file.width === null)
      throw invalidField(`/${field}`, 'There is no such public picture.')
  }
}

function slugTaken(error: unknown): never {
  if (violates(error, 'producers_slug'))
    throw conflict('Another producer already has this address.', { code: 'duplicate_slug' })
  throw error
}

/** A plain string is in the organisation's language and leaves the others as they were; '' clears all. */
function textOf(ctx: Context, value: string | Translated, before: Translated = {}): Translated {
  if (value === '') return {}
  return typeof value === 'string'
    ? { ...before, ...toTranslated(value, ctx.organization.defaultLocale) }
    : value
}

const htmlOf = (ctx: Context, value: string | Translated, before: Translated = {}): Translated =>
  Object.fromEntries(
    Object.entries(textOf(ctx, value, before)).map(([locale, html]) => [locale, cleanHtml(html)]),
  )
