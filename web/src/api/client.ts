import createClient, { type Middleware } from 'openapi-fetch'
import { uuid7 } from '@/store/ids'
import { isOurs } from '@/store/server'
import type { paths } from './schema'
import { say } from './words'

/** What the server said against it, in a sentence for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly field?: string,
  ) {
    super(detail)
  }
}

type ProblemDocument = { code?: string; detail?: string; field?: string }

const said: Record<number, string> = {
  401: say('signedOut'),
  403: say('notAllowed'),
  404: say('notHere'),
  429: say('busy'),
}

const problemOf = (status: number, document: ProblemDocument) =>
  new Problem(status, document.code ?? 'failed', document.detail ?? said[status] ?? say('failed'), document.field)

const offline = () => new Problem(0, 'offline', say('offline'))

/** The line broke before the answer came. */
const unanswered = () => new Problem(0, 'offline', say('unanswered'))

/** A network that wants a sign-in of its own answers in the server's place, with a yes or a no. */
const stranger = () => new Problem(0, 'offline', say('stranger'))

/** So long an answer may take on the thinnest line. */
const patience = 30_000

/** What stands before the server may say that it cannot be reached; whether something was done says only the server. */
const isAnswer = (response: Response) => isOurs(response) || response.status >= 500

const listeners = new Set<() => void>()

/** Called whenever the server no longer knows who we are. */
export const onSignedOut = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const made = new Set<string>()

export const newId = () => {
  const id = uuid7(Date.now(), bytes => crypto.getRandomValues(bytes))
  made.add(id)
  return id
}

/** A header that no foreign page can set. */
export const ours = { 'x-callout': 'office' }

const envelope: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ours)) request.headers.set(name, value)
    return new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(patience)]) })
  },
  onResponse({ response }) {
    if (response.status === 401 && isOurs(response)) for (const tell of listeners) tell()
  },
  onError: offline,
}

/** Asks lists, searches and reports; what is live comes through the store. */
export const api = createClient<paths>({ baseUrl: '/' })
api.use(envelope)

type Asked<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** The answer, or the problem thrown. */
export const answerOf = async <T>(asked: Asked<T>): Promise<T> => {
  const { data, error, response } = await asked.catch((problem: unknown) => {
    // Cut off half-way, or not JSON at all.
    throw problem instanceof Problem ? problem : stranger()
  })
  if (!isAnswer(response)) throw stranger()
  if (!response.ok) throw problemOf(response.status, (error ?? {}) as ProblemDocument)
  if (data === undefined) throw stranger()
  return data as T
}

type Json<T> = T extends { content: { 'application/json': infer B } } ? B : never
type Post<P extends keyof paths> = paths[P] extends { post: infer O } ? O : never
type Body<P extends keyof paths> = Post<P> extends { requestBody?: infer B } ? Json<NonNullable<B>> : never
type Answer<P extends keyof paths> = Post<P> extends { responses: { 200: infer R } } ? Json<R> : never

/** The last command that nobody answered for. Asked for once more it goes as it went, so that what was done is not done twice;
 *  who has done something else since means it anew. */
let pending: { said: string; id: string; body: string } | undefined

/** What a command says beside the ids that this page made up for it. */
const sayingOf = (path: string, body: string) =>
  `${path} ${body.replace(/"([0-9a-f-]{36})"/g, (all, id) => (made.has(id) ? '""' : all))}`

/** Runs a command now, and gives its answer; for what may not wait in the queue. */
export const run = async <P extends keyof paths>(path: P, asked: Body<P>): Promise<Answer<P>> => {
  const text = JSON.stringify(asked)
  const said = sayingOf(path, text)
  const { id, body } = pending?.said === said ? pending : { id: newId(), body: text }
  pending = { said, id, body }
  const headers = { ...ours, 'content-type': 'application/json', 'idempotency-key': id }
  const init = { method: 'POST', headers, body, signal: AbortSignal.timeout(patience) }
  const response = await fetch(path, init).catch(() => {
    throw unanswered()
  })
  if (!isAnswer(response)) throw stranger()
  const answer: unknown =
    response.status === 204
      ? undefined
      : await response.json().catch(() => {
          if (response.ok) throw unanswered()
          return {}
        })
  if (response.status < 500 && response.status !== 429) pending = undefined
  if (response.status === 401) for (const tell of listeners) tell()
  if (!response.ok) throw problemOf(response.status, answer as ProblemDocument)
  return answer as Answer<P>
}
