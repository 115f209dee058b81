import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { httpFiles } from '@/store/fileServer'
import { createFiles, type FileServer, pieceSize, type Shelf } from '@/store/files'
import { uuid7 } from '@/store/ids'
import { httpServer } from '@/store/server'
import { memoryStorage } from '@/store/storage/memory'
import type { Storage } from '@/store/storage/port'
import { createStore, type World } from '@/store/sync'
import { memoryShelf } from '../store/memoryShelf'
import { type Random, seeded } from '../store/random'
import { Delivered, delivered, until } from './delivered'

const many = Number(process.env.PHOTOS ?? 60)
/** As many as it takes to notice a phone that does it wrong. */
const few = 12
const [smallest, largest] = process.env.PHOTOS ? [300_000, 8_000_000] : [100_000, 900_000]
const resets = 0.2
const seed = Number(process.env.PHOTOS_SEED ?? 7)
const withinMinutes = Number(process.env.PHOTOS_MINUTES ?? 8)

const never = <T>() => new Promise<T>(() => undefined)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Between the phone and the server: one connection in five is reset, somewhere between its first byte and its last. */
const badLine = async (random: Random, target: () => number) => {
  let calm = false
  let cut = 0
  const open = new Set<Socket>()
  const line: Server = createServer(near => {
    const far = connect(target(), '127.0.0.1')
    open.add(near)
    const end = () => {
      near.destroy()
      far.destroy()
      open.delete(near)
    }
    if (!calm && random.chance(resets)) {
      let left = random.below(1.5 * pieceSize)
      near.on('data', (data: Buffer) => {
        left -= data.length
        if (left > 0) return
        cut += 1
        near.resetAndDestroy()
        far.destroy()
      })
    }
    near.on('error', end).on('close', end)
    far.on('error', end).on('close', end)
    near.pipe(far).pipe(near)
  })
  await new Promise<void>(resolve => line.listen(0, '127.0.0.1', resolve))
  const address = line.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    cuts: () => cut,
    clear: () => {
      calm = true
    },
    close: () => {
      for (const socket of open) socket.destroy()
      line.close()
    },
  }
}

type Fault = (server: FileServer<Blob>) => FileServer<Blob>
const sound: Fault = server => server

/** A technician's phone: what is on its disk outlives its processes. */
class Phone {
  readonly disk: Storage = memoryStorage(this.newId())
  readonly shelf = memoryShelf()
  readonly counts = { sent: 0, broken: 0 }
  private life = 0
  private timers = new Set<ReturnType<typeof setTimeout>>()
  files!: ReturnType<typeof createFiles<Blob>>
  store!: ReturnType<typeof createStore>

  constructor(
    private readonly random: Random,
    private readonly address: string,
    private readonly key: string,
    private readonly fault: Fault,
  ) {}

  newId() {
    return uuid7(Date.now(), bytes => crypto.getRandomValues(bytes))
  }

  private way =
    (life: number): typeof fetch =>
    async (path, init = {}) => {
      if (life !== this.life) return never()
      const isPiece = init.method === 'PUT'
      if (isPiece) this.counts.sent += 1
      try {
        const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.key}`, connection: 'close' }
        const answer = await fetch(`${this.address}${path}`, { ...init, headers })
        const body = await answer.arrayBuffer()
        if (life !== this.life) return never()
        return new Response(body, { status: answer.status, headers: answer.headers })
      } catch (problem) {
        if (isPiece) this.counts.broken += 1
        throw problem
      }
    }

  /** Starts anew with what its disk holds. */
  boot() {
    this.life += 1
    const life = this.life
    for (const timer of this.timers) clearTimeout(timer)
    const mortal =
      <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
      async (...given: A): Promise<T> =>
        life === this.life ? work(...given) : never<T>()
    const locks = new Map<string, Promise<unknown>>()
    const world: World = {
      now: () => Date.now(),
      mono: () => performance.now(),
      bootId: this.newId(),
      newId: () => this.newId(),
      random: () => this.random.next() * 0.2,
      later: (ms, work) => {
        const timer = setTimeout(() => life === this.life && work(), ms / 20)
        this.timers.add(timer)
        return () => clearTimeout(timer)
      },
      alone: (name, work) => {
        const mine = (locks.get(name) ?? Promise.resolve()).then(work, work)
        locks.set(name, mine)
        return mine as ReturnType<typeof work>
      },
    }
    const shelf: Shelf<Blob> = {
      cards: mortal(this.shelf.cards),
      content: mortal(this.shelf.content),
      keep: mortal(this.shelf.keep),
      write: mortal(this.shelf.write),
      drop: mortal(this.shelf.drop),
    }
    const storage: Storage = { transact: work => (life === this.life ? this.disk.transact(work) : never()) }
    this.store = createStore(storage, httpServer(world, this.way(life)), world)
    this.files = createFiles(shelf, this.fault(httpFiles(this.way(life))), {
      ...world,
      sha256: async content => sha256(new Uint8Array(await content.arrayBuffer())),
      epoch: async () => (await this.disk.transact(tx => tx.meta())).epoch,
      wordsFirst: async () => undefined,
    })
    void this.store.open()
    void this.files.send()
  }

  die() {
    this.life += 1
  }

  async waits() {
    const unsent = (await this.shelf.cards()).filter(c => c.verifiedIn === undefined).length
    const unsaid = (await this.disk.transact(tx => tx.commands())).filter(r => !r.outcome).length
    return unsent + unsaid
  }

  async photograph(request: string, photo: Blob) {
    const hash = await this.files.keep(photo)
    const attachment = this.newId()
    const body = { attachment, request, hash, name: 'after.jpg', mediaType: photo.type }
    await this.store.add({ type: 'requests/attach', body, title: 'Photo', entity: attachment, baseVersion: 0, patches: [] })
    return hash
  }
}

const jpeg = (random: Random, { smallest, largest }: { smallest: number; largest: number }) => {
  const bytes = new Uint8Array(smallest + random.below(largest - smallest))
  for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  bytes.set([0xff, 0xd8, 0xff])
  return new Blob([bytes], { type: 'image/jpeg' })
}

type Seen = {
  recorded: string[]
  phone: Phone
  kills: number
  cuts: number
  onDisk: Map<string, string>
  attached: string[]
  pieces: number
}

/** Takes photos on a line that breaks, with kills on both sides, and then looks at what the server holds. */
const live = async (fault: Fault, photos = many, sizes = { smallest, largest }): Promise<Seen> => {
  const random = seeded(seed)
  const folder = mkdtempSync(join(tmpdir(), 'callout-photos-'))
  const server = new Delivered(folder)
  await server.start()
  const line = await badLine(random, () => server.port)
  const phone = new Phone(random, `http://127.0.0.1:${line.port}`, server.key, fault)
  const direct = async (path: string, body?: unknown) => {
    const headers = {
      authorization: `Bearer ${server.key}`,
      'content-type': 'application/json',
      'idempotency-key': phone.newId(),
    }
    const answer = await fetch(
      `http://127.0.0.1:${server.port}/api/${path}`,
      body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers },
    )
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  try {
    const request = phone.newId()
    await direct('requests/receive', { request, branch: phone.newId(), channel: 'phone', summary: 'Cold room at 9 degrees' })
    phone.boot()
    const recorded: string[] = []
    let pieces = 0
    let kills = 0
    let next = 4
    const upset = async () => {
      if (phone.counts.sent < next) return
      next = phone.counts.sent + 6 + random.below(10)
      kills += 1
      if (kills % 5 === 3) {
        await server.kill()
        await server.start()
      } else {
        phone.die()
        await until(random.below(100))
        phone.boot()
      }
    }
    while (recorded.length < photos) {
      const photo = jpeg(random, sizes)
      pieces += Math.ceil(photo.size / pieceSize)
      recorded.push(await phone.photograph(request, photo))
      while ((await phone.waits()) > 20) {
        await upset()
        await until(20)
      }
      await upset()
    }
    const end = Date.now() + withinMinutes * 60_000
    while ((await phone.waits()) > 0 && Date.now() < end) {
      await upset()
      await until(20)
    }
    line.clear()
    const onDisk = new Map<string, string>()
    const blobs = join(folder, 'blobs')
    for (const part of readdirSync(blobs).filter(name => name.length === 2))
      for (const hash of readdirSync(join(blobs, part))) onDisk.set(hash, sha256(readFileSync(join(blobs, part, hash))))
    const page = (await direct(`requests/${request}`)) as { attachments: { hash: string }[] }
    return { recorded, phone, kills, cuts: line.cuts(), onDisk, attached: page.attachments.map(a => a.hash), pieces }
  } finally {
    phone.die()
    line.close()
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Its sender forgets a file after its last piece, not after the server has said that it is whole. */
const forgotten: Fault = server => ({
  ...server,
  piece: async (hash, i, mediaType, piece) => {
    const state = await server.piece(hash, i, mediaType, piece)
    return piece.size < pieceSize ? { ...state, verified: true } : state
  },
})

/** Its sender begins anew each time, whatever the server holds. */
const fromTheBeginning: Fault = server => ({ ...server, state: async hash => ({ ...(await server.state(hash)), pieces: [] }) })

describe.skipIf(!existsSync(delivered))('photos on a line that breaks', () => {
  const patience = (withinMinutes + 2) * 60_000
  test(
    'none is lost, doubled or damaged, and no more than the piece on its way is sent again',
    async () => {
      const { recorded, phone, kills, cuts, onDisk, attached, pieces } = await live(sound)
      expect(await phone.waits()).toBe(0)
      expect([...onDisk.entries()].filter(([name, content]) => name !== content)).toEqual([])
      expect([...onDisk.keys()].sort()).toEqual([...recorded].sort())
      expect([...attached].sort()).toEqual([...recorded].sort())
      expect(kills).toBeGreaterThan(0)
      expect(cuts).toBeGreaterThan(0)
      const again = phone.counts.sent - pieces
      expect(again).toBeLessThanOrEqual(phone.counts.broken + kills)
      process.stderr.write(
        `${many} photos, ${pieces} pieces; ${cuts} connections reset, ${kills} kills, ${again} pieces sent again\n`,
      )
    },
    patience,
  )

  test(
    'a phone that forgets a photo after its last piece is found out',
    async () => {
      const { recorded, onDisk } = await live(forgotten, few)
      expect(onDisk.size).toBeLessThan(recorded.length)
    },
    patience,
  )

  test(
    'a phone that begins each photo anew is found out',
    async () => {
      const { phone, kills, pieces } = await live(fromTheBeginning, few, { smallest: 1_000_000, largest: 1_500_000 })
      expect(phone.counts.sent - pieces).toBeGreaterThan(phone.counts.broken + kills)
    },
    patience,
  )
})
