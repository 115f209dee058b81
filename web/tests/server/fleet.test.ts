import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Fleet } from './fleet'
import { Pipe, program } from './pipe'
import { planted, unbroken } from './planted'
import type { Faults } from './weather'

const calm: Faults = {
  lose: 0,
  repeat: 0,
  slowest: 200,
  captive: 0,
  kill: 0,
  crash: 0,
  restore: 0,
  expire: 0,
  sight: 0,
  away: 60_000,
}
const storm: Faults = {
  lose: 0.15,
  repeat: 0.1,
  slowest: 9_000,
  captive: 0.05,
  kill: 0.05,
  crash: 0.01,
  restore: 0.03,
  expire: 0.1,
  sight: 0.1,
  // The journal keeps what was answered for 30 days: a backup older than that, put back, is more than the protocol promises to mend.
  away: 24 * 3_600_000,
}
/** A broken core may try again for ever: an hour of that says as much as a day. */
const short: Faults = { ...storm, away: 3_600_000 }

/** A restore brings a whole new snapshot, and mends by it what another fault broke: every other seed goes without. */
const of = (seed: number, faults: Faults): Faults => (seed % 2 === 0 ? faults : { ...faults, restore: 0 })

/** The same seeds for everyone; `./do simulate` runs others, and more. */
const first = Number(process.env.SIMULATE_FROM ?? 852_840)
const seeds = Number(process.env.SIMULATE_SEEDS ?? 8)
const seedsToCatch = 20
const patience = 24 * 3_600_000

describe.skipIf(!existsSync(program))('eight devices on the real server', () => {
  let pipe: Pipe
  beforeAll(() => {
    pipe = new Pipe()
  })
  afterAll(() => pipe.close())

  test.each([
    ['a calm day', calm, Math.ceil(seeds / 10)],
    ['everything at once', storm, seeds],
  ])(
    '%s: nothing recorded is lost or done twice, and every device shows what it may',
    async (name, faults, many) => {
      let recorded = 0
      for (let seed = first; seed < first + many; seed++) {
        const fleet = new Fleet(seed, pipe, of(seed, faults))
        const wrong = await fleet.run(70)
        recorded += fleet.recorded
        if (process.env.SIMULATE_SEEDS) process.stderr.write(`${name}: seed ${seed}, ${recorded} commands so far\n`)
        expect({ seed, wrong, trace: wrong.length > 0 ? fleet.trace.slice(-60) : [] }).toEqual({ seed, wrong: [], trace: [] })
      }
      expect(recorded).toBeGreaterThan(many * 100)
    },
    patience,
  )

  const caught = async (make: (seed: number) => Fleet) => {
    for (let seed = 1; seed <= seedsToCatch; seed++) if ((await make(seed).run(40)).length > 0) return seed
    return undefined
  }

  test(
    'control: without a fault there is nothing to notice',
    async () => {
      const core = await unbroken()
      for (let seed = 1; seed <= 3; seed++) expect(await new Fleet(seed, pipe, of(seed, short), core).run(40)).toEqual([])
    },
    patience,
  )

  test.each(Object.keys(planted))(
    'control: %s, and the simulation notices',
    async name => {
      const core = await planted[name]?.()
      expect(await caught(seed => new Fleet(seed, pipe, of(seed, short), core))).toBeDefined()
    },
    patience,
  )

  test(
    'control: a restore that keeps its epoch, and the simulation notices',
    async () => {
      expect(await caught(seed => new Fleet(seed, pipe, short, undefined, true))).toBeDefined()
    },
    patience,
  )
})
