import type { Words } from '@/words/book'
import type { en } from './en'

export const de: Words<typeof en> = {
  thisBrowserLost: 'Dieser Browser hat verloren, was er gespeichert hatte.',
  aDeviceLost: 'Ein Gerät hat verloren, was es gespeichert hatte.',
  noticed: 'Bemerkt {time}.',
  arrivedUpTo: 'Alles bis zur Aktion {n} war angekommen; was danach darauf erfasst wurde, muss noch einmal getan werden.',
  moreWait: '{n} weitere warten.',
  nothingHadArrivedFromIt: 'Nichts war von ihm angekommen; was darauf erfasst wurde, muss noch einmal getan werden.',
  lostStorageSeenTo: 'Um verlorenen Speicher gekümmert',
  itIsSeenTo: 'Es ist erledigt',
}
