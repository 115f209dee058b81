import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bring, createFiles, type FileServer, type FilesWorld, pieceSize, Unwanted } from '@/store/files'
import { Unreachable } from '@/store/wire'
import { memoryShelf } from './memoryShelf'
import { type Random, seeded } from './random'

const sha256 = async (content: Blob) =>
  createHash('sha256')
    .update(Buffer.from(await content.arrayBuffer()))
    .digest('hex')

const photo = (random: Random, size: number) =>
  new Blob([Uint8Array.from({ length: size }, () => random.below(256))], { type: 'image/jpeg' })

/** A server in memory that keeps pieces until the whole is verified, as the real one does. */
const modelServer = () => {
  const pieces = new Map<string, Map<number, Blob>>()
  const kept = new Map<string, Blob>()
  const received: string[] = []
  const server: FileServer<Blob> & { epoch: string } = {
    epoch: 'e1',
    async state(hash) {
      const verified = kept.has(hash)
      return { epoch: this.epoch, verified, pieces: verified ? [] : [...(pieces.get(hash)?.keys() ?? [])] }
    },
    async piece(hash, i, _mediaType, piece) {
      received.push(`${hash}/${i}`)
      const known = pieces.get(hash) ?? new Map<number, Blob>()
      pieces.set(hash, known.set(i, piece))
      return this.state(hash)
    },
    async complete(hash, size, mediaType) {
      const known = pieces.get(hash) ?? new Map<number, Blob>()
      const parts = Array.from({ length: Math.ceil(size / pieceSize) }, (_, i) => known.get(i))
      if (parts.includes(undefined)) throw new Unwanted(422, 'blob.incomplete', 'Still to be sent.')
      const whole = new Blob(parts as Blob[], { type: mediaType })
      pieces.delete(hash)
      if ((await sha256(whole)) !== hash) throw new Unwanted(422, 'blob.damaged', 'It is damaged.')
      kept.set(hash, whole)
      return this.state(hash)
    },
  }
  return { server, kept, received, pieces }
}

const offline = () => new Unreachable('offline', 'The server cannot be reached.')

const world = (later: FilesWorld<Blob>['later'] = () => () => undefined): FilesWorld<Blob> => ({
  now: () => 1_000,
  random: () => 0.5,
  later,
  alone: (_name, work) => work(),
  sha256,
  epoch: async () => 'e1',
  wordsFirst: async () => undefined,
})

describe('a file on its way', () => {
  test('cut off anywhere, it goes on with the piece that was on its way', async () => {
    const content = photo(seeded(1), 5 * pieceSize + 10)
    const hash = await sha256(content)
    for (let cut = 1; cut <= 8; cut++) {
      const { server, kept, received } = modelServer()
      let calls = 0
      const cutOff =
        <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
        async (...given: A) => {
          calls += 1
          if (calls === cut && cut % 2 === 0) throw offline() // before it arrived
          const answer = await work.apply(server, given)
          if (calls === cut) throw offline() // after it arrived, before we heard
          return answer
        }
      const way = { state: cutOff(server.state), piece: cutOff(server.piece), complete: cutOff(server.complete) }
      await bring(way, hash, content).catch(() => undefined)
      await bring(way, hash, content)
      expect(await sha256(kept.get(hash) as Blob)).toBe(hash)
      expect(received).toHaveLength(6)
    }
  })

  test('it is sent again when the server took back what it had verified', async () => {
    const { server, kept } = modelServer()
    let epoch = 'e1'
    const shelf = memoryShelf()
    const files = createFiles(shelf, server, { ...world(), epoch: async () => epoch })
    const hash = await files.keep(photo(seeded(2), 900))
    await files.send()
    expect(files.now()).toMatchObject({ waiting: 0 })
    kept.clear()
    epoch = server.epoch = 'e2'
    await files.send()
    expect(kept.has(hash)).toBe(true)
  })

  test('one that the server does not want stays here, is told, and holds up no other', async () => {
    const { server, kept } = modelServer()
    const shelf = memoryShelf()
    const piece = server.piece
    server.piece = async function (hash, i, mediaType, content) {
      if (mediaType === 'text/html') throw new Unwanted(422, 'blob.media-type', 'Only these can be kept.')
      return piece.call(this, hash, i, mediaType, content)
    }
    const files = createFiles(shelf, server, world())
    const bad = await files.keep(new Blob(['<p>'], { type: 'text/html' }))
    const good = await files.keep(photo(seeded(3), 900))
    await files.send()
    expect(kept.has(good)).toBe(true)
    expect(files.now()).toMatchObject({ waiting: 0, refused: [{ hash: bad, refused: 'Only these can be kept.' }] })
    expect(await files.content(bad)).toBeDefined()
  })

  test('what is damaged under way comes again from its beginning', async () => {
    const { server, kept, received } = modelServer()
    const piece = server.piece
    let damaged = 0
    server.piece = function (hash, i, mediaType, content) {
      const broken = i === 1 && damaged++ === 0
      return piece.call(this, hash, i, mediaType, broken ? new Blob(['x']) : content)
    }
    const files = createFiles(memoryShelf(), server, world())
    const hash = await files.keep(photo(seeded(4), 2 * pieceSize))
    await files.send()
    expect(received).toHaveLength(4)
    expect(kept.has(hash)).toBe(true)
  })

  test('only what is verified makes room', async () => {
    const { server } = modelServer()
    const shelf = memoryShelf()
    const files = createFiles(shelf, server, world())
    const sent = await files.keep(photo(seeded(5), 900))
    await files.send()
    server.state = async () => {
      throw offline()
    }
    const unsent = await files.keep(photo(seeded(6), 900))
    await files.send()
    expect(await files.makeRoom(10_000)).toBe(900)
    expect(await files.content(sent)).toBeUndefined()
    expect(await files.content(unsent)).toBeDefined()
  })

  test('words go first, before every piece', async () => {
    const { server, received } = modelServer()
    let waits = 0
    let open: () => void = () => undefined
    const gate = new Promise<void>(resolve => {
      open = resolve
    })
    const files = createFiles(memoryShelf(), server, {
      ...world(),
      wordsFirst: () => (waits++ === 1 ? gate : Promise.resolve()),
    })
    await files.keep(photo(seeded(7), 3 * pieceSize))
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(received).toHaveLength(1)
    open()
    await files.send()
    expect(received).toHaveLength(3)
  })

  test('a full device makes room with what is verified, and says so when there is none', async () => {
    const { server } = modelServer()
    const shelf = memoryShelf()
    let room = 2_000
    const { keep, drop } = shelf
    shelf.keep = async (card, content) => {
      if (content.size > room) throw new DOMException('full', 'QuotaExceededError')
      room -= content.size
      await keep(card, content)
    }
    shelf.drop = async hash => {
      room += (await shelf.content(hash))?.size ?? 0
      await drop(hash)
    }
    const files = createFiles(shelf, server, world())
    const { state } = server
    server.state = async () => {
      throw offline()
    }
    const first = await files.keep(photo(seeded(8), 1_500))
    await expect(files.keep(photo(seeded(9), 1_400))).rejects.toThrow('no room')
    server.state = state
    await files.send()
    await files.keep(photo(seeded(9), 1_400))
    expect(await files.content(first)).toBeUndefined()
  })
})
