/** Text in one line or several. */
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Field, type FieldBase, splitField } from './field.tsx'

type Native<Tag extends 'input' | 'textarea'> = Omit<
  ComponentPropsWithRef<Tag>,
  keyof FieldBase | 'defaultValue' | 'id' | 'required'
>

export type TextFieldProps = FieldBase &
  Native<'input'> & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'
    defaultValue?: string | null
    /** Shown within the frame before or after the text: a unit, a currency. */
    before?: ReactNode
    after?: ReactNode
  }

export function TextField(props: TextFieldProps) {
  const [field, { defaultValue, before, after, ...native }] = splitField(props)
  return (
    <Field {...field} stored={defaultValue}>
      {(control) =>
        before || after ? (
          <span className="input-frame">
            {before && <span className="input-side">{before}</span>}
            <input type="text" {...native} {...control} className="input" />
            {after && <span className="input-side">{after}</span>}
          </span>
        ) : (
          <input type="text" {...native} {...control} className="input" />
        )
      }
    </Field>
  )
}

export type TextAreaProps = FieldBase & Native<'textarea'> & { defaultValue?: string | null }

/** Grows with what is typed where the browser can, from `rows` on. */
export function TextArea(props: TextAreaProps) {
  const [field, { defaultValue, ...native }] = splitField(props)
  return (
    <Field {...field} stored={defaultValue}>
      {(control) => <textarea rows={4} {...native} {...control} className="input" />}
    </Field>
  )
}
