/** Turns a verb's refusal into what a form shows, so that actions stay one call long. */
import { data } from 'react-router'
import { type FieldError } from '../http/app-error.ts'
import { asRefusal } from '../http/problem.ts'

/** What `Form` shows: `title` is the sentence, `errors` stand beside their fields. */
export type FormProblem = {
  title: string
  message: string
  code: string
  errors: FieldError[]
  details?: Record<string, unknown>
}

/** Runs a form's verb; a refusal becomes `{ problem }` with its status, a fault of ours is thrown on. */
export async function attempt<T>(work: () => Promise<T>) {
  try {
    return { result: await work(), problem: null }
  } catch (error) {
    const refusal = asRefusal(error)
    if (!refusal) throw error
    const problem: FormProblem = {
      title: refusal.message,
      message: refusal.message,
      code: refusal.code,
      errors: refusal.extra.errors ?? [],
      details: refusal.extra.details,
    }
    return { result: null, problem, status: refusal.status }
  }
}

/** The refusal as the action's answer, with what had been typed when the form is given. */
export const refused = (outcome: { problem: FormProblem; status: number }, form?: FormData) =>
  data({ problem: outcome.problem, values: form ? valuesOf(form) : {} }, { status: outcome.status })

const valuesOf = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** Runs a loader's verb; a refusal becomes the error page of its status. */
export async function orErrorPage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const refusal = asRefusal(error)
    if (!refusal) throw error
    throw data({ message: refusal.message, code: refusal.code }, { status: refusal.status })
  }
}
