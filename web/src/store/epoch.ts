import type { Tx } from './storage/port'

/** The server was restored, or is another one: whatever it acknowledged may be gone. Everything that we still hold is sent again
 *  in its old order, and the snapshot is fetched anew; until that is complete the old one stays on the screen. */
export const adoptEpoch = async (tx: Tx, epoch: string) => {
  const meta = await tx.meta()
  const isFirst = meta.epoch === ''
  const { durable: _, anew: __, comparedAt: ___, ...rest } = meta
  await tx.putMeta({ ...rest, epoch, cursor: null, replace: !isFirst })
  await tx.clearPages()
  if (isFirst) return
  for (const { command, title, patches } of await tx.commands()) await tx.putCommand({ command, title, patches })
}
