import { httpServer } from '@/store/server'
import { createStore } from '@/store/sync'
import type { Body } from '@/store/wire'
import { type Random, seeded } from '../store/random'
import { Clock } from './clock'
import { type Core, Device } from './device'
import type { Pipe } from './pipe'
import { type Faults, Weather } from './weather'

type Begun = {
  visits: { visit: string; order: string; technician: number; branch: number }[]
  technicians: string[]
  now: number
}
type Receipt = { id: string; outcome: string; code: string | null; events: string[] }

const hour = 3_600_000
const year = 365 * 24 * hour
/** Clocks that are wrong: by minutes, by five hours, by ten years either way. */
const skews = [0, 0, 4 * 60_000, -5 * hour, 10 * year, -10 * year]
const technicians = 5

const sound: Core = { createStore, httpServer }

/** Five phones, two dispatchers and a second phone of the first technician, on the real server, in bad weather. */
export class Fleet {
  readonly trace: string[] = []
  recorded = 0
  private readonly random: Random
  private readonly clock: Clock
  private readonly weather: Weather
  private devices: Device[] = []
  private begun: Begun = { visits: [], technicians: [], now: 0 }

  constructor(
    seed: number,
    private readonly pipe: Pipe,
    private readonly faults: Faults,
    private readonly core: Core = sound,
    /** The planted fault of the server's side: a restore that nobody can tell. */
    private readonly sameEpoch = false,
  ) {
    this.random = seeded(seed)
    this.clock = new Clock(pipe)
    this.weather = new Weather(pipe, this.clock, this.random, faults)
  }

  private say(what: string) {
    this.trace.push(`${Math.round(this.clock.now / 1000) % 1_000_000} ${what}`)
  }

  async run(steps: number): Promise<string[]> {
    this.begun = await this.pipe.ask<Begun>('begin')
    this.clock.now = this.begun.now
    const people = [...Array.from({ length: technicians }, (_, i) => `technician-${i}`), 'technician-0', 'office-0', 'office-1']
    this.devices = people.map(who => new Device(who, this.clock, this.random, this.weather, this.core, this.random.pick(skews)))
    for (const device of this.devices) device.boot(1)
    await this.clock.pass(10_000)
    for (let step = 0; step < steps; step++) await this.step()
    if (this.faults.restore > 0) await this.restore()
    await this.heal()
    return this.judge()
  }

  private async step() {
    const { random, faults } = this
    const acts = random.below(7)
    for (let i = 0; i < acts; i++) this.record(random.pick(this.devices))
    if (random.chance(0.1)) await this.pipe.ask('backup')
    if (random.chance(faults.restore)) await this.restore()
    if (random.chance(faults.sight)) await this.look()
    if (random.chance(faults.expire)) {
      const device = random.pick(this.devices)
      device.signedOut = !device.signedOut
      this.say(`${device.who} ${device.signedOut ? 'is signed out' : 'signs in'}`)
      if (!device.signedOut) for (const tab of device.tabs) void tab.retry()
    }
    await this.clock.pass(random.chance(0.05) ? random.below(faults.away) : random.below(20_000))
  }

  private async restore() {
    this.say('the server is restored')
    await this.pipe.ask('restore', { sameEpoch: this.sameEpoch })
  }

  private async look() {
    const branches = this.random.pick([[0], [1], [0, 1], []])
    this.say(`office-1 sees ${branches.join(' and ') || 'nothing'}`)
    await this.pipe.ask('sight', { who: 'office-1', branches })
  }

  private record(device: Device) {
    const { random } = this
    const tab = random.pick(device.tabs)
    const seen = tab.documents.all<{ workOrder: string }>('visit')
    if (seen.length === 0) return
    const visit = random.pick(seen)
    const { type, body } = device.who.startsWith('office') ? this.officeAct(device, visit) : this.fieldAct(device, visit)
    const draft = { type, body, title: type, entity: visit.id, baseVersion: visit.version }
    const patches = [{ type: 'visit', id: visit.id, set: { touched: true } }]
    void tab.add({ ...draft, patches }).then(({ id }) => {
      device.recorded.set(id, type)
      this.recorded += 1
      this.say(`${device.who} ${type} ${visit.id.slice(-4)} as ${id.slice(-6)}`)
    })
  }

  private fieldAct(device: Device, { id: visit, workOrder }: { id: string; workOrder: string }): { type: string; body: Body } {
    const { random } = this
    const plain = ['accept', 'travel', 'arrive', 'work'] as const
    const kind = random.below(10)
    if (kind < 5) return { type: `visits/${random.pick(plain)}`, body: { visit } }
    if (kind === 5) return { type: 'visits/pause', body: { visit, reason: 'break' } }
    if (kind === 6) return { type: 'visits/complete', body: { visit, outcome: random.pick(['fixed', 'followUpNeeded']) } }
    if (kind === 7) return this.part(device, visit)
    return this.note(device, workOrder, visit)
  }

  private part = (device: Device, visit: string) => ({
    type: 'visits/use-part',
    body: { visit, use: device.newId(), code: 'FAN-12', name: 'Fan motor', quantity: 1 + this.random.below(3), unit: 'piece' },
  })

  private note = (device: Device, workOrder: string, visit?: string) => ({
    type: 'work-orders/note',
    body: { note: device.newId(), workOrder, text: `Seen by ${device.who}`, ...(visit ? { visit } : {}) },
  })

  private officeAct(device: Device, { id: visit, workOrder }: { id: string; workOrder: string }): { type: string; body: Body } {
    const { random } = this
    const kind = random.below(6)
    if (kind < 3) return { type: 'visits/reassign', body: { visit, to: random.pick(this.begun.technicians) } }
    if (kind === 3 && random.chance(0.3)) return { type: 'visits/cancel', body: { visit, remark: 'Called off' } }
    if (kind === 4) return { type: 'work-orders/hold', body: { workOrder, reason: 'customer' } }
    return this.note(device, workOrder)
  }

  private async heal() {
    this.weather.healed = true
    this.say('the weather clears')
    for (const device of this.devices) {
      device.signedOut = false
      device.boot(1)
    }
    for (let i = 0; i < 8; i++) {
      await this.clock.pass(120_000)
      for (const { tab } of this.devices) void tab.retry()
    }
    await this.clock.pass(120_000)
  }

  /** What is wrong, in words; nothing when all is well. */
  private async judge(): Promise<string[]> {
    const wrong: string[] = []
    for (const device of this.devices) {
      const { waiting, needsYou } = device.tab.status()
      if (waiting.length > 0) wrong.push(`${device.who} still has ${waiting.length} unsent, first ${waiting[0]?.command.type}`)
      const told = new Set(needsYou.map(r => r.command.id))
      const { receipts } = await this.receipts([...device.recorded.keys()])
      for (const [id, type] of device.recorded) wrong.push(...this.judged(device, id, type, receipts.get(id), told.has(id)))
      wrong.push(...(await this.strays(device)))
    }
    return wrong
  }

  private judged(device: Device, id: string, type: string, receipt: Receipt | undefined, told: boolean): string[] {
    const name = `${device.who} ${type} ${id.slice(-6)}`
    if (!receipt) return [`${name} is nowhere on the server`]
    if (receipt.outcome !== 'applied') return told ? [] : [`${name} was ${receipt.outcome} (${receipt.code}) and nobody was told`]
    if (told) return [`${name} was applied, and its person was told otherwise`]
    const effects = receipt.events.filter(e => e === 'note.added' || e === 'visit.part-used').length
    return effects > 1 ? [`${name} took effect ${effects} times`] : []
  }

  private async receipts(ids: string[]) {
    const list = await this.pipe.ask<Receipt[]>('receipts', { ids })
    return { receipts: new Map(list.map(r => [r.id, r])) }
  }

  /** What a device shows that a new one of the same person would not, or the other way round. */
  private async strays(device: Device): Promise<string[]> {
    const fresh = new Device(device.who, this.clock, this.random, this.weather, sound, 0)
    fresh.boot(1)
    await this.clock.pass(60_000)
    const [held, due] = [await contents(device), await contents(fresh)]
    fresh.tab.close()
    const lacks = [...due.keys()].filter(k => held.get(k) !== due.get(k))
    const strays = [...held.keys()].filter(k => !due.has(k))
    return [
      ...lacks.slice(0, 3).map(k => `${device.who} ${held.has(k) ? 'shows an old' : 'lacks'} ${k}`),
      ...strays.slice(0, 3).map(k => `${device.who} still shows ${k}`),
    ]
  }
}

const contents = (device: Device): Promise<Map<string, string>> =>
  device.disk.transact(
    async tx =>
      new Map(
        (await tx.documents()).map(d => [`${d.type}/${d.id}`, JSON.stringify([d.version, [...d.audiences].sort(), d.body])]),
      ),
  )
