import { protocol } from './protocol'
import { type Command, type OutcomeLine, type Page, type PushAnswer, type Server, Unreachable } from './wire'

type Device = { now(): number; bootId: string }

const epochHeader = 'Callout-Epoch'

/** Every answer of our server bears its mark. Without it a network's sign-in page, or whatever else stands in between, has spoken. */
export const isOurs = ({ headers }: Response) => headers.has(epochHeader)

/** The server's two doors, /api/sync and /api/feed, over HTTP. `way` carries the requests; it is the browser's own where nothing is said. */
export const httpServer = (device: Device, way: typeof fetch = (path, init) => fetch(path, init)): Server => ({
  async push(epoch, id, commands) {
    const body = {
      epoch,
      device: id,
      commands: commands.map(line),
      sentAt: new Date(device.now()).toISOString(),
      bootId: device.bootId,
    }
    const answer = await ask(way, '/api/sync', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    const epochNow = answer.headers.get(epochHeader) ?? ''
    if (answer.status === 409) return { epoch: epochNow, next: 1, outcomes: [] }
    const { outcomes, ...rest } = await read<PushAnswer>(answer)
    return { ...rest, outcomes: outcomes.map((o): OutcomeLine => ({ ...o })) }
  },
  async pull({ cursor, device, store, anew, compares }) {
    const query = new URLSearchParams({ device, store })
    if (cursor) query.set('cursor', cursor)
    for (const audience of anew) query.append('anew', audience)
    if (compares) query.set('digests', 'true')
    return read<Page>(await ask(way, `/api/feed?${query}`))
  },
})

/** As it stands in the body of /api/sync. */
export const line = ({ id, n, type, body, deviceTime, schema, entity, baseVersion, epoch, mono, bootId, dependsOn }: Command) => {
  // Recorded before the first answer ever came: it saw nothing yet.
  const version = baseVersion > 0 && epoch !== '' ? { baseVersion, epoch } : {}
  return {
    id,
    n,
    type,
    body,
    deviceTime,
    schema,
    entity,
    ...version,
    mono: Math.round(mono * 1000),
    bootId,
    dependsOn,
  }
}

export const ask = async (way: typeof fetch, path: string, init: RequestInit = {}): Promise<Response> => {
  const headers = { 'x-callout': 'office', 'callout-protocol': `${protocol}`, ...init.headers }
  const answer = await way(path, { signal: AbortSignal.timeout(30_000), ...init, headers }).catch(() => {
    throw new Unreachable('offline', 'The server cannot be reached.')
  })
  const after = Number(answer.headers.get('retry-after'))
  if (answer.status === 429 || answer.status >= 500)
    throw new Unreachable('busy', 'The server is busy.', Number.isFinite(after) ? after : undefined)
  if (!isOurs(answer)) throw stranger()
  if (answer.status === 401) throw new Unreachable('signed-out', 'You are signed out. What you did is kept on this device.')
  return answer
}

const stranger = () =>
  new Unreachable('offline', 'Something else answered in the server’s place. Does this network want you to sign in?')

export const read = async <T extends { epoch: string }>(answer: Response): Promise<T> => {
  const told = (await answer.json().catch(() => undefined)) as (T & { code?: string; detail?: string }) | undefined
  if (told?.code === 'client.outdated') throw new Unreachable('outdated', told.detail ?? told.code)
  if (!answer.ok) throw new Unreachable('busy', `The server answered ${answer.status}.`)
  if (typeof told?.epoch === 'string') return told
  throw stranger()
}
