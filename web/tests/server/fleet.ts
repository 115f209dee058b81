import type { Seen } from '@/store/documents'
import type { Body, Command, Verdict } from '@/store/wire'
import { type Random, seeded } from '../store/random'
import { Clock } from './clock'
import { type Core, Device, type Record } from './device'
import { type Change, judgeConflicts, judgeOrder, type Known, lostUpdates } from './judge'
import type { Pipe } from './pipe'
import { type Faults, Weather } from './weather'

type Begun = {
  visits: { visit: string; order: string; technician: number; branch: number }[]
  technicians: string[]
  now: number
}
type Act = { type: string; body: Body; entity?: { id: string; version: number } }

/** The faults that can be planted on the server's side. */
export type ServerFault =
  | 'keeps its epoch'
  | 'boasts'
  | 'takes any order'
  | 'forgets receipts'
  | 'last writer wins'
  | 'lacks up-casters'
  | 'trusts old rights'
  | 'sees no eviction'

const hour = 3_600_000
const year = 365 * 24 * hour
/** Clocks that are wrong: by minutes, by five hours, by ten years either way. */
const skews = [0, 0, 4 * 60_000, -5 * hour, 10 * year, -10 * year]
const technicians = 5
const codes = ['worn', 'dirty', 'frozen', 'blocked']

/** Five phones, two dispatchers and a second phone of the first technician, on the real server, in bad weather. */
export class Fleet {
  readonly trace: string[] = []
  recorded = 0
  private readonly wrong: string[] = []
  private readonly random: Random
  private readonly clock: Clock
  private readonly weather: Weather
  private devices: Device[] = []
  private begun: Begun = { visits: [], technicians: [], now: 0 }
  private restores = 0

  constructor(
    seed: number,
    private readonly pipe: Pipe,
    private readonly faults: Faults,
    /** One for each release that is in use. */
    private readonly cores: Core[],
    private readonly fault?: ServerFault,
  ) {
    this.random = seeded(seed)
    this.clock = new Clock(pipe)
    this.weather = new Weather(pipe, this.clock, this.random, faults, what => this.say(what))
  }

  private say(what: string) {
    this.trace.push(`${Math.round(this.clock.now / 1000) % 1_000_000} ${what}`)
  }

  /** Of the trace, what is about the devices and commands that a judgement names, and what happened to the server. */
  about(wrong: string[]): string[] {
    const names = new Set(wrong.flatMap(w => w.match(/\b(technician-\d|office-\d|[0-9a-f]{6})\b/g) ?? []))
    return this.trace
      .filter(line => line.includes('server') || line.includes('weather') || [...names].some(n => line.includes(n)))
      .slice(-60)
  }

  /** @param patient Whether what came in the last moment may still be on its way; a planted fault is found out with or without. */
  async run(steps: number, patient = true): Promise<string[]> {
    this.begun = await this.pipe.ask<Begun>('begin', { fault: this.fault ?? '' })
    this.clock.now = this.begun.now
    const people = [...Array.from({ length: technicians }, (_, i) => `technician-${i}`), 'technician-0', 'office-0', 'office-1']
    this.devices = people.map(who => this.device(who, this.random.pick(this.cores), this.random.pick(skews)))
    for (const device of this.devices) device.boot(1)
    await this.clock.pass(10_000)
    const leaveAt = this.faults.leave > 0 ? this.random.below(steps) : -1
    for (let step = 0; step < steps; step++) {
      if (step === leaveAt) await this.leave()
      await this.step()
    }
    if (this.faults.restore > 0) await this.restore()
    await this.heal()
    return [...this.wrong, ...(await this.judge(patient))]
  }

  private device = (who: string, core: Core, skew: number) => new Device(who, this.clock, this.random, this.weather, core, skew)

  private async step() {
    const { random, faults } = this
    const acts = random.below(14)
    for (let i = 0; i < acts; i++) this.record(random.pick(this.devices))
    if (random.chance(0.1)) await this.pipe.ask('backup')
    if (random.chance(faults.restore)) await this.restore()
    if (random.chance(faults.sight)) await this.look()
    if (random.chance(faults.evict)) this.evict(random.pick(this.devices))
    if (random.chance(faults.rot)) await this.rot(random.pick(this.devices))
    if (random.chance(faults.clocks)) random.pick(this.devices).setClock(random.pick(skews))
    if (random.chance(faults.hold)) await this.hold()
    if (random.chance(faults.expire)) {
      const device = random.pick(this.devices)
      device.signedOut = !device.signedOut
      this.say(`${device.who} ${device.signedOut ? 'is signed out' : 'signs in'}`)
      if (!device.signedOut) for (const tab of device.tabs) void tab.retry()
    }
    await this.clock.pass(random.chance(0.05) ? random.below(faults.away) : random.below(20_000))
  }

  private async leave() {
    this.say('everybody goes on leave from the server')
    await this.clock.pass(this.faults.leave)
    for (const device of this.devices) device.boot(1)
    await this.clock.pass(30_000)
    await this.restore()
  }

  private async restore() {
    this.say('the server is restored')
    this.restores += 1
    await this.pipe.ask('restore')
  }

  private async look() {
    const branches = this.random.pick([[0], [1], [0, 1], []])
    this.say(`office-1 sees ${branches.join(' and ') || 'nothing'}`)
    await this.pipe.ask('sight', { who: 'office-1', branches })
  }

  private evict(device: Device) {
    this.say(`${device.who} loses what it had stored`)
    device.evict()
  }

  private async rot(device: Device) {
    await device.disk.transact(async tx => {
      const held = (await tx.documents()).filter(d => d.type === 'visit' || d.type === 'work-order')
      if (held.length === 0) return
      const { type, id } = this.random.pick(held)
      this.say(`${device.who} loses its ${type} ${id.slice(-6)}`)
      await tx.deleteDocument(`${type}/${id}`)
    })
  }

  private async hold() {
    this.say('a transaction on the server stays open')
    await this.pipe.ask('hold', { visit: this.random.pick(this.begun.visits).visit })
    this.clock.later(this.random.below(8_000), () => void this.pipe.ask('release'))
  }

  private record(device: Device) {
    const { random } = this
    const tab = random.pick(device.tabs)
    const seen = tab.documents.all<{ workOrder: string }>('visit')
    if (seen.length === 0) return
    const visit = random.pick(seen)
    const chosen = this.choose(device, visit)
    if (!chosen) return
    const { type, body, entity = visit } = chosen
    const draft = { type, body, title: type, entity: entity.id, baseVersion: entity.version }
    const patches = [{ type: 'visit', id: visit.id, set: { touched: true } }]
    void tab.add({ ...draft, patches }).then(async ({ id }) => {
      const { n, device: line } = await command(device, id)
      device.recorded.set(id, { id, type, baseVersion: entity.version, entity: entity.id, line, n, lost: false })
      this.recorded += 1
      this.say(`${device.who} ${type} ${visit.id.slice(-4)} as ${id.slice(-6)}`)
      const waits = tab.status().waiting.some(r => r.command.id === id)
      if (waits && !tab.documents.get<{ touched?: boolean }>('visit', visit.id)?.touched)
        this.wrong.push(`${device.who} does not show ${type} ${id.slice(-6)}, which it has saved`)
    })
  }

  private choose(device: Device, visit: Seen<{ workOrder: string }>): Act | undefined {
    const { random } = this
    const tab = random.pick(device.tabs)
    const conflicts = tab.documents.all<{ chosen?: string }>('conflict').filter(c => c.chosen === undefined)
    if (conflicts.length > 0 && random.chance(0.15)) {
      const conflict = random.pick(conflicts)
      return {
        type: 'conflicts/settle',
        body: { conflict: conflict.id, keep: random.pick(['sent', 'present']) },
        entity: conflict,
      }
    }
    if (random.chance(0.02)) return { type: 'remarks/choke', body: { visit: visit.id } }
    if (random.chance(0.06)) return this.remark(device, visit.id)
    const order = tab.documents.get('work-order', visit.workOrder)
    const office = device.who.startsWith('office')
    if (order && random.chance(0.25)) return office && random.chance(0.6) ? this.describe(order) : this.code(order)
    return office ? this.officeAct(device, visit) : this.fieldAct(device, visit)
  }

  /** The same words in each of the shapes that the command has had. */
  private remark(device: Device, visit: string): Act {
    const text = `Heard by ${device.who}`
    const bodies = { 1: { visit, words: text }, 2: { visit, text }, 3: { visit, text, tone: 'plain' } }
    return { type: 'remarks/make', body: bodies[device.core.speaks] }
  }

  private code = (order: Seen<unknown>): Act => ({
    type: 'work-orders/code',
    entity: order,
    body: { workOrder: order.id, [this.random.pick(['cause', 'action'])]: this.random.pick(codes) },
  })

  private describe = (order: Seen<unknown>): Act => ({
    type: 'work-orders/describe',
    entity: order,
    body: { workOrder: order.id, [this.random.pick(['summary', 'instructions'])]: `Words ${this.random.below(1000)}` },
  })

  private fieldAct(device: Device, { id: visit, workOrder }: { id: string; workOrder: string }): Act {
    const { random } = this
    const plain = ['accept', 'travel', 'arrive', 'work'] as const
    const kind = random.below(10)
    if (kind < 5) return { type: `visits/${random.pick(plain)}`, body: { visit } }
    if (kind === 5) return { type: 'visits/pause', body: { visit, reason: 'break' } }
    if (kind === 6 && random.chance(0.4))
      return { type: 'visits/complete', body: { visit, outcome: random.pick(['fixed', 'followUpNeeded']) } }
    if (kind === 7) return this.part(device, visit)
    return this.note(device, workOrder, visit)
  }

  private part = (device: Device, visit: string): Act => ({
    type: 'visits/use-part',
    body: { visit, use: device.newId(), code: 'FAN-12', name: 'Fan motor', quantity: 1 + this.random.below(3), unit: 'piece' },
  })

  private note = (device: Device, workOrder: string, visit?: string): Act => ({
    type: 'work-orders/note',
    body: { note: device.newId(), workOrder, text: `Seen by ${device.who}`, ...(visit ? { visit } : {}) },
  })

  private officeAct(device: Device, { id: visit, workOrder }: { id: string; workOrder: string }): Act {
    const { random } = this
    const kind = random.below(6)
    if (kind < 3) return { type: 'visits/reassign', body: { visit, to: random.pick(this.begun.technicians) } }
    if (kind === 3 && random.chance(0.15)) return { type: 'visits/cancel', body: { visit, remark: 'Called off' } }
    if (kind === 4 && random.chance(0.3)) return { type: 'work-orders/hold', body: { workOrder, reason: 'customer' } }
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
    // By then each has compared what it holds with what it should hold.
    for (let i = 0; i < 2; i++) {
      await this.clock.pass(hour + 60_000)
      for (const { tab } of this.devices) void tab.pull()
    }
    await this.clock.pass(120_000)
  }

  /** What is wrong, in words; nothing when all is well. */
  private async judge(patient: boolean): Promise<string[]> {
    const wrong: string[] = []
    const ids = this.devices.flatMap(d => [...d.recorded.keys()])
    const known = await this.pipe.ask<Known>('known', { ids })
    const receipts = new Map(known.receipts.map(r => [r.id, r]))
    for (const device of this.devices) {
      const { waiting, needsYou } = device.tab.status()
      if (waiting.length > 0) wrong.push(`${device.who} still has ${waiting.length} unsent, first ${waiting[0]?.command.type}`)
      const told = new Map(needsYou.map(r => [r.command.id, r.outcome?.outcome]))
      for (const record of device.recorded.values())
        wrong.push(...this.judged(device, record, known, receipts.get(record.id), told))
      wrong.push(...judgeOrder(device, receipts))
    }
    wrong.push(...(await this.converged(patient)))
    wrong.push(...known.outOfSight.map(id => `${id.slice(-6)} was carried out for who might not any more`))
    wrong.push(...judgeConflicts(known.conflicts, await this.holding('conflict'), this.begun.technicians))
    wrong.push(...lostUpdates(known.changes as Change[], this.devices))
    return wrong
  }

  private async holding(type: string) {
    const held = new Map<Device, Set<string>>()
    for (const device of this.devices)
      held.set(
        device,
        new Set([...(await contents(device)).keys()].filter(k => k.startsWith(`${type}/`)).map(k => k.slice(type.length + 1))),
      )
    return held
  }

  private judged(
    device: Device,
    record: Record,
    known: Known,
    receipt: Known['receipts'][number] | undefined,
    told: Map<string, Verdict | undefined>,
  ): string[] {
    const name = `${device.who} ${record.type} ${record.id.slice(-6)}`
    if (record.lost) return this.judgeLost(device, record, known, receipt !== undefined, name)
    if (!receipt) return [`${name} is nowhere on the server`]
    const settled = known.conflicts.find(c => c.id === record.id)?.settled
    if (receipt.outcome !== 'applied') {
      if (!told.has(record.id))
        return receipt.outcome === 'conflict' && settled
          ? []
          : [`${name} was ${receipt.outcome} (${receipt.code}) and nobody was told`]
      return told.get(record.id) === receipt.outcome
        ? []
        : [`${name} was ${receipt.outcome}, and its person was told that it was ${told.get(record.id)}`]
    }
    if (told.has(record.id)) return [`${name} was applied, and its person was told otherwise`]
    const effects = receipt.events.filter(e => e === 'note.added' || e === 'visit.part-used' || e === 'remark.made').length
    const due = ['work-orders/note', 'visits/use-part', 'remarks/make'].includes(record.type) ? 1 : 0
    return effects === due ? [] : [`${name} took effect ${effects} times`]
  }

  /** What was on a device that the browser emptied: it arrived before, or a person was told that what came after a number is gone. */
  private judgeLost(device: Device, { line, n }: Record, known: Known, arrived: boolean, name: string): string[] {
    if (arrived) return []
    const lines = new Set([...device.recorded.values()].filter(r => r.lost).map(r => r.line))
    const losses = known.losses.filter(l => lines.has(l.device))
    const own = losses.filter(l => l.device === line)
    if (losses.length === 0) return [`${name} was lost with what ${device.who} had stored, and nobody was told`]
    return own.length > 0 && own.every(l => l.after >= n) && this.restores === 0
      ? [`${name} was lost, and its person was told that it had arrived`]
      : []
  }

  /** An alarm of the server's own may have rung since the last page, once: what is lost is lost for the next page too. */
  private async converged(patient: boolean): Promise<string[]> {
    const strays = await this.allStrays()
    if (strays.length === 0 || !patient) return strays
    for (const { tab } of this.devices) void tab.pull()
    await this.clock.pass(120_000)
    return this.allStrays()
  }

  private async allStrays() {
    const strays: string[] = []
    const fresh = new Map<string, Map<string, string>>()
    for (const device of this.devices) strays.push(...(await this.strays(device, fresh)))
    return strays
  }

  /** What a device shows that a new one of the same person would not, or the other way round. */
  private async strays(device: Device, known: Map<string, Map<string, string>>): Promise<string[]> {
    const due = known.get(device.who) ?? (await this.newcomer(device.who))
    known.set(device.who, due)
    const held = await contents(device)
    const lacks = [...due.keys()].filter(k => held.get(k) !== due.get(k))
    const strays = [...held.keys()].filter(k => !due.has(k))
    return [
      ...lacks.slice(0, 3).map(k => `${device.who} ${held.has(k) ? 'shows an old' : 'lacks'} ${k}`),
      ...strays.slice(0, 3).map(k => `${device.who} still shows ${k}`),
    ]
  }

  private async newcomer(who: string) {
    const fresh = this.device(who, this.cores[0] as Core, 0)
    fresh.boot(1)
    await this.clock.pass(60_000)
    const held = await contents(fresh)
    fresh.tab.close()
    return held
  }
}

const command = (device: Device, id: string): Promise<Command> =>
  device.disk.transact(async tx => {
    const found = (await tx.commands()).find(r => r.command.id === id)?.command
    return (
      found ?? {
        id,
        device: '',
        epoch: '',
        n: 0,
        schema: 1,
        entity: '',
        baseVersion: 0,
        type: '',
        body: {},
        deviceTime: '',
        mono: 0,
        bootId: '',
        dependsOn: [],
      }
    )
  })

const contents = (device: Device): Promise<Map<string, string>> =>
  device.disk.transact(
    async tx =>
      new Map(
        (await tx.documents()).map(d => [`${d.type}/${d.id}`, JSON.stringify([d.version, [...d.audiences].sort(), d.body])]),
      ),
  )
