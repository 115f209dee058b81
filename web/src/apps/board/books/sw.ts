import type { Messages } from '@/words/book'

export const books = import.meta.glob<Messages>(
  ['/src/{api,store,ui}/words/sw.ts', '/src/apps/board/words/sw.ts', '/src/features/*/words/sw.ts', '!/src/features/visits/**'],
  { eager: true, import: 'sw' },
)
