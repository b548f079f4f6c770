/** A form that works before and without JavaScript and, when refused, says so at the top and beside each field. */
import { type ReactNode, useId, useRef, useState } from 'react'
import {
  Form as RouterForm,
  type FormProps as RouterFormProps,
  useFormAction,
  type useFetcher,
  useNavigation,
} from 'react-router'
import { ErrorSummary } from './error-summary.tsx'
import { FormContext } from './form-context.ts'
import type { Problem } from './problem.ts'

export type FormProps = Omit<RouterFormProps, 'children'> & {
  /** The refusal from the action, or null: `actionData?.problem ?? null`. */
  problem: Problem | null
  /** What was typed, given back by the action with the refusal: `Object.fromEntries(formData)`. */
  values?: Readonly<Record<string, unknown>>
  /** Sends through this fetcher, staying on the page. */
  fetcher?: Pick<ReturnType<typeof useFetcher>, 'Form' | 'state'>
  children: ReactNode
}

export function Form({
  problem,
  values = {},
  fetcher,
  children,
  className,
  onSubmit,
  onInput,
  ...props
}: FormProps) {
  const prefix = useId()
  const navigation = useNavigation()
  const ownAction = useFormAction(typeof props.action === 'string' ? props.action : undefined)
  const [isDirty, setDirty] = useState(false)
  const isSending = useRef(false)
  const isPending = fetcher
    ? fetcher.state !== 'idle'
    : navigation.state !== 'idle' &&
      navigation.formMethod !== undefined &&
      navigation.formAction === ownAction
  const Element = fetcher?.Form ?? RouterForm
  return (
    <FormContext
      value={{
        prefix,
        problem,
        values,
        isPending,
        isDirty: (isDirty || problem !== null) && !isPending,
        isSending,
      }}
    >
      <Element
        method="post"
        {...props}
        className={className ?? 'form'}
        aria-busy={isPending || undefined}
        onInput={(event) => {
          setDirty(true)
          isSending.current = false
          onInput?.(event)
        }}
        onSubmit={(event) => {
          setDirty(false)
          isSending.current = true
          onSubmit?.(event)
        }}
      >
        <ErrorSummary />
        {children}
      </Element>
    </FormContext>
  )
}
