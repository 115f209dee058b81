import { say } from './words'

/** What the server says by a code, within a sentence. */
const codes: Partial<Record<string, string>> = {
  emergency: say('codeEmergency'),
  high: say('codeHigh'),
  normal: say('codeNormal'),
  low: say('codeLow'),
  draft: say('codeDraft'),
  triaged: say('codeTriaged'),
  awaitingApproval: say('codeAwaitingApproval'),
  ready: say('codeReady'),
  scheduled: say('codeScheduled'),
  inProgress: say('codeInProgress'),
  onHold: say('codeOnHold'),
  completed: say('codeCompleted'),
  closed: say('codeClosed'),
  cannotComplete: say('codeCannotComplete'),
  cancelled: say('codeCancelled'),
  tentative: say('codeTentative'),
  dispatched: say('codeDispatched'),
  accepted: say('codeAccepted'),
  enRoute: say('codeEnRoute'),
  onSite: say('codeOnSite'),
  working: say('codeWorking'),
  paused: say('codePaused'),
  incomplete: say('codeIncomplete'),
  noAccess: say('codeNoAccess'),
  expired: say('codeExpired'),
  break: say('codeBreak'),
  parts: say('codeParts'),
  customer: say('codeCustomer'),
  access: say('codeAccess'),
  approval: say('codeApproval'),
  payment: say('codePayment'),
  weather: say('codeWeather'),
  other: say('codeOther'),
  partMissing: say('codePartMissing'),
  wrongPart: say('codeWrongPart'),
  noPower: say('codeNoPower'),
  unsafe: say('codeUnsafe'),
  skillMissing: say('codeSkillMissing'),
  customerStopped: say('codeCustomerStopped'),
  moreWorkThanPlanned: say('codeMoreWorkThanPlanned'),
  customerAbsent: say('codeCustomerAbsent'),
  siteClosed: say('codeSiteClosed'),
  refused: say('codeRefused'),
  addressNotFound: say('codeAddressNotFound'),
}

/** A code that has no words yet is shown as it is called, with spaces. */
export const codeInWords = (code: unknown) =>
  codes[String(code)] ??
  String(code)
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
