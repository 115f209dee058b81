import type { Store } from '@/store/sync'
import type { Outcome } from '@/store/wire'
import { tell } from '@/ui/toasts'
import { isTold, type VisitOnBoard } from './board'
import { say } from './words'

type Sent = Promise<{ outcome: Promise<Outcome> }>

/** One thing done here; `back` is missing where it cannot be taken back by itself. */
export type Step = { words: string; visits: readonly string[]; back?: () => Sent[] }

const done: Step[] = []

export const remember = (step: Step) => done.push(step)

/** It was refused, so there is nothing to take back. */
export const forget = (step: Step) => {
  const at = done.indexOf(step)
  if (at >= 0) done.splice(at, 1)
}

/** All that is done while `work` runs is taken back as one. */
export const asOne = async <T>(words: string, work: () => Promise<T>): Promise<T> => {
  const before = done.length
  const result = await work()
  const steps = done.splice(before)
  const visits = steps.flatMap(s => s.visits)
  if (steps.length > 0) done.push({ words, visits, back: () => steps.toReversed().flatMap(s => s.back?.() ?? []) })
  return result
}

/** Takes back the last thing done here, by commands of its own; not once somebody has been told of it. What came of it is said when the server has answered. */
export const undo = async (store: Store) => {
  const last = done.pop()
  if (!last) return tell(say('thereIsNothingToUndo'))
  const told = last.visits.filter(id => isTold(store.documents.get<VisitOnBoard>('visit', id)?.state ?? 'scheduled'))
  const stays = say('staysTheTechnicianHasBeen', { words: last.words })
  if (!last.back || told.length > 0) return tell(stays, { kind: 'trouble' })
  const outcomes = await Promise.all(last.back().map(async sent => (await sent).outcome))
  const refused = (await Promise.all(outcomes)).find(o => o.outcome !== 'applied')
  if (!refused) return tell(say('undone', { words: last.words }))
  tell(say('notUndone', { words: last.words, why: refused.detail ?? say('theServerSaidNo') }), { kind: 'trouble' })
}
