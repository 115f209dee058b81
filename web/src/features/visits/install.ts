import { useSyncExternalStore } from 'react'

type Offer = Event & { prompt(): Promise<void> }

let offer: (() => void) | undefined
const listeners = new Set<() => void>()

const tellAll = () => {
  for (const tell of listeners) tell()
}

addEventListener('beforeinstallprompt', event => {
  event.preventDefault()
  offer = () => void (event as Offer).prompt()
  tellAll()
})
addEventListener('appinstalled', () => {
  offer = undefined
  tellAll()
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Puts the app on the phone, where the browser offers that. */
export const useInstall = () => useSyncExternalStore(subscribe, () => offer)
