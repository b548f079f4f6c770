/** The keyboard in a list: arrows or j/k walk the rows, space chooses, enter opens, `/` goes to the search. */
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import type { Selection } from './use-selection.ts'
import { isTyping, useShortcuts } from './shortcuts.ts'

type Keys = { list: RefObject<HTMLElement | null>; keys: readonly string[]; selection: Selection | null }

export function useListKeys({ list, keys, selection }: Keys) {
  const [active, setActive] = useState(0)
  const areLettersOn = useShortcuts()

  useEffect(() => {
    if (!areLettersOn) return
    const search = (event: globalThis.KeyboardEvent) => {
      const field = list.current?.querySelector<HTMLInputElement>('input[name=q]')
      if (event.key !== '/' || !field || isTyping(event)) return
      event.preventDefault()
      field.focus()
    }
    document.addEventListener('keydown', search)
    return () => document.removeEventListener('keydown', search)
  }, [list, areLettersOn])

  const go = (row: HTMLElement, to: number) => {
    const index = Math.max(0, Math.min(keys.length - 1, to))
    setActive(index)
    row.parentElement?.querySelectorAll<HTMLElement>('[data-row]')[index]?.focus()
  }

  const onRowKey = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const row = event.currentTarget
    // Keys on a link or a tick within the row are theirs, but walking works from everywhere.
    const isOwn = event.target === row
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (!isOwn && isTyping(event) && !isTick(event.target))
    )
      return
    const letter = areLettersOn ? event.key : event.key.length > 1 || event.key === ' ' ? event.key : ''
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      j: index + 1,
      ArrowUp: index - 1,
      k: index - 1,
      Home: 0,
      End: keys.length - 1,
    }
    const to = moves[letter]
    if (to !== undefined) go(row, to)
    else if (isOwn && letter === ' ' && selection) selection.toggle(keys[index]!, event.shiftKey)
    else if (isOwn && letter === 'Enter') row.querySelector<HTMLElement>('[data-row-link]')?.click()
    else return
    event.preventDefault()
  }
  return { active: Math.min(active, Math.max(0, keys.length - 1)), setActive, onRowKey }
}

const isTick = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.type === 'checkbox'
