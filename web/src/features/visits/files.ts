import type { DeviceStore } from '@/store/device'
import { httpFiles } from '@/store/fileServer'
import { createFiles, type Files, follow, type Waiting } from '@/store/files'
import { writeHandover } from '@/store/handover'
import { hashOfFile } from '@/store/hash'
import { openShelf } from '@/store/storage/shelf'
import { say } from './words'

const none: Waiting = { waiting: 0, bytes: 0, refused: [] }
const listeners = new Set<() => void>()
const tellAll = () => {
  for (const tell of listeners) tell()
}
let open: Files<Blob> | undefined
let held: DeviceStore['held'] | undefined

/** How long a picture lets words go first on a line that carries neither. */
const patience = 10_000

const wordsFirst = (store: DeviceStore) => async () => {
  const sending = () => store.status().link === 'live' && store.status().waiting.length > 0
  if (!sending()) return
  await new Promise<void>(resolve => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const stop = store.subscribe(() => sending() || done())
    const timer = setTimeout(done, patience)
  })
}

/** Pictures wait on this device until the server has verified them; the command that attaches one may go before. */
export const openFiles = async (person: string, store: DeviceStore): Promise<() => void> => {
  const shelf = await openShelf(person)
  const files = createFiles(shelf, httpFiles(), {
    now: () => Date.now(),
    random: () => Math.random(),
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
    alone: (name, work) => navigator.locks.request(`${name}-${person}`, work) as ReturnType<typeof work>,
    sha256: hashOfFile,
    epoch: async () => (await store.held()).meta.epoch,
    wordsFirst: wordsFirst(store),
  })
  open = files
  held = store.held
  store.carries(files)
  const stop = files.subscribe(tellAll)
  const stopFollowing = follow(store, files)
  await files.recount()
  return () => {
    stop()
    stopFollowing()
    files.close()
    shelf.close()
    store.carries(undefined)
    if (open === files) open = undefined
    tellAll()
  }
}

const fullAt = 0.8
const emptyTo = 0.7

/** Before the browser runs out of room, what the office holds for certain goes; the outbox and what is unsent never do. */
export const watchRoom = async () => {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {}
  if (quota > 0 && usage > quota * fullAt) await open?.makeRoom(usage - quota * emptyTo)
}

const here = () => {
  if (!open) throw new Error('The files of this device are not open.')
  return open
}

export const subscribeFiles = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
export const filesNow = () => open?.now() ?? none
export const sendFiles = () => open?.send()
export const keepFile = (blob: Blob) => here().keep(blob)
/** Everything that waits on this device, as a file that the office can bring in; made without signal. */
export const outboxFile = async (who: { person: string; name: string }) => {
  if (!held) throw new Error('The outbox of this device is not open.')
  return writeHandover(who, await held(), await here().cards(), hash => here().content(hash), Date.now())
}
export const fileOf = async (hash: string) => open?.content(hash)

const longestEdge = 1600
const quality = 0.8

/** What was chosen cannot be drawn: it is empty, no picture, or of a kind that this browser does not know. */
export class NotAPhoto extends Error {}

/** Made small on the device: a photo of a few hundred kilobytes tells as much and goes through a thin line. */
export const shrink = async (photo: Blob): Promise<Blob> => {
  const image = await createImageBitmap(photo).catch(() => {
    throw new NotAPhoto()
  })
  const scale = Math.min(1, longestEdge / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return toBlob(canvas, 'image/jpeg')
}

export const toBlob = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error(say('pictureUnread')))), type, quality),
  )
