import type { Card, Shelf } from '@/store/files'

/** Outlives the core that writes to it, as a disk does. */
export const memoryShelf = (): Shelf<Blob> => {
  const cards = new Map<string, Card>()
  const contents = new Map<string, Blob>()
  return {
    cards: async () => [...cards.values()].map(card => ({ ...card })),
    content: async hash => contents.get(hash),
    async keep(card, content) {
      cards.set(card.hash, { ...card })
      contents.set(card.hash, content)
    },
    async write(card) {
      cards.set(card.hash, { ...card })
    },
    async drop(hash) {
      cards.delete(hash)
      contents.delete(hash)
    },
  }
}
