/** A form that is posted to the basket without leaving the page; before the page is awake it leads to the basket. */
import type { ReactNode } from 'react'
import type { useFetcher } from 'react-router'

type Fetcher = Pick<ReturnType<typeof useFetcher>, 'Form' | 'submit'>

const target = { method: 'post', action: '/cart' } as const

/** The same from a handler. */
export const stay = (fetcher: Fetcher, fields: Record<string, string | number>): void =>
  void fetcher.submit({ ...fields, stay: 1 }, target)

type StayFormProps = { fetcher: Fetcher; className?: string; children: ReactNode }

export const StayForm = ({ fetcher, className, children }: StayFormProps) => (
  <fetcher.Form
    {...target}
    className={className}
    onSubmit={(event) => {
      event.preventDefault()
      const fields = new FormData(event.currentTarget)
      fields.set('stay', '1')
      void fetcher.submit(fields, target)
    }}
  >
    {children}
  </fetcher.Form>
)
