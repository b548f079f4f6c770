/** Facts about one thing, each with its name. */
import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Facts without a value are shown with a dash, so that a reader sees that nothing is missing from the page. */
export const KeyValue = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map((fact) => (
      <div key={fact.label}>
        <dt>{fact.label}</dt>
        <dd>{fact.value ?? '–'}</dd>
      </div>
    ))}
  </dl>
)
