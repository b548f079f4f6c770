/** A form that is posted to the basket without leaving the page; before the page is awake it leads to the basket. */
import type { ReactNode } from 'react'
import type { useFetcher } from 'react-router'

type Fetcher = Pick<ReturnType<typeof useFetcher>, 'Form' | 'submit'>

const target = { method: 'post', action: '/cart' } as const

/** The same from a handler. */
export const stay = (fetcher: Fetcher, fields: Record<string, string | number>): void =>
  void fetcher.submit({ ...fields, stay: 1 }, target)

type StayFormProps = {
  fetcher: Fetcher
  className?: string
  /** Told of the button that was pressed. */
  onSend?: (button: HTMLElement | null) => void
  children: ReactNode
}

export const StayForm = ({ fetcher, className, onSend, children }: StayFormProps) => (
  <fetcher.Form
    {...target}
    className={className}
    onSubmit={(event) => {
      event.preventDefault()
      const { submitter } = event.nativeEvent as SubmitEvent
      const fields = new FormData(event.currentTarget, submitter)
      fields.set('stay', '1')
      onSend?.(submitter)
      void fetcher.submit(fields, target)
    }}
  >
    {children}
  </fetcher.Form>
)
