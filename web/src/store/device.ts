import { uuid7 } from './ids'
import { listen } from './live'
import { createPresence, type Presence } from './presence'
import { httpServer } from './server'
import { openIndexed } from './storage/indexed'
import { createStore, type Store, type World } from './sync'

const newId = () => uuid7(Date.now(), bytes => crypto.getRandomValues(bytes))

/** This browser as the store's world: its clocks, its timers, its locks. */
const world: World = {
  now: () => Date.now(),
  mono: () => performance.now(),
  bootId: newId(),
  newId,
  random: () => Math.random(),
  later(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
  alone: (name, work) => navigator.locks.request(name, work) as ReturnType<typeof work>,
}

/** A nudge can be lost; the server is asked this often even when it is silent. */
const longestSilence = 60_000

/** Opens one person's store on this device, and keeps it up to date for as long as the page lives. */
export const openStore = async (person: string): Promise<Store & { presence: Presence; leave(): void }> => {
  const storage = await openIndexed(person, newId)
  const store = createStore(storage, httpServer(world), world)
  const otherTabs = new BroadcastChannel(`callout-${person}`)
  otherTabs.onmessage = () => void store.reread()
  let known = 0
  const stopTelling = store.subscribe(() => {
    const { waiting, needsYou, caughtUpAt = 0 } = store.status()
    const sign = caughtUpAt + waiting.length + needsYou.length
    if (sign !== known) otherTabs.postMessage('changed')
    known = sign
  })
  const presence = createPresence(world)
  const stopListening = listen(() => void store.pull(), presence)
  const online = () => void store.retry()
  const asking = setInterval(() => void store.pull(), longestSilence)
  addEventListener('online', online)
  void navigator.storage?.persist?.()
  await store.reread()
  void store.open()
  return {
    ...store,
    presence,
    leave() {
      removeEventListener('online', online)
      clearInterval(asking)
      stopListening()
      stopTelling()
      otherTabs.close()
      store.close()
      storage.close()
    },
  }
}
