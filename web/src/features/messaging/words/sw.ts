import type { Words } from '@/words/book'
import type { en } from './en'

export const sw: Words<typeof en> = {
  sent: 'umetumwa',
  delivered: 'umefika',
  failed: 'umeshindwa',
  theNewest: 'mpya zaidi {n}',
  email: 'Barua pepe',
  visitBooked: 'Ziara imepangwa',
  visitMoved: 'Ziara imehamishwa',
  visitCancelled: 'Ziara imefutwa',
  onTheWay: 'Njiani',
  runningLate: 'Inachelewa',
  workDone: 'Kazi imekamilika',
  requestReceived: 'Ombi limepokelewa',
  writtenByTheOffice: 'Imeandikwa na ofisi',
  jobSent: 'Kazi imetumwa',
  jobChanged: 'Kazi imebadilishwa',
  jobTakenOff: 'Kazi imeondolewa',
  jobCancelled: 'Kazi imefutwa',
  whatsapp: 'WhatsApp',
  notification: 'Arifa',
  waitsToBeSent: 'inasubiri kutumwa',
  notSentItWasNo: 'haikutumwa, haikuwa kweli tena',
  messages: 'Ujumbe',
  nothingWasSaidToThe: 'Bado hakuna kilichosemwa kwa mteja au kwa simu ya fundi.',
  to: '{name} kwa {to}',
}
