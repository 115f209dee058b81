import type { Words } from '@/words/book'
import type { en } from './en'

export const fr: Words<typeof en> = {
  signedOut: 'Vous êtes déconnecté. Reconnectez-vous ; rien de ce que vous avez enregistré n’est perdu.',
  notAllowed: 'Votre rôle ne le permet pas. Demandez à votre administrateur.',
  notHere: 'Ce n’est pas ici, ou pas visible pour vous.',
  busy: 'Le serveur est occupé. Réessayez dans un instant.',
  failed: 'Quelque chose a échoué de notre côté. Rien n’a été changé ; réessayez.',
  offline: 'Le serveur est injoignable. Réessayez quand il y a une connexion.',
  unanswered:
    'Aucune réponse n’est venue : on ne sait pas si c’est fait. Réessayez quand il y a une connexion : ce n’est pas fait deux fois.',
  stranger: 'Autre chose a répondu à la place du serveur. Ce réseau demande-t-il une connexion ?',
  notSent: 'Le fichier n’a pu être envoyé. Rien n’a été joint ; réessayez quand il y a une connexion.',
}
