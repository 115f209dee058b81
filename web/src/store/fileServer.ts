import { type FileServer, type FileState, Unwanted } from './files'
import { ask, read } from './server'

/** A piece takes half a minute on a line of 64 kbit/s, and near four on one of 9.6. */
const patience = 300_000

/** The doors under /api/blobs, over HTTP. */
export const httpFiles = (way: typeof fetch = (path, init) => fetch(path, init)): FileServer<Blob> => {
  let line = new AbortController()
  const asked = async (path: string, init: RequestInit = {}): Promise<FileState> => {
    const signal = AbortSignal.any([line.signal, AbortSignal.timeout(patience)])
    const answer = await ask(way, `/api/blobs/${path}`, { ...init, signal })
    if (answer.ok || answer.status < 400) return read<FileState>(answer)
    const told = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string }
    // Only who speaks our language may turn a file away.
    if (answer.status === 422 && told.code?.startsWith('blob.')) throw new Unwanted(422, told.code, told.detail ?? told.code)
    return read<FileState>(answer)
  }
  return {
    state: hash => asked(hash),
    piece: (hash, i, mediaType, piece) =>
      asked(`${hash}/${i}`, { method: 'PUT', body: piece, headers: { 'content-type': mediaType } }),
    complete: (hash, size, mediaType) =>
      asked(`${hash}/complete`, {
        method: 'POST',
        body: JSON.stringify({ size, mediaType }),
        headers: { 'content-type': 'application/json' },
      }),
    letGo() {
      line.abort()
      line = new AbortController()
    },
  }
}
