import type { Words } from '@/words/book'
import type { en } from './en'

export const sw: Words<typeof en> = {
  inTheOffice: 'ofisini',
  byATechnician: 'na fundi',
  byTheCustomer: 'na mteja',
  aRecord: 'rekodi',
  chooseFor: 'Chagua kwa {name}',
  standsAndCame: '{field}: “{present}” ndiyo iliyopo, imewekwa {side}; “{sent}” ilikuja baadaye kutoka kifaa.',
  moreWait: 'Nyingine {n} zinasubiri.',
  wasChangedTwice: 'imebadilishwa mara mbili.',
  leaveIt: 'Iache',
  takeTheOther: 'Chukua nyingine',
  summary: 'Muhtasari',
  instructions: 'Maelekezo',
  safetyNotes: 'Maelezo ya usalama',
  contact: 'Wa kuwasiliana naye',
  beginOfTheWindow: 'Mwanzo wa kipindi',
  endOfTheWindow: 'Mwisho wa kipindi',
  priority: 'Kipaumbele',
  symptom: 'Dalili',
  problemCode: 'Msimbo wa tatizo',
  cause: 'Chanzo',
  action: 'Hatua',
  anotherOne: 'nyingine',
}
