import { expect, test } from 'vitest'
import { protocol } from '@/store/protocol'
import { httpServer } from '@/store/server'
import { memoryStorage } from '@/store/storage/memory'
import { createStore, type World } from '@/store/sync'

let ids = 0
const world = (later: (() => void)[]): World => ({
  now: () => 1_000,
  mono: () => 5,
  bootId: 'boot-1',
  newId: () => `command-${++ids}`,
  random: () => 0.5,
  later(_pause, work) {
    later.push(work)
    return () => undefined
  },
  alone: (_name, work) => work(),
})

const draft = (title: string) => ({ type: 'visits/travel', body: {}, title, entity: 'v1', baseVersion: 0, patches: [] })

/** A server that understands nothing below `least`, and what has reached it. */
const server = () => {
  const state = { least: protocol + 1, taken: [] as string[] }
  const way: typeof fetch = async (path, init) => {
    const headers = { 'Callout-Epoch': 'e1' }
    if (Number(new Headers(init?.headers).get('Callout-Protocol')) < state.least)
      return Response.json({ status: 422, code: 'client.outdated', detail: 'Update it.' }, { status: 422, headers })
    if (!String(path).startsWith('/api/sync')) {
      const page = { epoch: 'e1', next: 'c1', complete: true, mustResnapshot: false, documents: [], gone: [], left: [], at: '' }
      return Response.json(page, { headers })
    }
    const { commands } = JSON.parse(String(init?.body)) as { commands: { id: string; n: number }[] }
    state.taken.push(...commands.map(c => c.id))
    const outcomes = commands.map(({ id, n }) => ({ id, n, outcome: 'applied' }))
    return Response.json({ epoch: 'e1', next: commands.length + 1, outcomes }, { headers })
  }
  return { state, way }
}

test('pages that are too old say so, keep the outbox, go on recording, and send all of it once they are up to date', async () => {
  const { state, way } = server()
  const storage = memoryStorage('device-1')
  const old = createStore(storage, httpServer(world([]), way), world([]))
  await old.open()
  expect(old.status().link).toBe('outdated')
  await old.add(draft('Set out'))
  await old.push()
  await old.add(draft('Arrive'))
  await old.push()
  expect(old.status()).toMatchObject({ link: 'outdated', waiting: [{ title: 'Set out' }, { title: 'Arrive' }], needsYou: [] })
  expect(state.taken).toEqual([])

  // The same outbox, opened by pages that the server understands.
  state.least = protocol
  const updated = createStore(storage, httpServer(world([]), way), world([]))
  await updated.open()
  expect(state.taken).toHaveLength(2)
  expect(updated.status()).toMatchObject({ link: 'live', waiting: [] })
})

test('an older server that understands them again is noticed without anybody doing anything', async () => {
  const { state, way } = server()
  const later: (() => void)[] = []
  const store = createStore(memoryStorage('device-2'), httpServer(world([]), way), world(later))
  await store.add(draft('Set out'))
  await store.push()
  expect(store.status().link).toBe('outdated')
  state.least = protocol
  const waits = later.splice(0)
  expect(waits).not.toHaveLength(0)
  for (const again of waits) again()
  await store.pull()
  await store.push()
  expect(new Set(state.taken).size).toBe(1)
  expect(store.status()).toMatchObject({ link: 'live', waiting: [] })
})
