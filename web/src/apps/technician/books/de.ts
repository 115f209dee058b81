import type { Messages } from '@/words/book'

export const books = import.meta.glob<Messages>(['/src/{api,store,ui}/words/de.ts', '/src/features/visits/words/de.ts'], {
  eager: true,
  import: 'de',
})
