import { book } from '@/words/book'
import { en } from './words/en'

export const say = book('store', en)
