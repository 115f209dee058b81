import type { Words } from '@/words/book'
import type { en } from './en'

export const de: Words<typeof en> = {
  sent: 'gesendet',
  delivered: 'zugestellt',
  failed: 'fehlgeschlagen',
  theNewest: 'die neuesten {n}',
  email: 'E-Mail',
  visitBooked: 'Einsatz gebucht',
  visitMoved: 'Einsatz verlegt',
  visitCancelled: 'Einsatz abgesagt',
  onTheWay: 'Unterwegs',
  runningLate: 'Verspätet',
  workDone: 'Arbeit erledigt',
  requestReceived: 'Meldung eingegangen',
  writtenByTheOffice: 'Vom Büro geschrieben',
  jobSent: 'Einsatz losgeschickt',
  jobChanged: 'Einsatz geändert',
  jobTakenOff: 'Einsatz entzogen',
  jobCancelled: 'Einsatz abgesagt',
  whatsapp: 'WhatsApp',
  notification: 'Benachrichtigung',
  waitsToBeSent: 'wartet auf Versand',
  notSentItWasNo: 'nicht gesendet, es stimmte nicht mehr',
  messages: 'Nachrichten',
  nothingWasSaidToThe: 'Weder dem Kunden noch dem Telefon eines Technikers wurde bisher etwas mitgeteilt.',
  to: '{name} an {to}',
}
