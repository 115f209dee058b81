import type { Words } from '@/words/book'
import type { en } from './en'

export const fr: Words<typeof en> = {
  inTheOffice: 'au bureau',
  byATechnician: 'par un technicien',
  byTheCustomer: 'par le client',
  aRecord: 'une fiche',
  chooseFor: 'Choisir pour {name}',
  standsAndCame: '{field} : « {present} » tient, mis {side} ; « {sent} » est venu plus tard d’un appareil.',
  moreWait: '{n} autres attendent.',
  wasChangedTwice: 'a été modifié deux fois.',
  leaveIt: 'Laisser tel quel',
  takeTheOther: 'Prendre l’autre',
  summary: 'Résumé',
  instructions: 'Consignes',
  safetyNotes: 'Consignes de sécurité',
  contact: 'Contact',
  beginOfTheWindow: 'Début de la plage',
  endOfTheWindow: 'Fin de la plage',
  priority: 'Priorité',
  symptom: 'Symptôme',
  problemCode: 'Code du problème',
  cause: 'Cause',
  action: 'Action',
  anotherOne: 'un autre',
}
