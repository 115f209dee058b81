import { describe, expect, test } from 'vitest'
import { type Faults, Simulation } from './simulation'

const calm: Faults = { lose: 0, repeat: 0, slowest: 50, kill: 0, restore: 0, move: 0 }
const storms: [string, Faults][] = [
  ['a network that loses', { ...calm, lose: 0.3, slowest: 2_000 }],
  ['a network that repeats and reorders', { ...calm, repeat: 0.4, slowest: 9_000 }],
  ['a device that dies', { ...calm, kill: 0.05, slowest: 2_000 }],
  ['a server that is restored', { ...calm, restore: 0.06, slowest: 9_000 }],
  ['rights that change', { ...calm, move: 0.3, slowest: 3_000 }],
  ['everything at once', { lose: 0.2, repeat: 0.2, slowest: 6_000, kill: 0.03, restore: 0.04, move: 0.2 }],
]
const seeds = Array.from({ length: 40 }, (_, i) => i + 1)

describe.each(storms)('%s', (_, faults) => {
  test('loses no command, does none twice, and shows what the server holds', async () => {
    let recorded = 0
    for (const seed of seeds) {
      const simulation = await new Simulation(seed, faults).run(40)
      expect({ seed, wrong: simulation.wrong, waiting: simulation.waiting }).toEqual({ seed, wrong: [], waiting: 0 })
      expect({ seed, seen: simulation.seen }).toEqual({ seed, seen: simulation.expected })
      recorded += simulation.recorded.length
    }
    expect(recorded).toBeGreaterThan(seeds.length * 5)
  }, 60_000)
})

test('control: without an epoch a restore loses commands, and the simulation notices', async () => {
  const faults = { ...calm, restore: 0.1, slowest: 9_000 }
  let lost = 0
  for (const seed of seeds) lost += (await new Simulation(seed, faults, true).run(40)).wrong.length
  expect(lost).toBeGreaterThan(0)
}, 60_000)
