import type { Messages } from '@/words/book'

export const books = import.meta.glob<Messages>(['/src/{api,store,ui}/words/sw.ts', '/src/features/visits/words/sw.ts'], {
  eager: true,
  import: 'sw',
})
