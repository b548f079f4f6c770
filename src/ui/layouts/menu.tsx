/** Things that open from a button, made of `<details>` so that they work before the page is awake. */
import { type ReactNode, useEffect, useRef } from 'react'
import { cx } from '../cx.ts'

const kinds = ['pointerdown', 'click', 'keydown'] as const

type MenuProps = {
  className?: string
  buttonClass?: string
  /** Read out where the button is only a picture. */
  label?: string
  button: ReactNode
  children: ReactNode
}

/** Closes when a link in it was followed, on Escape, and on a press elsewhere. */
export function Menu({ className, buttonClass = 'btn btn-ghost', label, button, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current
      const target = event.target as Element
      if (!menu?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
      } else if (menu.contains(target) && !(event.type === 'click' && target.closest('a'))) return
      menu.open = false
    }
    for (const kind of kinds) document.addEventListener(kind, close)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, close)
    }
  }, [])
  return (
    <details ref={details} className={cx('menu', className)}>
      <summary className={buttonClass}>
        {button}
        {label && <span className="sr-only">{label}</span>}
      </summary>
      {children}
    </details>
  )
}
