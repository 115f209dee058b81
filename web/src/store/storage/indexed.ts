import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import { type Document, keyOf } from '../documents'
import type { Page } from '../wire'
import { firstMeta, type Meta, type Recorded, type Storage, type Tx } from './port'

interface Schema extends DBSchema {
  meta: { key: 'meta'; value: Meta }
  commands: { key: string; value: Recorded; indexes: { n: number } }
  documents: { key: string; value: Document }
  pages: { key: number; value: Page }
}

type Names = ('meta' | 'commands' | 'documents' | 'pages')[]
const names: Names = ['meta', 'commands', 'documents', 'pages']

/** Each person has a database of their own on this device, so nobody reads or sends what another left. */
export const openIndexed = async (person: string, newDevice: () => string): Promise<Storage & { close(): void }> => {
  const db = await openDB<Schema>(`callout-${person}`, 1, { upgrade: create })
  await enrol(db, newDevice)
  return {
    async transact(work) {
      // The browser's default is to answer before the disk has it; "saved on this device" must be true after a flat battery.
      const transaction = db.transaction(names, 'readwrite', { durability: 'strict' })
      try {
        const result = await work(tx(transaction))
        await transaction.done
        return result
      } catch (problem) {
        abort(transaction)
        throw problem
      }
    },
    close: () => db.close(),
  }
}

const create = (db: IDBPDatabase<Schema>) => {
  db.createObjectStore('meta')
  db.createObjectStore('commands', { keyPath: 'command.id' }).createIndex('n', 'command.n')
  db.createObjectStore('documents')
  db.createObjectStore('pages', { autoIncrement: true })
}

const enrol = async (db: IDBPDatabase<Schema>, newDevice: () => string) => {
  const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' })
  if (!(await transaction.store.get('meta'))) await transaction.store.put(firstMeta(newDevice()), 'meta')
  await transaction.done
}

const abort = (transaction: IDBPTransaction<Schema, Names, 'readwrite'>) => {
  transaction.done.catch(() => undefined)
  try {
    transaction.abort()
  } catch {
    // It had ended by itself; there is nothing left to undo.
  }
}

const tx = (transaction: IDBPTransaction<Schema, Names, 'readwrite'>): Tx => {
  const [meta, commands, documents, pages] = [
    transaction.objectStore('meta'),
    transaction.objectStore('commands'),
    transaction.objectStore('documents'),
    transaction.objectStore('pages'),
  ]
  return {
    async meta() {
      const found = await meta.get('meta')
      if (!found) throw new Error('This device is not enrolled.')
      return found
    },
    putMeta: async value => void (await meta.put(value, 'meta')),
    commands: () => commands.index('n').getAll(),
    putCommand: async value => void (await commands.put(value)),
    deleteCommand: id => commands.delete(id),
    documents: () => documents.getAll(),
    putDocument: async value => void (await documents.put(value, keyOf(value))),
    deleteDocument: key => documents.delete(key),
    clearDocuments: () => documents.clear(),
    pages: () => pages.getAll(),
    addPage: async value => void (await pages.add(value)),
    clearPages: () => pages.clear(),
  }
}
