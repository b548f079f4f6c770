/** Plans one batch of a file against what the shop has: the same for the preview and for the doing. */
import type { Inside } from '../../../platform/tenancy/context.ts'
import type { Numbered } from './batches.ts'
import { findKnown } from './known.ts'
import { type Plan, planProduct, type Rules } from './plan.ts'
import { problemOf } from './problems.ts'
import type { Surroundings } from './surroundings.ts'

export async function planBatch(
  ctx: Inside,
  batch: readonly Numbered[],
  around: Surroundings,
  rules: Rules,
  forChange: boolean,
): Promise<Plan[]> {
  const drafts = batch.flatMap(({ outcome }) => (outcome.kind === 'read' ? [outcome.draft] : []))
  const matches = await findKnown(ctx, drafts, forChange)
  const rowOf = new Map<string, number>()
  return batch.map(({ position, outcome }) => {
    if (outcome.kind === 'read') {
      const plan = planProduct(outcome.draft, position, matches, around, rules, outcome.problems)
      return onlyOnce(plan, rowOf, rules)
    }
    const [first] = outcome.rows
    return {
      position,
      row: first?.number ?? 0,
      title: first?.cells.find((cell) => cell.trim() !== '')?.slice(0, 120) ?? '',
      effect: 'refuse',
      changes: [],
      problems: outcome.problems,
    }
  })
}

/** One product of ours is meant by one of the file: a second one that leads to it is refused. */
function onlyOnce(plan: Plan, rowOf: Map<string, number>, rules: Rules): Plan {
  const id = plan.work?.known?.product.id
  if (id === undefined) return plan
  const earlier = rowOf.get(id)
  if (earlier === undefined) {
    rowOf.set(id, plan.row)
    return plan
  }
  const problem = problemOf(
    { row: plan.row, column: '', value: '' },
    'duplicate_product',
    { row: earlier },
    rules.locale,
  )
  return { ...plan, work: undefined, effect: 'refuse', changes: [], problems: [...plan.problems, problem] }
}
