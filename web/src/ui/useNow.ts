import { useSyncExternalStore } from 'react'
import { timeNow, whenPutRight } from '@/store/clock'

const every = 15_000
let now = timeNow()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

const tick = () => {
  now = timeNow()
  for (const tell of listeners) tell()
}
whenPutRight(tick)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(tick, every)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** One clock for the whole page, so that all its countdowns tick together. */
export const useNow = () => useSyncExternalStore(subscribe, () => now)
