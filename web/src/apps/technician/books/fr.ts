import type { Messages } from '@/words/book'

export const books = import.meta.glob<Messages>(['/src/{api,store,ui}/words/fr.ts', '/src/features/visits/words/fr.ts'], {
  eager: true,
  import: 'fr',
})
