import { aboutThisBrowser, forgetHere, markOf, putMarkOf } from './browser'
import { putRight } from './clock'
import { httpDevice } from './deviceServer'
import { uuid7 } from './ids'
import { listen } from './live'
import { createPresence, type Presence } from './presence'
import { httpServer } from './server'
import { type Carried, createStanding, type DeviceStanding } from './standing'
import { openIndexed } from './storage/indexed'
import type { Meta, Recorded } from './storage/port'
import { roomy } from './storage/roomy'
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

/** What a device holds of a person beside the documents: its place in line, and every command that is not swept yet. */
export type Held = { meta: Meta; commands: Recorded[] }
/** What a device carries beside its commands, how it is sent, and how what the office holds already makes room. */
type Cargo = { now(): Carried; send(): Promise<void>; makeRoom(bytes: number): Promise<number> }
export type DeviceStore = Store & {
  presence: Presence
  standing: DeviceStanding
  held(): Promise<Held>
  carries(cargo: Cargo | undefined): void
  leave(): void
}

/** What the outbox asks for when the device is full: words for a day, and a page of the feed. */
const roomForWords = 8 * 1024 * 1024

/** So long a device waits for more to say before it says how it stands. */
const saySoon = 1_500

/** Opens one person's store on this device, and keeps it up to date for as long as the page lives. */
export const openStore = async (person: string): Promise<DeviceStore> => {
  const disk = await openIndexed(person, newId)
  let cargo: Cargo | undefined
  const storage = roomy(disk, async () => cargo?.makeRoom(roomForWords))
  // Who is turned away may have been stopped by the office, and is not to find that out a minute later.
  const heard: typeof fetch = async (path, init) => {
    const answer = await fetch(path, init)
    if (answer.status === 403) say()
    return answer
  }
  const store = createStore(storage, httpServer(world, heard), world)
  const otherTabs = new BroadcastChannel(`callout-${person}`)
  otherTabs.onmessage = () => void store.reread()
  let known = 0
  const stopTelling = store.subscribe(() => {
    const { waiting, needsYou, clockOff, caughtUpAt = 0 } = store.status()
    putRight(clockOff)
    const sign = caughtUpAt + waiting.length + needsYou.length
    if (sign !== known) otherTabs.postMessage('changed')
    known = sign
  })
  const standing = createStanding(storage, httpDevice(world), {
    ...world,
    about: aboutThisBrowser,
    files: () => cargo?.now() ?? { waiting: 0, bytes: 0 },
    sendFiles: async () => cargo?.send(),
    mark: () => markOf(person),
    putMark: mark => putMarkOf(person, mark),
    forget: () => forgetHere(person),
  })
  // How it stands is news when something waits or has gone, when the line broke or holds again, and once a minute.
  let said = ''
  let saidAt = 0
  let saying: ReturnType<typeof setTimeout> | undefined
  const say = () => {
    saying = undefined
    saidAt = Date.now()
    void standing.tell().then(store.reread, () => undefined)
  }
  const stopSaying = store.subscribe(() => {
    const { waiting, link, caughtUpAt } = store.status()
    const news = `${waiting.length} ${link} ${cargo?.now().waiting}`
    if (caughtUpAt === undefined && link === 'connecting') return
    if (saying || (news === said && Date.now() - saidAt < longestSilence)) return
    said = news
    saying = setTimeout(say, saySoon)
  })
  const presence = createPresence(world)
  const stopListening = listen(() => void store.pull(), presence)
  const online = () => {
    say()
    void store.retry()
  }
  const asking = setInterval(() => void store.pull(), longestSilence)
  addEventListener('online', online)
  void navigator.storage?.persist?.()
  await store.reread()
  await standing.open()
  void store.open()
  return {
    ...store,
    presence,
    standing,
    carries(what) {
      cargo = what
    },
    held: () => disk.transact(async tx => ({ meta: await tx.meta(), commands: await tx.commands() })),
    leave() {
      removeEventListener('online', online)
      clearInterval(asking)
      stopListening()
      stopTelling()
      stopSaying()
      clearTimeout(saying)
      otherTabs.close()
      store.close()
      disk.close()
    },
  }
}
