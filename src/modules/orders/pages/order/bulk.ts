/** Accepting or packing several parts: each for itself, so that one that cannot be does not hold the others back. */
import { requirePermission } from '../../../../platform/access/require.ts'
import { invalid } from '../../../../platform/http/app-error.ts'
import { attempt, type FormProblem } from '../../../../platform/pages/outcome.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { Id } from '../../../../platform/values/shapes.ts'
import { acceptPart, packPart } from '../../parts.ts'

const verbs: Record<string, typeof acceptPart> = { accept: acceptPart, pack: packPart }

type Moved = { done: number; refused: number; problem: FormProblem | null }

export async function moveParts(ctx: Context, intent: string, ids: readonly string[]): Promise<Moved> {
  let done = 0
  let first: FormProblem | null = null
  for (const id of ids.slice(0, 500)) {
    const { problem } = await attempt(async () => {
      requirePermission(ctx, 'orders.fulfil')
      if (!Object.hasOwn(verbs, intent)) throw invalid('This form is not known here.')
      await verbs[intent]!(ctx, Id.parse(id))
    })
    if (problem) first ??= problem
    else done++
  }
  return { done, refused: ids.length - done, problem: first }
}
