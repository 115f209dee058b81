import type { Words } from '@/words/book'
import type { en } from './en'

export const sw: Words<typeof en> = {
  thisBrowserLost: 'Kivinjari hiki kimepoteza kilichohifadhi.',
  aDeviceLost: 'Kifaa kimepoteza kilichohifadhi.',
  noticed: 'Imegunduliwa {time}.',
  arrivedUpTo: 'Kila kitu hadi tendo la {n} kilikuwa kimefika; kilichorekodiwa humo baada ya hapo lazima kifanywe tena.',
  moreWait: 'Nyingine {n} zinasubiri.',
  nothingHadArrivedFromIt: 'Hakuna kilichokuwa kimefika kutoka kwake; kilichorekodiwa humo lazima kifanywe tena.',
  lostStorageSeenTo: 'Hifadhi iliyopotea imeshughulikiwa',
  itIsSeenTo: 'Imeshughulikiwa',
}
