import type { Words } from '@/words/book'
import type { en } from './en'

export const sw: Words<typeof en> = {
  changedMeanwhile:
    'Mtu mwingine amebadilisha kitu hichohicho wakati huo. Yake ndiyo iliyopo; chagua chini ya Za kuamua ipi ibaki.',
  couldNotCarryOut: 'Seva haikuweza kutekeleza hili. Limehifadhiwa, na mtu ofisini ameambiwa.',
}
