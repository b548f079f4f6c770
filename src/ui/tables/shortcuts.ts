/** Single-key shortcuts may be turned off (WCAG 2.1.4): voice control would press them by accident. */
import { useSyncExternalStore } from 'react'

const key = 'stoa.shortcuts'
const changed = 'stoa:shortcuts'

function subscribe(listener: () => void) {
  addEventListener(changed, listener)
  return () => removeEventListener(changed, listener)
}

function areOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

export function setShortcuts(isOn: boolean) {
  try {
    localStorage.setItem(key, isOn ? 'on' : 'off')
  } catch {
    return
  }
  dispatchEvent(new Event(changed))
}

export const useShortcuts = (): boolean => useSyncExternalStore(subscribe, areOn, () => true)

/** A key that belongs to what the reader is typing in, or to the browser. */
export function isTyping(event: KeyboardEvent | React.KeyboardEvent): boolean {
  const target = event.target as HTMLElement
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    Boolean(target.closest('input, textarea, select, [contenteditable], dialog'))
  )
}
