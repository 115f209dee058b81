import type { Words } from '@/words/book'
import type { en } from './en'

export const de: Words<typeof en> = {
  inTheOffice: 'im Büro',
  byATechnician: 'von einem Techniker',
  byTheCustomer: 'vom Kunden',
  aRecord: 'ein Eintrag',
  chooseFor: 'Für {name} wählen',
  standsAndCame: '{field}: „{present}“ gilt, gesetzt {side}; „{sent}“ kam später von einem Gerät.',
  moreWait: '{n} weitere warten.',
  wasChangedTwice: 'wurde zweimal geändert.',
  leaveIt: 'So lassen',
  takeTheOther: 'Den anderen nehmen',
  summary: 'Kurzfassung',
  instructions: 'Anweisungen',
  safetyNotes: 'Sicherheitshinweise',
  contact: 'Ansprechpartner',
  beginOfTheWindow: 'Beginn des Zeitfensters',
  endOfTheWindow: 'Ende des Zeitfensters',
  priority: 'Priorität',
  symptom: 'Symptom',
  problemCode: 'Problemcode',
  cause: 'Ursache',
  action: 'Maßnahme',
  anotherOne: 'ein anderer',
}
