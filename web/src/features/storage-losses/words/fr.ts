import type { Words } from '@/words/book'
import type { en } from './en'

export const fr: Words<typeof en> = {
  thisBrowserLost: 'Ce navigateur a perdu ce qu’il avait enregistré.',
  aDeviceLost: 'Un appareil a perdu ce qu’il avait enregistré.',
  noticed: 'Remarqué {time}.',
  arrivedUpTo: 'Tout jusqu’à l’action {n} était arrivé ; ce qui y a été noté après est à refaire.',
  moreWait: '{n} autres attendent.',
  nothingHadArrivedFromIt: 'Rien n’en était arrivé ; ce qui y a été noté est à refaire.',
  lostStorageSeenTo: 'Perte de stockage traitée',
  itIsSeenTo: 'C’est traité',
}
