import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultHttpClient, HubConnectionBuilder, LogLevel, NullLogger } from '@microsoft/signalr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpDevice } from '@/store/deviceServer'
import { httpFiles } from '@/store/fileServer'
import { createFiles, type FileServer, follow, pieceSize } from '@/store/files'
import { uuid7 } from '@/store/ids'
import { listen } from '@/store/live'
import { httpServer } from '@/store/server'
import { memoryStorage } from '@/store/storage/memory'
import { createStore, type World } from '@/store/sync'
import { memoryShelf } from '../store/memoryShelf'
import { type Random, seeded } from '../store/random'
import { Delivered, delivered } from './delivered'
import { DayTime, type Fault, faults, Hours, Line } from './line'

const minute = 60_000
const password = 'van keys on the hook'
const seed = Number(process.env.NETWORK_SEED ?? 11)
const newId = () => uuid7(Date.now(), bytes => crypto.getRandomValues(bytes))
const real = { fetch: globalThis.fetch, Request: globalThis.Request, timeout: AbortSignal.timeout }

/** How a client goes about it; controls plant something worse. */
type Client = {
  way?: (way: typeof fetch, scene: Scene) => typeof fetch
  /** In milliseconds; what the client itself says where nothing is said. */
  patience?: number
  files?: (server: FileServer<Blob>) => FileServer<Blob>
  /** Nobody remembers what was asked and not answered. */
  forgets?: true
  /** A person's form without the mark that makes it one. */
  unmarked?: true
}

type Deed = {
  begin(): void
  done(): boolean | Promise<boolean>
  /** What is wrong in the end. */
  judge(): Promise<string[]>
}

const folder = mkdtempSync(join(tmpdir(), 'callout-network-'))
const server = new Delivered(folder)
let cookie = ''
let technicianCookie = ''
let branch = ''
let client: typeof import('@/api/client')

/** Asked past every fault. */
const direct = async <T = Record<string, never>>(path: string, body?: object): Promise<T> => {
  const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json', 'idempotency-key': newId() }
  const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers }
  const answer = await real.fetch(`http://127.0.0.1:${server.port}${path}`, init)
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return (answer.status === 204 ? undefined : await answer.json()) as T
}

type Lines = { items: { id: string; summary: string }[] }
const requestsAbout = async (word: string) => (await direct<Lines>(`/api/requests?search=${word}`)).items
const receive = (request: string, summary: string) => ({ request, branch, channel: 'phone' as const, summary })

/** One client on one line. */
class Scene {
  readonly word = `w${newId().replaceAll('-', '')}`
  /** What a person was told that does not make them press again. */
  readonly told: string[] = []
  cookie = cookie
  signedInAs: 'key' | 'cookie' | 'nobody' = 'key'

  constructor(
    readonly hours: Hours,
    readonly line: Line,
    readonly random: Random,
    readonly client: Client,
  ) {}

  readonly world: World = {
    now: () => this.hours.now,
    mono: () => this.hours.now,
    bootId: newId(),
    newId,
    random: () => this.random.next(),
    later: (ms, work) => this.hours.later(ms, work),
    alone: (() => {
      const locks = new Map<string, Promise<unknown>>()
      return <T>(name: string, work: () => Promise<T>) => {
        const mine = (locks.get(name) ?? Promise.resolve()).then(work, work)
        locks.set(name, mine)
        return mine
      }
    })(),
  }

  /** As a browser's fetch: it settles with the answer's head, and the body may break later. */
  private readonly plain: typeof fetch = async (input, init = {}) => {
    const { hours, line } = this
    const [path, headers] =
      input instanceof real.Request
        ? [input.url.replace(/^http:\/\/[^/]*/, ''), new Headers(input.headers)]
        : [String(input), new Headers(init.headers)]
    if (this.signedInAs === 'key') headers.set('authorization', `Bearer ${server.key}`)
    if (this.signedInAs === 'cookie') headers.set('cookie', this.cookie)
    if (this.signedInAs !== 'key') headers.set('sec-fetch-site', 'same-origin')
    headers.set('connection', 'close')
    const signal = input instanceof real.Request ? input.signal : init.signal
    hours.begin()
    try {
      const answer = await real.fetch(`${line.address}${path}`, { ...init, headers, ...(signal ? { signal } : {}) })
      const { status } = answer
      const body = await answer.arrayBuffer().catch(broken => new ReadableStream({ start: stream => stream.error(broken) }))
      const bare = [204, 303, 304].includes(status)
      return new Response(bare ? null : body, { status, headers: answer.headers })
    } finally {
      hours.end()
    }
  }
  get way(): typeof fetch {
    return this.client.way ? this.client.way(this.plain, this) : this.plain
  }

  private readonly patience = (ms: number) => {
    const given = new AbortController()
    const { patience = ms } = this.client
    if (patience < Number.POSITIVE_INFINITY)
      this.hours.later(patience, () => given.abort(new DOMException('Too long.', 'TimeoutError')))
    return given.signal
  }

  /** What the pages' own client finds around it. */
  enter() {
    const { way } = this
    AbortSignal.timeout = this.patience
    globalThis.fetch = (input, init) => way(input, init)
  }

  readonly pause = (ms: number) => new Promise<void>(resolve => this.hours.later(ms, resolve))

  /** A person at a form: where nothing came of it, they press again. */
  pressing(press: () => Promise<boolean>) {
    let isDone = false
    const begin = async () => {
      while (!isDone) {
        isDone = await press()
        if (!isDone) await this.pause(5_000)
      }
    }
    return {
      begin: () => void begin().catch((problem: Error) => this.told.push(problem.message)),
      done: () => isDone,
    }
  }
}

/** Nothing came back that says what became of it. */
const isOpen = (problem: unknown) => problem instanceof client.Problem && (problem.status === 0 || problem.status >= 500)
const tried = async (work: () => Promise<unknown>, isIt: (answer: never) => boolean = () => true) => {
  try {
    return isIt((await work()) as never)
  } catch (problem) {
    if (isOpen(problem)) return false
    throw problem
  }
}

const silence = minute
const asking = (scene: Scene, pull: () => unknown) => {
  const ask = () => {
    pull()
    scene.hours.later(silence, ask)
  }
  scene.hours.later(silence, ask)
}

const groups: Record<string, (scene: Scene) => Promise<Deed>> = {
  async sync(scene) {
    const disk = memoryStorage(newId())
    const store = createStore(disk, httpServer(scene.world, scene.way), scene.world)
    const ids = Array.from({ length: 4 }, newId)
    let recorded = 0
    const record = async () => {
      const [entity = ''] = ids.slice(recorded++)
      await store.add({
        type: 'requests/receive',
        body: receive(entity, `${scene.word} ${recorded}`),
        title: 'Request',
        entity,
        baseVersion: 0,
        patches: [],
      })
      if (recorded < ids.length) scene.hours.later(1_000, () => void record())
    }
    return {
      begin: () => void store.open().then(record),
      done: () => recorded === ids.length && store.status().waiting.length === 0,
      async judge() {
        const here = (await requestsAbout(scene.word)).map(r => r.id)
        const unread = store.status().needsYou.map(r => `${r.command.type} is ${r.outcome?.outcome} ${r.outcome?.code}`)
        return [...unread, ...differing(ids, here)]
      },
    }
  },

  async feed(scene) {
    const disk = memoryStorage(newId())
    const store = createStore(disk, httpServer(scene.world, scene.way), scene.world)
    const ids = Array.from({ length: 3 }, newId)
    for (const id of ids) await direct('/api/requests/receive', receive(id, scene.word))
    const shown = () => ids.every(id => store.documents.get('request', id))
    asking(scene, () => void store.pull())
    return {
      begin: () => void store.open(),
      done: shown,
      async judge() {
        const fresh = memoryStorage(newId())
        scene.line.become(undefined)
        await createStore(fresh, httpServer(scene.world, scene.way), scene.world).pull()
        await store.pull()
        const held = async (of: typeof disk) =>
          (await of.transact(tx => tx.documents())).map(d => `${d.type}/${d.id} ${d.version}`)
        return differing(await held(fresh), await held(disk))
      },
    }
  },

  async commands(scene) {
    const deed = scene.pressing(() =>
      tried(async () => {
        // A form makes the id up when it is pressed.
        const asked = receive(client.newId(), scene.word)
        if (scene.client.forgets) asked.summary += ` ${newId()}`
        return client.run('/api/requests/receive', asked as never)
      }),
    )
    return {
      ...deed,
      async judge() {
        const made = (await requestsAbout(scene.word)).length
        return made === 1 ? [] : [`it was done ${made} times`]
      },
    }
  },

  async 'sign-in'(scene) {
    scene.signedInAs = 'nobody'
    const { signIn } = await import('@/features/identity/session')
    let name: string | undefined
    const deed = scene.pressing(async () =>
      tried(async () => {
        const session = (await signIn('ann@example.com', password)) as { person?: { name: string } } | undefined
        name = session?.person?.name
      }),
    )
    return { ...deed, judge: async () => (name === 'Ann' ? [] : [`${name} is signed in`]) }
  },

  async queries(scene) {
    await direct('/api/requests/receive', receive(newId(), scene.word))
    let seen: unknown
    const deed = scene.pressing(() =>
      tried(async () => {
        seen = await client.answerOf(client.api.GET('/api/requests', { params: { query: { search: scene.word } } } as never))
      }),
    )
    return {
      ...deed,
      async judge() {
        const is = await direct(`/api/requests?search=${scene.word}`)
        return JSON.stringify(seen) === JSON.stringify(is) ? [] : [`${JSON.stringify(seen)} is shown for ${JSON.stringify(is)}`]
      },
    }
  },

  async blobs(scene) {
    const disk = memoryStorage(newId())
    const shelf = memoryShelf()
    const store = createStore(disk, httpServer(scene.world, scene.way), scene.world)
    const { files: worse = (server: FileServer<Blob>) => server } = scene.client
    const files = createFiles(shelf, worse(httpFiles(scene.way)), {
      ...scene.world,
      sha256: async content =>
        createHash('sha256')
          .update(Buffer.from(await content.arrayBuffer()))
          .digest('hex'),
      epoch: async () => (await disk.transact(tx => tx.meta())).epoch,
      wordsFirst: async () => undefined,
    })
    follow(store, files)
    asking(scene, () => void store.pull())
    const bytes = new Uint8Array(pieceSize + 5_000)
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
    bytes.set([0xff, 0xd8, 0xff])
    let hash = ''
    return {
      begin: () =>
        void Promise.all([store.open(), files.keep(new Blob([bytes], { type: 'image/jpeg' }))]).then(([, named]) => {
          hash = named
        }),
      done: async () => hash !== '' && files.now().waiting === 0,
      async judge() {
        const at = join(folder, 'blobs', hash.slice(0, 2))
        const here = existsSync(at) && readdirSync(at).includes(hash)
        return [...(here ? [] : ['the photo is not there']), ...files.now().refused.map(c => `it was refused: ${c.refused}`)]
      },
    }
  },

  async devices(scene) {
    scene.signedInAs = 'cookie'
    const device = newId()
    const { say } = httpDevice(scene.world, scene.way)
    const deed = scene.pressing(() =>
      say({ device, name: scene.word, version: 'x', unsent: 3, files: 0, fileBytes: 0, isProtected: false }).then(
        told => told.state === 'inUse',
        () => false,
      ),
    )
    return {
      ...deed,
      async judge() {
        const { items } = await direct<{ items: { id: string; unsent: number }[] }>('/api/devices?limit=200')
        const here = items.filter(d => d.id === device)
        return here.length === 1 && here[0]?.unsent === 3 ? [] : [`${here.length} devices say so`]
      },
    }
  },

  async push(scene) {
    scene.signedInAs = 'cookie'
    scene.cookie = technicianCookie
    const endpoint = `https://push.example.net/push/${scene.word}`
    const key = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
    const body = { endpoint, key, secret: 'BTBZMqHH6r4Tts7J_aSIgg', language: 'en' as const }
    const ring = (kind: 'subscribe' | 'unsubscribe') =>
      tried(() => client.run(`/api/push/${kind}` as '/api/push/subscribe', (kind === 'subscribe' ? body : { endpoint }) as never))
    let rings = false
    const deed = scene.pressing(async () => {
      rings ||= await ring('subscribe')
      return rings && (await ring('unsubscribe'))
    })
    return {
      ...deed,
      async judge() {
        scene.line.become(undefined)
        const { count } = (await client.run('/api/push/subscribe', body)) as { count: number }
        await client.run('/api/push/unsubscribe', { endpoint })
        return count === 1 ? [] : [`${count} devices ring`]
      },
    }
  },

  async 'the public form'(scene) {
    scene.signedInAs = 'nobody'
    const fields = { ...form, key: crypto.randomUUID(), trouble: scene.word }
    const deed = sending(scene, '/report', () => (scene.client.unmarked ? { ...fields, key: crypto.randomUUID() } : fields))
    return {
      ...deed,
      async judge() {
        const made = (await requestsAbout(scene.word)).length
        return made === 1 ? [] : [`it was taken ${made} times`]
      },
    }
  },

  async "the customer's page"(scene) {
    scene.signedInAs = 'nobody'
    const page = await (await real.fetch(`http://127.0.0.1:${server.port}${tracked.address}`)).text()
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const deed = sending(scene, `${tracked.address}/note`, () => ({
      text: scene.word,
      ...(scene.client.unmarked ? {} : { once }),
    }))
    return {
      ...deed,
      async judge() {
        const { notes } = await direct<{ notes: { text: string }[] }>(`/api/work-orders/${tracked.order}`)
        const made = notes.filter(n => n.text === scene.word).length
        return made === 1 ? [] : [`the note is there ${made} times`]
      },
    }
  },
}

/** What a browser does with a form that needs no script, and what its person sees of it. */
const sending = (scene: Scene, path: string, fields: () => Record<string, string>) =>
  scene.pressing(async () => {
    const init = {
      method: 'POST',
      body: new URLSearchParams(fields()),
      redirect: 'manual' as const,
      signal: AbortSignal.timeout(30_000),
    }
    const answer = await scene.way(path, init).catch(() => undefined)
    return answer?.status === 303 && Boolean(answer.headers.get('location')?.startsWith('/t/'))
  })

const differing = (wanted: string[], found: string[]) => [
  ...wanted.filter(w => !found.includes(w)).map(w => `${w} is missing`),
  ...found.filter((f, i) => !wanted.includes(f) || found.indexOf(f) !== i).map(f => `${f} is one too many`),
]

let form: Record<string, string> = {}
let tracked = { address: '', order: '' }
let played = 0

/** Somebody is at it while the line is bad; within a minute after it is good again all is done, and done once. */
const play = async (fault: string, group: string, worse: Client = {}): Promise<string[]> => {
  played += 1
  const random = seeded(seed + played)
  const { [fault]: bad } = faults
  const { [group]: deedOf } = groups
  if (!bad || !deedOf) throw new Error(`There is no ${fault} for ${group}.`)
  const hours = new Hours()
  const line = new Line(hours, server.port, `127.0.${1 + Math.floor(played / 200)}.${1 + (played % 200)}`)
  const scene = new Scene(hours, line, random, worse)
  await line.listen()
  const deed = await deedOf(scene)
  try {
    scene.enter()
    line.become(bad)
    deed.begin()
    const wrong: string[] = []
    if (bad.passes) {
      if ((await scene.hours.pass(12 * minute, deed.done)) === undefined) wrong.push('it does not get through')
    } else await scene.hours.pass(5_000 + random.below(2 * minute), () => false)
    if (bad.strike && line.struck === 0) wrong.push('the fault struck nothing')
    line.become(undefined)
    const isDone = (await scene.hours.pass(minute, deed.done)) !== undefined
    if (!isDone) return [...wrong, ...scene.told, 'a minute later it is not done']
    return [...wrong, ...(await deed.judge())]
  } finally {
    line.close()
  }
}

const strikes = 2

/** Whether somebody who listens hears of what happens after the line's first two requests went wrong. */
let untouched: typeof fetch = real.fetch
const hears = async (
  name: string,
  bad: Fault,
  ears: (onSomething: () => void, hub: () => HubConnectionBuilder) => () => void,
) => {
  played += 1
  globalThis.fetch = untouched
  const line = new Line(new DayTime(), server.port, `127.0.9.${played % 250}`)
  await line.listen()
  const good = line.address
  line.become(bad)
  let left = strikes
  const struck = () => {
    left -= 1
    if (left === 0) line.become(undefined)
  }
  line.onStrike = struck
  class Way extends DefaultHttpClient {
    override send(request: Parameters<DefaultHttpClient['send']>[0]) {
      const url = request.url?.replace(good, line.address) ?? ''
      if (bad.address && !bad.strike && url !== request.url) struck()
      return super.send({ ...request, url })
    }
  }
  const headers = { authorization: `Bearer ${server.key}` }
  const hub = () =>
    new HubConnectionBuilder().withUrl(`${good}/api/live`, { headers, httpClient: new Way(NullLogger.instance) } as never)
  let heard = 0
  const stop = ears(() => {
    heard += 1
  }, hub)
  const soon = async (count: number) => {
    for (let i = 0; i < 300 && heard < count; i++) await new Promise(resolve => setTimeout(resolve, 50))
    return heard >= count
  }
  try {
    const isConnected = await soon(1)
    await direct('/api/requests/receive', receive(newId(), name))
    return isConnected && (await soon(2))
  } finally {
    stop()
    line.close()
  }
}

/** Takes whatever says 200 for a yes. */
const believing: NonNullable<Client['way']> = (way, scene) => async (path, init) => {
  const answer = await way(path, init)
  if (!/html/.test(answer.headers.get('content-type') ?? '')) return answer
  const sent =
    typeof init?.body === 'string' ? (JSON.parse(init.body) as { epoch?: string; commands?: { id: string; n: number }[] }) : {}
  const outcomes = sent.commands?.map(({ id, n }) => ({ id, n, outcome: 'applied' }))
  await scene.pause(1_000)
  const said = {
    epoch: sent.epoch ?? '',
    next: 1,
    outcomes,
    verified: true,
    documents: [],
    gone: [],
    left: [],
    complete: true,
    state: 'inUse',
    at: '',
  }
  return Response.json(said, { headers: { 'Callout-Epoch': said.epoch } })
}

/** Takes a no for ours, whoever says it. */
const obedient: NonNullable<Client['way']> = way => async (path, init) => {
  const answer = await way(path, init)
  answer.headers.set('Callout-Epoch', answer.headers.get('Callout-Epoch') ?? 'somebody')
  return answer
}

/** Takes a line that broke for a message that was sent. */
const hopeful: NonNullable<Client['way']> = (way, scene) => {
  const asIf = believing(async () => new Response('', { headers: { 'content-type': 'text/html' } }), scene)
  return async (path, init) => {
    const answer = await way(path, init).catch(() => undefined)
    if (!answer) return asIf(path, init)
    const text = await answer
      .clone()
      .text()
      .catch(() => undefined)
    try {
      if (text && answer.status === 200) JSON.parse(text)
      return text === undefined ? asIf(path, init) : answer
    } catch {
      return asIf(path, init)
    }
  }
}

const endless: Client = { patience: Number.POSITIVE_INFINITY }
const hasty: Client = { patience: 1_500 }

/** Each fault and each group with a client that does it wrong. */
const controls: [fault: string, group: string, worse: Client][] = [
  ['an answer takes two seconds', 'sync', hasty],
  ['the line carries 9.6 kbit/s', 'blobs', { patience: 180_000 }],
  ['it stalls after some bytes', 'feed', endless],
  ['the connection is reset before and after the commit', 'commands', { forgets: true }],
  ['the connection is reset before and after the commit', 'the public form', { unmarked: true }],
  ['the connection is reset before and after the commit', 'sync', { way: hopeful }],
  ['the other end is gone and does not say so', 'blobs', { files: ({ letGo: _, ...server }) => server }],
  ['the other end is gone and does not say so', 'devices', endless],
  ['an answer is cut short', 'queries', { way: hopeful }],
  ['a request arrives twice', "the customer's page", { unmarked: true }],
  ['answers overtake each other', 'queries', endless],
  ['the name leads nowhere', 'sync', { way: hopeful }],
  ['there is no trust', 'blobs', { way: hopeful }],
  ['another answers in its place', 'sync', { way: believing }],
  ['another answers in its place', 'blobs', { way: believing }],
  ['another answers in its place', 'queries', { way: believing }],
  ['another answers in its place', 'commands', { way: believing }],
  ['another answers in its place', 'sign-in', { way: believing }],
  ['another answers in its place', 'devices', { way: believing }],
  ['another refuses in its place', 'blobs', { way: obedient }],
  ['another refuses in its place', 'queries', { way: obedient }],
  ['another refuses in its place', 'commands', { way: obedient }],
  ['another refuses in its place', 'sign-in', { way: obedient }],
  ['requests arrive and answers do not', 'commands', { forgets: true }],
  ['requests arrive and answers do not', 'push', endless],
]

describe.skipIf(!existsSync(delivered))('a line that is bad', () => {
  beforeAll(async () => {
    await server.start()
    class HereRequest extends real.Request {
      constructor(input: RequestInfo | URL, init?: RequestInit) {
        super(typeof input === 'string' && input.startsWith('/') ? `http://here${input}` : input, init)
      }
    }
    globalThis.Request = HereRequest
    // What asks for it once asks whoever is on the line by then.
    const here: typeof fetch = (input, init) => (globalThis.fetch === here ? real.fetch : globalThis.fetch)(input, init)
    globalThis.fetch = here
    untouched = here
    client = await import('@/api/client')
    await set()
  }, 120_000)

  afterAll(async () => {
    Object.assign(globalThis, { fetch: real.fetch, Request: real.Request })
    AbortSignal.timeout = real.timeout
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  test('each of the thirteen faults strikes each group of the API, and all is done once within a minute after', async () => {
    expect(Object.keys(faults)).toHaveLength(13)
    const wrong: string[] = []
    for (const fault of Object.keys(faults))
      for (const group of Object.keys(groups)) wrong.push(...(await play(fault, group)).map(w => `${group}, ${fault}: ${w}`))
    expect(wrong).toEqual([])
  }, 300_000)

  test('whoever listens for what is new hears of it after each of the faults', async () => {
    const heard = await Promise.all(
      Object.entries(faults).map(async ([name, bad]) =>
        (await hears(name, bad, (onSomething, hub) => listen(onSomething, undefined, 2_500, hub))) ? [] : [name],
      ),
    )
    expect(heard.flat()).toEqual([])
  }, 120_000)

  test('control: who tries once does not', async () => {
    const once = (onSomething: () => void, hub: () => HubConnectionBuilder) => {
      const connection = hub().configureLogging(LogLevel.None).build()
      connection.on('after', onSomething)
      void connection.start().then(onSomething, () => undefined)
      return () => void connection.stop()
    }
    const { 'another answers in its place': bad = {} } = faults
    expect(await hears('once', bad, once)).toBe(false)
  }, 60_000)

  test('there is a control for each fault and for each group', () => {
    expect(Object.keys(faults).filter(f => !controls.some(c => c[0] === f))).toEqual([])
    expect(Object.keys(groups).filter(g => !controls.some(c => c[1] === g))).toEqual([])
  })

  test.each(controls)(
    '%s, and %s does it wrong: it is noticed',
    async (fault, group, worse) => {
      expect(await play(fault, group, worse)).not.toEqual([])
    },
    60_000,
  )
})

/** An organisation, somebody who can sign in, and a visit that a customer follows. */
const set = async () => {
  const at = `http://127.0.0.1:${server.port}`
  const post = async (path: string, body: object, cookie = '') => {
    const headers = {
      'x-callout': 'office',
      'content-type': 'application/json',
      'idempotency-key': newId(),
      'sec-fetch-site': 'same-origin',
      cookie,
    }
    const answer = await real.fetch(`${at}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    const given = answer.headers
      .getSetCookie()
      .map(c => c.split(';')[0])
      .join('; ')
    return { given, ...((answer.status === 204 ? {} : await answer.json()) as { email?: string }) }
  }
  const enter = async (link: string) => {
    const { email = '' } = await post('password/look', { token: link })
    await post('password/set', { token: link, password })
    return (await post('session/sign-in', { email, password })).given
  }
  cookie = await enter(server.link)
  branch = newId()
  const first = {
    organisation: 'Baridi',
    timeZone: 'Africa/Nairobi',
    currency: 'KES',
    branchCode: 'NBO',
    branch: 'Nairobi',
    firstBranch: branch,
  }
  await post('organisation/begin', { ...first, name: 'Ann', email: 'ann@example.com' }, cookie)
  const [technician = '', account = '', site = '', contact = '', type = '', request = '', order = '', visit = '', person = ''] =
    Array.from({ length: 9 }, newId)
  const zone = 'Africa/Nairobi'
  const rights = { roles: ['technician'], branches: [branch], technician }
  const { link } = await direct<{ link: string }>('/api/people/invite', {
    person,
    name: 'Wanjiku',
    email: 'wanjiku@example.com',
    rights,
  })
  await direct('/api/technicians/add', { technician, branch, name: 'Wanjiku', profile: { zone }, employment: 'employee', person })
  technicianCookie = await enter(link.replace(/.*\/set-password\//, ''))
  await direct('/api/accounts/add', { account, details: { kind: 'company', name: 'Jikoni', branch } })
  await direct('/api/sites/add', {
    site,
    account,
    details: { name: 'Bakery', branch, zone, address: { street: 'Ngong Road', town: 'Nairobi', country: 'KE' } },
  })
  await direct('/api/contacts/add', { contact, account, details: { name: 'Rehema', role: 'Manager', phones: ['+254722000418'] } })
  const template = {
    minutes: 90,
    priority: 'high',
    billing: 'billable',
    needsApproval: false,
    instructions: 'Find the cause.',
    safety: [],
    skills: [],
    parts: [],
    checklist: [],
    fields: [],
    completion: [],
    sla: [],
    pausedBy: [],
  }
  await direct('/api/work-types/define', { workType: type, code: 'cold', name: 'Repair', kind: 'repair', template })
  await direct('/api/requests/receive', { ...receive(request, 'Cold room at 9 degrees'), account, site, contact })
  await direct('/api/work-orders/open', { workOrder: order, request, workType: type })
  const start = new Date(Date.now() + 20 * 3_600_000)
  const end = new Date(start.getTime() + 3_600_000)
  await direct('/api/visits/plan', { visit, workOrder: order, lead: technician, start, end, zone, travelMinutes: 18 })
  const { url } = await direct<{ url: string }>('/api/tracking/share', { visit })
  tracked = { address: new URL(url, at).pathname, order }
  const page = await (await real.fetch(`${at}/report`)).text()
  form = {
    since: /name="since" value="([^"]+)"/.exec(page)?.[1] ?? '',
    in: 'en',
    place: 'Ngong Road',
    name: 'Amina',
    phone: '+254722000000',
    urgency: 'normal',
  }
  // What comes back sooner was filled in by a machine.
  await new Promise(done => setTimeout(done, 2_100))
}
