import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { createFiles } from '@/store/files'
import { kept, NotKept } from '@/store/kept'
import type { Draft } from '@/store/queue'
import { memoryStorage } from '@/store/storage/memory'
import type { Storage } from '@/store/storage/port'
import { roomy } from '@/store/storage/roomy'
import { createStore, type World } from '@/store/sync'
import { type Server, Unreachable } from '@/store/wire'
import { memoryShelf } from './memoryShelf'

const full = () => new DOMException('Full.', 'QuotaExceededError')

/** A disk that takes commands and pages only while `hasRoom` says so. */
const disk = (hasRoom: () => boolean) => {
  const kept = memoryStorage('device-1')
  const refused = vi.fn()
  const weigh =
    <T>(put: (what: T) => Promise<void>) =>
    async (what: T) => {
      if (hasRoom()) return put(what)
      refused()
      throw full()
    }
  const storage: Storage = {
    transact: work => kept.transact(tx => work({ ...tx, putCommand: weigh(tx.putCommand), addPage: weigh(tx.addPage) })),
  }
  return { storage, refused }
}

let ids = 0
const world: World = {
  now: () => 1_000,
  mono: () => 5,
  bootId: 'boot-1',
  newId: () => `command-${++ids}`,
  random: () => 0.5,
  later: () => () => undefined,
  alone: (_name, work) => work(),
}
const away = async () => {
  throw new Unreachable('offline', 'The server cannot be reached.')
}
const server: Server = { push: away, pull: away }
const draft = (title: string): Draft => ({ type: 'visits/travel', body: {}, title, entity: 'v1', baseVersion: 3, patches: [] })
const photo = (text: string) => new Blob([text], { type: 'image/jpeg' })

/** Photos beside the outbox, of which the server holds the first two; the oldest is the first to go. */
const photos = async () => {
  const shelf = memoryShelf()
  let at = 0
  const files = createFiles(
    shelf,
    { state: away, piece: away, complete: away },
    {
      ...world,
      now: () => ++at,
      sha256: async content =>
        createHash('sha256')
          .update(Buffer.from(await content.arrayBuffer()))
          .digest('hex'),
      epoch: async () => 'e1',
      wordsFirst: async () => undefined,
    },
  )
  for (const text of ['verified', 'verified under another epoch', 'unsent']) await files.keep(photo(text))
  const [oldest, other] = await shelf.cards()
  if (oldest) await shelf.write({ ...oldest, verifiedIn: 'e1' })
  if (other) await shelf.write({ ...other, verifiedIn: 'e0' })
  // A full device takes no word about a photo either.
  shelf.write = async () => {
    throw full()
  }
  const here = async () => Promise.all((await shelf.cards()).map(async c => (await shelf.content(c.hash))?.text()))
  return { files, here }
}

describe('a device that is full', () => {
  test('lets go of what the server holds, and of nothing else, before it gives a write up', async () => {
    const { files, here } = await photos()
    let freed = 0
    let isFull = false
    const { storage, refused } = disk(() => !isFull || freed > 0)
    const store = createStore(
      roomy(storage, async () => {
        freed = await files.makeRoom(1_000)
      }),
      server,
      world,
    )
    await store.add(draft('Set out'))
    isFull = true
    await store.add(draft('Arrive'))
    expect(refused).toHaveBeenCalledOnce()
    expect(await here()).toEqual(['verified under another epoch', 'unsent'])
    expect(store.status().waiting.map(r => r.title)).toEqual(['Set out', 'Arrive'])
    expect(store.status().unsaved).toBeUndefined()
  })

  test('tries once more and no more, says so, and keeps what it has; a tap leaves nothing behind that nobody catches', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    let isFull = false
    const { storage, refused } = disk(() => !isFull)
    let asked = 0
    const makeRoom = async () => {
      asked += 1
      throw full()
    }
    const store = createStore(roomy(storage, makeRoom), server, world)
    await store.add(draft('Set out'))
    isFull = true
    await expect(store.add(draft('Arrive'))).rejects.toThrow(NotKept)
    expect(asked).toBe(1)
    expect(refused).toHaveBeenCalledTimes(2)
    expect(await kept(store.add(draft('Start work')))).toBe(false)
    await new Promise(resolve => setImmediate(resolve))
    expect(unhandled).not.toHaveBeenCalled()
    expect(store.status()).toMatchObject({ unsaved: 'Start work', waiting: [{ title: 'Set out' }] })
    isFull = false
    expect(await kept(store.add(draft('Start work')))).toBe(true)
    expect(store.status().unsaved).toBeUndefined()
    process.off('unhandledRejection', unhandled)
  })

  test('what the server says waits until there is room, and is asked for again', async () => {
    let hasRoom = false
    const { storage } = disk(() => hasRoom)
    const later: (() => void)[] = []
    const page = { epoch: 'e1', next: 'c1', complete: true, mustResnapshot: false, documents: [], gone: [], left: [], at: '' }
    const answers: Server = { push: away, pull: async () => page }
    const store = createStore(storage, answers, {
      ...world,
      later(_pause, work) {
        later.push(work)
        return () => undefined
      },
    })
    await store.pull()
    expect(store.status()).toMatchObject({ noRoom: true, link: 'connecting' })
    hasRoom = true
    for (const again of later.splice(0)) again()
    await store.pull()
    expect(store.status()).toMatchObject({ noRoom: false, link: 'live', caughtUpAt: 1_000 })
  })

  test('what is wrong for another reason is not taken for want of room', async () => {
    const { storage } = disk(() => true)
    const broken: Storage = { transact: () => storage.transact(() => Promise.reject(new TypeError('A fault of ours.'))) }
    const makeRoom = vi.fn(async () => undefined)
    await expect(roomy(broken, makeRoom).transact(async () => undefined)).rejects.toThrow(TypeError)
    expect(makeRoom).not.toHaveBeenCalled()
    await expect(kept(Promise.reject(new TypeError('A fault of ours.')))).rejects.toThrow(TypeError)
  })
})
