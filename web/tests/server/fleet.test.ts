import { appendFileSync, existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Fleet } from './fleet'
import { Pipe, program } from './pipe'
import { sound } from './planted'
import { firstSeed, patience, skyOf, steps } from './skies'

const seeds = Number(process.env.SIMULATE_SEEDS ?? 30)

describe.skipIf(!existsSync(program))('eight devices on the real server', () => {
  let pipe: Pipe
  beforeAll(() => {
    pipe = new Pipe()
  })
  afterAll(() => pipe.close())

  test(
    'nothing recorded is lost or done twice, and every device shows what it may',
    async () => {
      const cores = await sound()
      const begun = Date.now()
      let recorded = 0
      process.stderr.write(
        `Seeds ${firstSeed} to ${firstSeed + seeds - 1}; one of them again: ./do simulate --from SEED --seeds 1\n`,
      )
      for (let i = 0; i < seeds; i++) {
        const seed = firstSeed + i
        const fleet = new Fleet(seed, pipe, skyOf(seed), cores)
        const wrong = await fleet.run(steps)
        recorded += fleet.recorded
        say(seed, i + 1, recorded, (Date.now() - begun) / 1000, wrong)
        expect({ seed, wrong, trace: fleet.about(wrong) }).toEqual({ seed, wrong: [], trace: fleet.about([]) })
      }
      // A single seed may be a quiet one.
      if (seeds >= 20) expect(recorded).toBeGreaterThan(seeds * 200)
    },
    patience,
  )
})

/** For long runs: where they are, and how fast; what is written to the file is not played again. */
const say = (seed: number, done: number, recorded: number, seconds: number, wrong: string[]) => {
  if (process.env.SIMULATE_LOG) appendFileSync(process.env.SIMULATE_LOG, `${seed} ${wrong.length === 0 ? 'clean' : 'WRONG'}\n`)
  if (!process.env.SIMULATE_SEEDS) return
  process.stderr.write(`seed ${seed}: ${done} of ${seeds}, ${recorded} commands, ${(done / seconds).toFixed(2)} seeds/s\n`)
}
