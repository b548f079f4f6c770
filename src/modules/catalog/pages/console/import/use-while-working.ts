/** Reads the page anew every so often while something goes on in the background, and no longer. */
import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

const everyMs = 1_500

export function useWhileWorking(isWorking: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isWorking) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void revalidate()
    }, everyMs)
    return () => clearInterval(timer)
  }, [isWorking, revalidate])
}
