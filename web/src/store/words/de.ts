import type { Words } from '@/words/book'
import type { en } from './en'

export const de: Words<typeof en> = {
  changedMeanwhile:
    'Jemand anderes hat inzwischen dasselbe geändert. Dessen Wert gilt; wählen Sie unter Zu klären, welcher gelten soll.',
  couldNotCarryOut: 'Der Server konnte das nicht ausführen. Es ist aufgehoben, und jemand im Büro weiß Bescheid.',
}
