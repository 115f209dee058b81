import { learn } from '@/words/book'
import { books } from './books'

// Nothing of the app is read before its language is there, so that whatever it says, it says in that.
void learn(books).then(() => import('./start'))
