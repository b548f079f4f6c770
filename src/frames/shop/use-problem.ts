/** A verb's refusal in the reader's language: by its code, by its field, or else in the verb's own words. */
import type { FormProblem } from '../../platform/pages/outcome.ts'
import type { Problem } from '../../ui/forms/problem.ts'
import { useT } from '../../ui/i18n.tsx'

type Wording = {
  /** The sentence for a code, such as `out_of_stock`. */
  codes?: Record<string, string | ((details: Record<string, unknown>) => string)>
  /** What is wrong with a field, by its pointer, such as `/city`. */
  fields?: Record<string, string>
}

export function useProblem(found: FormProblem | null | undefined, wording: Wording = {}): Problem | null {
  const t = useT()
  if (!found) return null
  const { code, message, details = {} } = found
  const errors = found.errors.map((error) => ({
    pointer: error.pointer,
    message: wording.fields?.[error.pointer] ?? error.message,
  }))
  const sentence = wording.codes?.[code]
  const title =
    typeof sentence === 'function'
      ? sentence(details)
      : (sentence ?? (errors.length > 0 ? t('ui.formRefused') : message))
  return { title, code, errors }
}
