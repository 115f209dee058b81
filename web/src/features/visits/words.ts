import { book } from '@/words/book'
import { en } from './words/en'

export type Key = keyof typeof en

export const say = book('features/visits', en)
