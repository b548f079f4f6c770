/** Keeps a page up to date: reads its loaders anew when something it shows has changed. */
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { useRevalidator } from 'react-router'
import { listen, type LiveEvent, type LiveState, liveState } from './event-stream.ts'

/**
 * `useLive(['orders'])` reads the page's data anew, at most once in `quietMs`; `onEvent` sees each event first and
 * keeps the page as it is by returning false.
 */
export function useLive(
  topics: readonly string[],
  onEvent?: (event: LiveEvent) => boolean | void,
  quietMs = 400,
): LiveState {
  const { revalidate } = useRevalidator()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const take = useEffectEvent((event: LiveEvent) => {
    if (onEvent?.(event) === false) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void revalidate(), quietMs)
  })
  const names = topics.join(',')
  useEffect(() => {
    if (!names) return
    const stop = listen({ topics: names.split(','), onEvent: (event) => take(event) })
    return () => {
      clearTimeout(timer.current)
      stop()
    }
  }, [names])
  return useLiveState()
}

export const useLiveState = (): LiveState =>
  useSyncExternalStore(liveState.subscribe, liveState.read, () => 'closed' as const)
