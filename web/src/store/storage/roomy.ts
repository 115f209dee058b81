import type { Storage } from './port'

/** The device had no room for a write. */
export const isFull = (problem: unknown) => problem instanceof Error && problem.name === 'QuotaExceededError'

/** Before it gives a write up for want of room, what can be had again makes way for it, once. */
export const roomy = (storage: Storage, makeRoom: () => Promise<unknown>): Storage => ({
  async transact(work) {
    try {
      return await storage.transact(work)
    } catch (problem) {
      if (!isFull(problem)) throw problem
      await makeRoom().catch(() => undefined)
      return storage.transact(work)
    }
  },
})
