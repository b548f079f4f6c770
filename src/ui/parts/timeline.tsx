/** What happened, newest or oldest first as given: who, when and what. */
import type { ReactNode } from 'react'
import type { Tone } from '../tones.ts'
import { DateTime } from './date-time.tsx'

export type TimelineItem = {
  id: string
  /** An RFC 3339 instant. */
  at: string
  title: ReactNode
  who?: string
  text?: ReactNode
  tone?: Tone
}

export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <ol className="timeline">
    {items.map((item) => (
      <li key={item.id} className={`timeline-item tone-${item.tone ?? 'neutral'}`}>
        <p className="timeline-title">{item.title}</p>
        <p className="timeline-when">
          <DateTime at={item.at} format="dateTime" />
          {item.who && ` · ${item.who}`}
        </p>
        {item.text && <div className="timeline-text">{item.text}</div>}
      </li>
    ))}
  </ol>
)
