import { type DBSchema, openDB } from 'idb'
import type { Card, Shelf } from '../files'

interface Schema extends DBSchema {
  cards: { key: string; value: Card; indexes: { at: number } }
  contents: { key: string; value: Blob }
}

/** Each person's files on this device, apart from the outbox: a full shelf must not get in the way of words. */
export const openShelf = async (person: string): Promise<Shelf<Blob> & { close(): void }> => {
  const db = await openDB<Schema>(`callout-files-${person}`, 1, {
    upgrade(created) {
      created.createObjectStore('cards', { keyPath: 'hash' }).createIndex('at', 'at')
      created.createObjectStore('contents')
    },
  })
  const write = () => db.transaction(['cards', 'contents'], 'readwrite', { durability: 'strict' })
  return {
    cards: () => db.getAllFromIndex('cards', 'at'),
    content: hash => db.get('contents', hash),
    async keep(card, content) {
      const tx = write()
      await Promise.all([tx.objectStore('cards').put(card), tx.objectStore('contents').put(content, card.hash), tx.done])
    },
    async write(card) {
      const tx = write()
      await Promise.all([tx.objectStore('cards').put(card), tx.done])
    },
    async drop(hash) {
      const tx = write()
      await Promise.all([tx.objectStore('cards').delete(hash), tx.objectStore('contents').delete(hash), tx.done])
    },
    close: () => db.close(),
  }
}
