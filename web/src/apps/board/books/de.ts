import type { Messages } from '@/words/book'

export const books = import.meta.glob<Messages>(
  ['/src/{api,store,ui}/words/de.ts', '/src/apps/board/words/de.ts', '/src/features/*/words/de.ts', '!/src/features/visits/**'],
  { eager: true, import: 'de' },
)
