/** The saved views of a list as its page shows them. */
import type { Context } from '../tenancy/context.ts'
import { listViews } from '../tenancy/saved-views.ts'

export type PageView = { id: string; name: string; query: string; mayDelete: boolean }

export async function viewsOf(ctx: Context, list: string): Promise<PageView[]> {
  const views = await listViews(ctx, list)
  return views.map(({ id, name, query, userId }) => ({
    id,
    name,
    query,
    mayDelete: userId === ctx.actor.userId,
  }))
}
