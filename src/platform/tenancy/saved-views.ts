/** Saved views: a list's filters and order under a name, its owner's alone unless shared. */
import { and, asc, eq, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '../database/columns.ts'
import { conflict, notFound, unauthorized } from '../http/app-error.ts'
import { Id, text } from '../values/shapes.ts'
import { change, read, unrecorded } from './change.ts'
import type { Context } from './context.ts'
import { savedViews } from './schema.ts'

export type SavedView = typeof savedViews.$inferSelect

const List = z.string().regex(/^[a-z][a-z-]{1,40}$/)

export const SaveView = z.strictObject({
  list: List,
  name: text(60),
  /** The query string of the list's address, without `?` and cursor. */
  query: text(2000, 0),
  isShared: z.boolean().default(false),
})

/** What one person may keep for one list: more would be no help to anybody. */
const most = 30

/** The actor's own views of a list and those that others share, by name. */
export async function listViews(ctx: Context, list: string): Promise<SavedView[]> {
  const { userId } = ctx.actor
  if (!userId) return []
  return read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(savedViews)
      .where(
        and(
          eq(savedViews.tenantId, ctx.tenantId),
          eq(savedViews.list, list),
          or(eq(savedViews.userId, userId), eq(savedViews.isShared, true)),
        ),
      )
      .orderBy(asc(savedViews.name), asc(savedViews.id)),
  )
}

/** Keeps a view; the same name again replaces what it holds. */
export async function saveView(ctx: Context, input: z.input<typeof SaveView>): Promise<SavedView> {
  const values = SaveView.parse(input)
  const userId = requireUser(ctx)
  return change(ctx, 'saved-view.save', async (ctx) => {
    const own = and(
      eq(savedViews.tenantId, ctx.tenantId),
      eq(savedViews.userId, userId),
      eq(savedViews.list, values.list),
    )
    const count = await ctx.db.$count(savedViews, and(own, ne(savedViews.name, values.name)))
    if (count >= most)
      throw conflict(`A list has at most ${most} views. Delete one first.`, { code: 'too_many' })
    const [row] = await ctx.db
      .insert(savedViews)
      .values({ tenantId: ctx.tenantId, id: newId(), userId, ...values })
      .onConflictDoUpdate({
        target: [savedViews.tenantId, savedViews.userId, savedViews.list, savedViews.name],
        set: { query: values.query, isShared: values.isShared },
      })
      .returning()
    return unrecorded(row!)
  })
}

/** Only one's own; what somebody else shares is theirs to delete. */
export async function deleteView(ctx: Context, viewId: string): Promise<void> {
  const id = Id.parse(viewId)
  const userId = requireUser(ctx)
  await change(ctx, 'saved-view.delete', async (ctx) => {
    const [row] = await ctx.db
      .delete(savedViews)
      .where(and(eq(savedViews.tenantId, ctx.tenantId), eq(savedViews.id, id), eq(savedViews.userId, userId)))
      .returning()
    if (!row) throw notFound('view')
    return unrecorded(null)
  })
}

function requireUser(ctx: Context): string {
  if (!ctx.actor.userId) throw unauthorized('Sign in first.')
  return ctx.actor.userId
}
