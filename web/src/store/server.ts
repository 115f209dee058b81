import { type Command, type OutcomeLine, type Page, type PushAnswer, type Server, Unreachable } from './wire'

type Device = { now(): number; bootId: string }

const epochHeader = 'Callout-Epoch'

/** The server's two doors, /api/sync and /api/feed, over HTTP. */
export const httpServer = (device: Device): Server => ({
  async push(epoch, id, commands) {
    const body = {
      epoch,
      device: id,
      commands: commands.map(line),
      sentAt: new Date(device.now()).toISOString(),
      bootId: device.bootId,
    }
    const answer = await ask('/api/sync', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    if (answer.status === 409) return { epoch: answer.headers.get(epochHeader) ?? '', next: 1, outcomes: [] }
    const { outcomes, ...rest } = (await read(answer)) as PushAnswer
    return { ...rest, outcomes: outcomes.map((o): OutcomeLine => ({ ...o })) }
  },
  async pull(_epoch, cursor) {
    return (await read(await ask(cursor ? `/api/feed?cursor=${encodeURIComponent(cursor)}` : '/api/feed'))) as Page
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

const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const headers = { 'x-callout': 'office', ...init.headers }
  const answer = await fetch(path, { ...init, headers, signal: AbortSignal.timeout(30_000) }).catch(() => {
    throw new Unreachable('offline', 'The server cannot be reached.')
  })
  if (answer.status === 401) throw new Unreachable('signed-out', 'You are signed out. What you did is kept on this device.')
  const after = Number(answer.headers.get('retry-after'))
  if (answer.status === 429 || answer.status >= 500)
    throw new Unreachable('busy', 'The server is busy.', Number.isFinite(after) ? after : undefined)
  return answer
}

const read = async (answer: Response): Promise<unknown> => {
  if (!answer.ok) throw new Unreachable('busy', `The server answered ${answer.status}.`)
  return answer.json()
}
