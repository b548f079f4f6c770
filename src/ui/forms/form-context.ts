/** What a form tells its fields: what was wrong, what had been typed, and whether it is being sent. */
import { createContext, use } from 'react'
import { pointerOf, type Problem } from './problem.ts'

type FormState = {
  prefix: string
  problem: Problem | null
  values: Readonly<Record<string, unknown>>
  isPending: boolean
  /** Something was typed and not sent yet. */
  isDirty: boolean
  /** True from the moment of sending, before React has drawn anything anew. */
  isSending: { readonly current: boolean }
}

export const FormContext = createContext<FormState>({
  prefix: 'f',
  problem: null,
  values: {},
  isPending: false,
  isDirty: false,
  isSending: { current: false },
})

export const useFormState = (): FormState => use(FormContext)

/** The element that the field's label, error and the summary's link point to. */
export const fieldId = (prefix: string, name: string): string => `${prefix}-${name.replaceAll('.', '-')}`

/** One field's part of the form's state; what was typed before a refusal wins over the stored value. */
export function useField(name: string, stored?: string | number | null) {
  const { prefix, problem, values } = useFormState()
  const pointer = pointerOf(name)
  const typed = values[name]
  return {
    id: fieldId(prefix, name),
    error: problem?.errors?.find((error) => error.pointer === pointer)?.message ?? null,
    value: typeof typed === 'string' ? typed : (stored ?? undefined),
  }
}
