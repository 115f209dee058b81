import { useSyncExternalStore } from 'react'

/** Which hazards this device's owner has read, until the start of work tells the office. */
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useRead = (visit: string) => useSyncExternalStore(subscribe, () => localStorage.getItem(`read-${visit}`) !== null)

export const acknowledge = (visit: string) => {
  localStorage.setItem(`read-${visit}`, new Date().toISOString())
  for (const tell of listeners) tell()
}
