/** Does one thing to several records, each for itself, so that one that refuses does not hold the others back. */
import { attempt, type FormProblem } from './outcome.ts'

export type BulkOutcome = {
  done: number
  refused: number
  /** Why the first was. */ problem: FormProblem | null
}

/** As many as one press may mean. */
const most = 500

export async function eachOf(
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<BulkOutcome> {
  let done = 0
  let first: FormProblem | null = null
  for (const id of ids.slice(0, most)) {
    const { problem } = await attempt(() => work(id))
    if (problem) first ??= problem
    else done++
  }
  return { done, refused: ids.length - done, problem: first }
}
