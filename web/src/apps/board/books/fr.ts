import type { Messages } from '@/words/book'

export const books = import.meta.glob<Messages>(
  ['/src/{api,store,ui}/words/fr.ts', '/src/apps/board/words/fr.ts', '/src/features/*/words/fr.ts', '!/src/features/visits/**'],
  { eager: true, import: 'fr' },
)
