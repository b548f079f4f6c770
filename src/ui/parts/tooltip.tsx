/** A short hint on hover and focus; Escape puts it away. Never the only place of something a person needs. */
import { cloneElement, type ReactElement, useId, useState } from 'react'

type TooltipProps = {
  text: string
  /** The text is already the child's name, so it is not read a second time. */
  isLabel?: boolean
  children: ReactElement<{ 'aria-describedby'?: string }>
}

export function Tooltip({ text, isLabel, children }: TooltipProps) {
  const id = useId()
  const [isHidden, setHidden] = useState(false)
  return (
    // It only listens to what happens on the child.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      className="tip"
      data-hidden={isHidden || undefined}
      onKeyDown={(event) => event.key === 'Escape' && setHidden(true)}
      onMouseLeave={() => setHidden(false)}
      onBlur={() => setHidden(false)}
    >
      {isLabel ? children : cloneElement(children, { 'aria-describedby': id })}
      <span role="tooltip" id={id} className="tip-text" aria-hidden={isLabel || undefined}>
        {text}
      </span>
    </span>
  )
}
