import { uuid7 } from '@/store/ids'
import type { httpServer } from '@/store/server'
import { memoryStorage } from '@/store/storage/memory'
import type { Storage } from '@/store/storage/port'
import type { createStore, Store, World } from '@/store/sync'
import type { Random } from '../store/random'
import type { Clock } from './clock'
import type { Weather } from './weather'

const never = <T>() => new Promise<T>(() => undefined)

/** The client's core, as it ships or with a planted fault. */
export type Core = {
  createStore: typeof createStore
  httpServer: typeof httpServer
  /** In which of its shapes it records a remark: clients of two releases ago are still out there. */
  speaks: 1 | 2 | 3
}

/** What a device recorded, in its order; `line` names the line of numbers that it began in. */
export type Record = { id: string; type: string; baseVersion: number; entity: string; line: string; n: number; lost: boolean }

/** A phone or an office browser: its disk outlives its processes, its clock may be years wrong, its tabs share what they hold. */
export class Device {
  disk: Storage
  readonly recorded = new Map<string, Record>()
  tabs: Store[] = []
  /** Nobody is signed in: every request is answered with 401. */
  signedOut = false
  /** What the browser keeps beside its storage. */
  readonly cookies = new Map<string, string>()
  private life = 0

  constructor(
    readonly who: string,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly weather: Weather,
    readonly core: Core,
    private skew: number,
  ) {
    this.disk = memoryStorage(this.newId())
  }

  newId = () => {
    const { random } = this
    return uuid7(Math.max(0, this.clock.now + this.skew), bytes => bytes.map(() => random.below(256)))
  }

  /** Somebody sets its clock. */
  setClock(skew: number) {
    this.skew = skew
  }

  /** The process dies: nothing of it runs on, but what was committed stays. */
  boot(tabs: number) {
    this.life += 1
    const life = this.life
    for (const tab of this.tabs) tab.close()
    const world = this.world(life)
    const server = this.core.httpServer(
      world,
      this.weather.way(this, () => this.life === life),
    )
    this.tabs = Array.from({ length: tabs }, () => this.core.createStore(this.mortal(life), server, world))
    for (const tab of this.tabs) void tab.open()
  }

  /** The browser is short of room, and drops what the page had stored. */
  evict() {
    for (const record of this.recorded.values()) record.lost = true
    this.disk = memoryStorage(this.newId())
    this.boot(1)
  }

  private mortal(life: number): Storage {
    return {
      transact: async work => {
        if (this.life !== life) return never()
        const result = await this.disk.transact(work)
        if (this.life !== life || !this.weather.kills()) return result
        // Dead between this write and whatever would have come next.
        this.life += 1
        const dead = this.life
        this.clock.later(0, () => this.life === dead && this.boot(1 + this.random.below(2)))
        return never()
      },
    }
  }

  private world(life: number): World {
    const locks = new Map<string, Promise<unknown>>()
    const bornAt = this.clock.now
    return {
      now: () => this.clock.now + this.skew,
      mono: () => this.clock.now - bornAt,
      bootId: this.newId(),
      newId: this.newId,
      random: () => this.random.next(),
      later: (ms, work) => this.clock.later(ms, () => this.life === life && work()),
      alone: (name, work) => {
        const mine = (locks.get(name) ?? Promise.resolve()).then(work, work)
        locks.set(name, mine)
        return mine
      },
    }
  }

  get tab(): Store {
    const [tab] = this.tabs
    if (!tab) throw new Error('Boot first.')
    return tab
  }
}
