import type { Random } from '../store/random'
import type { Clock } from './clock'
import type { Device } from './device'
import type { Pipe } from './pipe'

/** How often each thing goes wrong, from 0 to 1; `slowest` in milliseconds. */
export type Faults = {
  lose: number
  repeat: number
  slowest: number
  /** An answer that is not ours: a hotel's sign-in page, with status 200. */
  captive: number
  /** The device's process dies after a write. */
  kill: number
  /** The server dies after it did what was asked and before it answered. */
  crash: number
  restore: number
  expire: number
  sight: number
  /** The browser drops what a device had stored. */
  evict: number
  /** A device loses one document, and does not know it. */
  rot: number
  /** Somebody sets a device's clock. */
  clocks: number
  /** On PostgreSQL: a command holds its transaction open while others commit after it. */
  hold: number
  /** The longest that nobody does anything, in milliseconds. */
  away: number
  /** Once in the middle, everybody is gone for so long, and the server is put back when they return; 0 for never. */
  leave: number
}

type Answer = { status: number; epoch: string | null; body: unknown; cookies: Record<string, string> }

/** What lies between a device and the server. */
export class Weather {
  healed = false

  constructor(
    private readonly pipe: Pipe,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly say: (what: string) => void,
  ) {}

  private strikes = (chance: number) => !this.healed && this.random.chance(chance)

  kills = () => this.strikes(this.faults.kill)

  /** A request's way there and back, for as long as the process that sent it lives. */
  way(device: Device, lives: () => boolean): typeof fetch {
    return async (path, init) => {
      await this.delay(lives)
      if (this.strikes(this.faults.lose)) throw new TypeError('The request was lost.')
      if (this.strikes(this.faults.captive))
        return new Response('<!doctype html><title>Welcome to our Wi-Fi</title>', { headers: { 'content-type': 'text/html' } })
      if (device.signedOut) return new Response('{}', { status: 401, headers: { 'Callout-Epoch': 'the same' } })
      let answer = await this.reach(device, String(path), init)
      if (this.strikes(this.faults.repeat)) answer = await this.reach(device, String(path), init)
      if (this.strikes(this.faults.crash)) {
        this.say('the server dies')
        await this.pipe.ask('crash')
        throw new TypeError('The server is gone.')
      }
      await this.delay(lives)
      if (this.strikes(this.faults.lose)) throw new TypeError('The answer was lost.')
      for (const [name, value] of Object.entries(answer.cookies)) device.cookies.set(name, value)
      return new Response(JSON.stringify(answer.body), {
        status: answer.status,
        headers: { 'content-type': 'application/json', ...(answer.epoch ? { 'Callout-Epoch': answer.epoch } : {}) },
      })
    }
  }

  private async reach({ who, cookies }: Device, path: string, init: RequestInit | undefined): Promise<Answer> {
    if (path.startsWith('/api/feed')) await this.pipe.ask('settle')
    const body = init?.body ? { body: JSON.parse(String(init.body)) } : {}
    const cookie = cookies.size > 0 ? { cookie: [...cookies].map(pair => pair.join('=')).join('; ') } : {}
    return this.pipe.ask<Answer>('http', { who, path, method: init?.method ?? 'GET', ...body, ...cookie })
  }

  private delay = (lives: () => boolean) =>
    new Promise<void>(resolve =>
      this.clock.later(this.random.below(this.healed ? 5 : this.faults.slowest), () => lives() && resolve()),
    )
}
