import type { Draft } from './queue'
import type { Store } from './sync'
import { say } from './words'

/** The server said no; its sentence says why. */
export class Refused extends Error {}

const patience = 3_000

/** Records a command and waits a little for its answer, so that a form can stay open when it was refused. Without an answer in
 *  time it counts as kept: it is sent later, and a refusal is then shown over the page. */
export const attempt = async (store: Store, draft: Draft): Promise<'applied' | 'kept'> => {
  const { id, outcome } = await store.add(draft)
  const answer = await Promise.race([outcome, new Promise<undefined>(resolve => setTimeout(resolve, patience))])
  if (!answer) return 'kept'
  if (answer.outcome === 'applied') return 'applied'
  if (answer.outcome === 'conflict') throw new Refused(say('changedMeanwhile'))
  await store.dismiss(id)
  throw new Refused(answer.detail ?? say('couldNotCarryOut'))
}
