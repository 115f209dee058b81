export const en = {
  signedOut: 'You are signed out. Sign in again; nothing you saved is lost.',
  notAllowed: 'Your role does not allow this. Ask your administrator.',
  notHere: 'This is not here, or not yours to see.',
  busy: 'The server is busy. Try again in a moment.',
  failed: 'Something failed on our side. Nothing was changed; try again.',
  offline: 'The server cannot be reached. Try again when there is a connection.',
  unanswered:
    'No answer came, so that it is not known whether this was done. Try again when there is a connection: it is not done twice.',
  stranger: 'Something else answered in the server’s place. Does this network want you to sign in?',
  notSent: 'The file could not be sent. Nothing was attached; try again when there is a connection.',
}
