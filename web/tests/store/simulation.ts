import { memoryStorage } from '@/store/storage/memory'
import type { Storage } from '@/store/storage/port'
import { createStore, type Store, type World } from '@/store/sync'
import { type Body, type Server, Unreachable } from '@/store/wire'
import { ModelServer } from './modelServer'
import { type Random, seeded } from './random'

export type Faults = { lose: number; repeat: number; slowest: number; kill: number; restore: number; move: number }

const turn = () => new Promise<void>(resolve => setImmediate(resolve))

/** Time that stands still until everything that can happen now has happened. */
class Clock {
  now = 1_000_000
  private due: { at: number; work: () => void }[] = []

  later(after: number, work: () => void) {
    const entry = { at: this.now + after, work }
    this.due.push(entry)
    return () => {
      this.due = this.due.filter(e => e !== entry)
    }
  }

  async run(until: number) {
    for (;;) {
      await turn()
      const next = this.due.filter(e => e.at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.due = this.due.filter(e => e !== next)
      this.now = Math.max(this.now, next.at)
      next.work()
    }
    this.now = Math.max(this.now, until)
  }
}

const never = <T>() => new Promise<T>(() => undefined)

/** One device with a bad network and a server that is restored now and then. */
export class Simulation {
  readonly server = new ModelServer()
  readonly recorded: string[] = []
  private readonly clock = new Clock()
  private readonly disk = memoryStorage('device-1')
  private readonly random: Random
  private life = 0
  private ids = 0
  private tabs: Store[] = []
  private healed = false

  constructor(
    seed: number,
    private readonly faults: Faults,
    /** Breaks the protocol on purpose: neither side tells the other its epoch. */
    private readonly withoutEpoch = false,
  ) {
    this.random = seeded(seed)
  }

  /** The process dies: nothing of it runs on, but what was committed stays. */
  private boot(tabs: number) {
    this.life += 1
    const life = this.life
    for (const tab of this.tabs) tab.close()
    const world = this.world(life)
    this.tabs = Array.from({ length: tabs }, () => createStore(this.mortal(life), this.network(life), world))
    for (const tab of this.tabs) void tab.open()
  }

  private mortal(life: number): Storage {
    return {
      transact: work =>
        this.life !== life
          ? never()
          : this.disk.transact(async tx => {
              const result = await work(tx)
              if (!this.healed && this.random.chance(this.faults.kill))
                this.clock.later(0, () => this.life === life && this.boot(1 + this.random.below(2)))
              return result
            }),
    }
  }

  private world(life: number): World {
    const locks = new Map<string, Promise<unknown>>()
    return {
      now: () => this.clock.now,
      mono: () => this.clock.now,
      bootId: `boot-${life}`,
      newId: () => `command-${++this.ids}`,
      random: () => this.random.next(),
      later: (ms, work) => this.clock.later(ms, () => this.life === life && work()),
      alone: (name, work) => {
        const mine = (locks.get(name) ?? Promise.resolve()).then(work, work)
        locks.set(name, mine)
        return mine
      },
    }
  }

  private network(life: number): Server {
    const call = async <T>(reach: () => T): Promise<T> => {
      await this.delay(life)
      if (!this.healed && this.random.chance(this.faults.lose)) throw new Unreachable('offline', 'The request was lost.')
      let answer = reach()
      if (!this.healed && this.random.chance(this.faults.repeat)) answer = reach()
      await this.delay(life)
      if (!this.healed && this.random.chance(this.faults.lose)) throw new Unreachable('offline', 'The answer was lost.')
      return answer
    }
    const told = (epoch: string) => (this.withoutEpoch ? this.server.epoch : epoch)
    const tell = <T extends { epoch: string }>(answer: T): T => (this.withoutEpoch ? { ...answer, epoch: 'always' } : answer)
    return {
      push: async (epoch, device, commands) => tell(await call(() => this.server.push(told(epoch), device, commands))),
      pull: async ({ epoch, cursor }) => tell(await call(() => this.server.pull(told(epoch), cursor))),
    }
  }

  private delay = (life: number) =>
    new Promise<void>(resolve =>
      this.clock.later(this.random.below(this.healed ? 5 : this.faults.slowest), () => this.life === life && resolve()),
    )

  private async record() {
    const verdict = this.random.pick([undefined, undefined, undefined, undefined, 'refused', 'conflict', 'parked'] as const)
    const id = `j${this.random.below(4)}`
    const tab = this.random.pick(this.tabs)
    const body: Body = verdict ? { verdict } : {}
    const saved = tab.add({
      type: 'job/do',
      body,
      title: 'Do',
      entity: id,
      baseVersion: 0,
      patches: [{ type: 'job', id, set: { touched: true } }],
    })
    void saved.then(({ id }) => {
      if (!verdict) this.recorded.push(id)
    })
  }

  async run(steps: number) {
    for (let i = 0; i < 6; i++) this.server.put('job', `j${i}`, 'branch:1', { log: [] })
    this.boot(1)
    for (let step = 0; step < steps; step++) {
      if (this.random.chance(0.5)) await this.record()
      if (this.random.chance(0.1)) this.server.keepBackup()
      if (this.random.chance(this.faults.restore)) this.server.restoreBackup()
      if (this.random.chance(this.faults.move))
        this.server.put('job', `j${4 + this.random.below(2)}`, this.random.pick(['branch:1', 'branch:2']), { log: [] })
      if (this.random.chance(this.faults.move))
        this.server.audiences = new Set(this.random.pick([['branch:1'], ['branch:1', 'branch:2']]))
      await this.clock.run(this.clock.now + this.random.below(3_000))
    }
    await this.clock.run(this.clock.now + this.random.below(60_000))
    if (this.faults.restore > 0) this.server.restoreBackup()
    await this.heal()
    return this
  }

  private async heal() {
    this.healed = true
    this.boot(1)
    for (let i = 0; i < 6; i++) {
      await this.clock.run(this.clock.now + 120_000)
      void this.tabs[0]?.retry()
    }
    await this.clock.run(this.clock.now + 120_000)
  }

  get seen() {
    return (this.tabs[0]?.documents.all('job') ?? [])
      .map(({ id, version, unsent, log, touched }) => ({ id, version, unsent, log, touched }))
      .sort((a, b) => a.id.localeCompare(b.id))
  }

  get expected() {
    return this.server
      .rows()
      .map(({ id, version, body }) => ({ id, version, unsent: false, log: body.log, touched: undefined }))
      .sort((a, b) => a.id.localeCompare(b.id))
  }

  get waiting() {
    return this.tabs[0]?.status().waiting.length
  }

  /** Recorded commands that had no effect, or more than one. */
  get wrong() {
    const times = (id: string) => this.server.history.filter(h => h === id).length
    return this.recorded.filter(id => times(id) !== 1)
  }
}
