import { type Command, type OutcomeLine, type Page, type PushAnswer, type Server, Unreachable } from './wire'

type Device = { now(): number; bootId: string }

const epochHeader = 'Callout-Epoch'

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
    const epochNow = answer.headers.get(epochHeader)
    if (answer.status === 409 && epochNow) return { epoch: epochNow, next: 1, outcomes: [] }
    const { outcomes, ...rest } = await read<PushAnswer>(answer)
    return { ...rest, outcomes: outcomes.map((o): OutcomeLine => ({ ...o })) }
  },
  async pull(_epoch, cursor) {
    return read<Page>(await ask(way, cursor ? `/api/feed?cursor=${encodeURIComponent(cursor)}` : '/api/feed'))
  },
})

const line = ({ id, n, type, body, deviceTime, schema, entity, baseVersion, mono, bootId, dependsOn }: Command) => {
  const version = baseVersion > 0 ? { baseVersion } : {}
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

const ask = async (way: typeof fetch, path: string, init: RequestInit = {}): Promise<Response> => {
  const headers = { 'x-callout': 'office', ...init.headers }
  const answer = await way(path, { ...init, headers, signal: AbortSignal.timeout(30_000) }).catch(() => {
    throw new Unreachable('offline', 'The server cannot be reached.')
  })
  if (answer.status === 401) throw new Unreachable('signed-out', 'You are signed out. What you did is kept on this device.')
  const after = Number(answer.headers.get('retry-after'))
  if (answer.status === 429 || answer.status >= 500)
    throw new Unreachable('busy', 'The server is busy.', Number.isFinite(after) ? after : undefined)
  return answer
}

/** A network that wants a sign-in of its own answers in the server's place, and calls it a success. */
const read = async <T extends { epoch: string }>(answer: Response): Promise<T> => {
  if (!answer.ok) throw new Unreachable('busy', `The server answered ${answer.status}.`)
  const told = (await answer.json().catch(() => undefined)) as T | undefined
  if (typeof told?.epoch === 'string') return told
  throw new Unreachable('offline', 'Something else answered in the server’s place. Does this network want you to sign in?')
}
