import type { Seen } from '@/store/documents'
import type { Store } from '@/store/sync'

/** A device came back without what it had stored; what it had recorded beyond a number is gone with it. */
export type StorageLoss = { device: string; person: string; after: number; noticedAt: string; settled?: boolean }

export const isOpen = (loss: Seen<StorageLoss>) => !loss.settled && loss.noticedAt !== undefined

export const settle = (store: Store, { id, version }: Seen<StorageLoss>, title: string) =>
  store.add({
    type: 'storage-losses/settle',
    title,
    entity: id,
    baseVersion: version,
    body: { loss: id },
    patches: [{ type: 'storage-loss', id, set: { settled: true } }],
  })
