import createClient, { type Middleware } from 'openapi-fetch'
import { uuid7 } from '@/store/ids'
import type { paths } from './schema'

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
  401: 'You are signed out. Sign in again; nothing you saved is lost.',
  403: 'Your role does not allow this. Ask your administrator.',
  404: 'This is not here, or not yours to see.',
  429: 'The server is busy. Try again in a moment.',
}

const problemOf = (status: number, document: ProblemDocument) =>
  new Problem(
    status,
    document.code ?? 'failed',
    document.detail ?? said[status] ?? 'Something failed on our side. Nothing was changed; try again.',
    document.field,
  )

const offline = () =>
  new Problem(0, 'offline', 'The server cannot be reached. Nothing was changed; try again when there is a connection.')

const listeners = new Set<() => void>()

/** Called whenever the server no longer knows who we are. */
export const onSignedOut = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const newId = () => uuid7(Date.now(), bytes => crypto.getRandomValues(bytes))

/** A header that no foreign page can set. */
export const ours = { 'x-callout': 'office' }

const envelope: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ours)) request.headers.set(name, value)
    return request
  },
  onResponse({ response }) {
    if (response.status === 401) for (const tell of listeners) tell()
  },
  onError: offline,
}

/** Asks lists, searches and reports; what is live comes through the store. */
export const api = createClient<paths>({ baseUrl: '/' })
api.use(envelope)

type Asked<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** The answer, or the problem thrown. */
export const answerOf = async <T>(asked: Asked<T>): Promise<T> => {
  const { data, error, response } = await asked
  if (!response.ok) throw problemOf(response.status, (error ?? {}) as ProblemDocument)
  return data as T
}

type Json<T> = T extends { content: { 'application/json': infer B } } ? B : never
type Post<P extends keyof paths> = paths[P] extends { post: infer O } ? O : never
type Body<P extends keyof paths> = Post<P> extends { requestBody?: infer B } ? Json<NonNullable<B>> : never
type Answer<P extends keyof paths> = Post<P> extends { responses: { 200: infer R } } ? Json<R> : never

/** Runs a command now, and gives its answer; for what may not wait in the queue. */
export const run = async <P extends keyof paths>(path: P, body: Body<P>, id = newId()): Promise<Answer<P>> => {
  const headers = { ...ours, 'content-type': 'application/json', 'idempotency-key': id }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw offline()
  })
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.status === 401) for (const tell of listeners) tell()
  if (!response.ok) throw problemOf(response.status, answer as ProblemDocument)
  return answer as Answer<P>
}
