import type { Words } from '@/words/book'
import type { en } from './en'

export const fr: Words<typeof en> = {
  changedMeanwhile:
    'Quelqu’un d’autre a changé la même chose entre-temps. Sa valeur tient ; choisissez sous À régler laquelle doit rester.',
  couldNotCarryOut: 'Le serveur n’a pu l’exécuter. C’est gardé, et quelqu’un au bureau est prévenu.',
}
