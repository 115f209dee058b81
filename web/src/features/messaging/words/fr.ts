import type { Words } from '@/words/book'
import type { en } from './en'

export const fr: Words<typeof en> = {
  sent: 'envoyé',
  delivered: 'remis',
  failed: 'échoué',
  theNewest: 'les {n} plus récents',
  email: 'E-mail',
  visitBooked: 'Intervention réservée',
  visitMoved: 'Intervention déplacée',
  visitCancelled: 'Intervention annulée',
  onTheWay: 'En route',
  runningLate: 'En retard',
  workDone: 'Travail terminé',
  requestReceived: 'Demande reçue',
  writtenByTheOffice: 'Écrit par le bureau',
  jobSent: 'Travail envoyé',
  jobChanged: 'Travail modifié',
  jobTakenOff: 'Travail retiré',
  jobCancelled: 'Travail annulé',
  whatsapp: 'WhatsApp',
  notification: 'Notification',
  waitsToBeSent: 'attend l’envoi',
  notSentItWasNo: 'pas envoyé, ce n’était plus vrai',
  messages: 'Messages',
  nothingWasSaidToThe: 'Rien n’a encore été dit au client ni au téléphone d’un technicien.',
  to: '{name} à {to}',
}
