import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Fleet } from './fleet'
import { Pipe, program } from './pipe'
import { planted, sound } from './planted'
import { months, of, patience, short } from './skies'

const seedsToCatch = 200

describe.skipIf(!existsSync(program))('what is broken on purpose', () => {
  let pipe: Pipe
  beforeAll(() => {
    pipe = new Pipe()
  })
  afterAll(() => pipe.close())

  test(
    'control: without a fault there is nothing to notice',
    async () => {
      const cores = await sound()
      for (let seed = 1; seed <= 3; seed++) expect(await new Fleet(seed, pipe, of(seed, short), cores).run(20)).toEqual([])
    },
    patience,
  )

  test('there is a fault for each rule of the protocol', () => {
    // Files, the ninth, have their own: photos.test.ts.
    expect([...new Set(Object.values(planted).map(p => p.rule))].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12,
    ])
  })

  test.each(Object.entries(planted))(
    '%s, and the simulation notices',
    async (_, { cores = sound, server, weather = {} }) => {
      const made = await cores()
      const sky = (seed: number) => (weather === 'months' ? months : { ...of(seed, short), ...weather })
      let caught: number | undefined
      for (let seed = 1; seed <= seedsToCatch && caught === undefined; seed++)
        if ((await new Fleet(seed, pipe, sky(seed), made, server).run(20, false)).length > 0) caught = seed
      expect(caught).toBeDefined()
    },
    patience,
  )
})
