import type { Words } from '@/words/book'
import type { en } from './en'

export const sw: Words<typeof en> = {
  signedOut: 'Umetoka kwenye akaunti. Ingia tena; hakuna ulichohifadhi kilichopotea.',
  notAllowed: 'Jukumu lako haliruhusu hili. Muulize msimamizi wako.',
  notHere: 'Hiki hakipo hapa, au huruhusiwi kukiona.',
  busy: 'Seva ina kazi nyingi. Jaribu tena baada ya muda mfupi.',
  failed: 'Kuna kilichoshindwa upande wetu. Hakuna kilichobadilishwa; jaribu tena.',
  offline: 'Seva haipatikani. Jaribu tena kukiwa na mtandao.',
  unanswered:
    'Hakuna jibu lililokuja, kwa hiyo haijulikani kama hili lilifanyika. Jaribu tena kukiwa na mtandao: halifanyiki mara mbili.',
  stranger: 'Kuna kingine kilichojibu badala ya seva. Je, mtandao huu unataka uingie?',
  notSent: 'Faili haikuweza kutumwa. Hakuna kilichoambatishwa; jaribu tena kukiwa na mtandao.',
}
