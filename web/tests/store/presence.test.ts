import { expect, it } from 'vitest'
import { createPresence } from '@/store/presence'

const clocks = () => {
  let now = 0
  let waiting: { at: number; work: () => void }[] = []
  return {
    later(milliseconds: number, work: () => void) {
      const one = { at: now + milliseconds, work }
      waiting.push(one)
      return () => {
        waiting = waiting.filter(w => w !== one)
      }
    },
    pass(milliseconds: number) {
      const until = now + milliseconds
      for (;;) {
        const [next] = waiting.filter(w => w.at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        now = next.at
        waiting = waiting.filter(w => w !== next)
        next.work()
      }
      now = until
    },
  }
}

it('forgets what somebody held when nothing more is heard of them', () => {
  const time = clocks()
  const presence = createPresence(time)
  presence.heard('b', 'visit-1', 'Mark', 'x')
  presence.heard('b', 'visit-2', 'Ruth', 'y')
  expect([...presence.held()]).toEqual([
    ['visit-1', 'Mark'],
    ['visit-2', 'Ruth'],
  ])
  presence.heard('b', undefined, 'Ruth', 'y')
  expect([...presence.held().keys()]).toEqual(['visit-1'])
  time.pass(9_000)
  expect(presence.held().size).toBe(0)
})

it('says again and again what is held, and once that it is let go', () => {
  const time = clocks()
  const presence = createPresence(time)
  const said: (string | undefined)[] = []
  presence.connect((_, what) => said.push(what))
  presence.hold('b', 'visit-1')
  time.pass(7_000)
  presence.hold('b', undefined)
  time.pass(60_000)
  expect(said).toEqual(['visit-1', 'visit-1', 'visit-1', undefined])
})
