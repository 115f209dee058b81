import type { Words } from '@/words/book'
import type { en } from './en'

export const de: Words<typeof en> = {
  signedOut: 'Sie sind abgemeldet. Melden Sie sich wieder an; nichts Gespeichertes ist verloren.',
  notAllowed: 'Ihre Rolle erlaubt das nicht. Fragen Sie, wer Ihr Konto verwaltet.',
  notHere: 'Das ist nicht hier oder nicht für Sie sichtbar.',
  busy: 'Der Server ist beschäftigt. Versuchen Sie es gleich noch einmal.',
  failed: 'Auf unserer Seite ist etwas fehlgeschlagen. Nichts wurde geändert; versuchen Sie es noch einmal.',
  offline: 'Der Server ist nicht erreichbar. Versuchen Sie es wieder, wenn Verbindung besteht.',
  unanswered:
    'Es kam keine Antwort, darum ist nicht bekannt, ob es geschehen ist. Versuchen Sie es wieder, wenn Verbindung besteht: Es geschieht nicht zweimal.',
  stranger: 'Etwas anderes hat statt des Servers geantwortet. Verlangt dieses Netz eine Anmeldung?',
  notSent: 'Die Datei konnte nicht gesendet werden. Nichts wurde angehängt; versuchen Sie es wieder, wenn Verbindung besteht.',
}
