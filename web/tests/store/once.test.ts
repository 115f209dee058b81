import { expect, test } from 'vitest'
import { once } from '@/store/once'

test('whoever asks while it runs is served by one more run, whatever became of those before', async () => {
  const ends: ((fault?: Error) => void)[] = []
  const ask = once(() => new Promise((good, bad) => ends.push(fault => (fault ? bad(fault) : good()))))
  for (const fault of [undefined, new Error('Ours.'), undefined]) {
    const before = ends.length
    const first = ask().catch((problem: Error) => problem.message)
    const [second, third] = [ask(), ask()]
    expect(ends).toHaveLength(before + 1)
    ends.at(-1)?.(fault)
    expect(await first).toBe(fault?.message)
    await expect.poll(() => ends.length).toBe(before + 2)
    ends.at(-1)?.()
    await Promise.all([second, third])
    expect(ends).toHaveLength(before + 2)
  }
})
