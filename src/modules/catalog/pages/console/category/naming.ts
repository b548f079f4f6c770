/** The fields of a category's form that a refusal of its verbs belongs to. */
import type { FormProblem } from '../../../../../platform/pages/outcome.ts'

export function namingCategory(problem: FormProblem, mainLocale: string): FormProblem {
  const taken = problem.code === 'duplicate_slug' ? [{ pointer: '/slug', message: problem.title }] : []
  return {
    ...problem,
    errors: [...problem.errors, ...taken].map((error) => ({
      ...error,
      pointer: error.pointer.replace(/^\/(name|description)$/, `/$1/${mainLocale}`),
    })),
  }
}
