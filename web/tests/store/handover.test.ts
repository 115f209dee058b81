import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readHandover, writeHandover } from '@/store/handover'
import { record } from '@/store/queue'
import { memoryStorage } from '@/store/storage/memory'

const machine = {
  now: () => Date.parse('2026-11-26T08:00:00Z'),
  mono: () => 12.5,
  bootId: 'boot',
  newId: () => crypto.randomUUID(),
}
const who = { person: 'p1', name: 'Ana' }
const draft = (title: string) => ({
  type: 'visits/accept',
  body: { visit: 'v1' },
  title,
  entity: 'v1',
  baseVersion: 3,
  patches: [],
})

const filled = async () => {
  const storage = memoryStorage('d1')
  await storage.transact(async tx => tx.putMeta({ ...(await tx.meta()), epoch: 'e1' }))
  const [answered, first, second] = [
    await record(storage, machine, draft('Answered')),
    await record(storage, machine, draft('Accept, WO-12')),
    await record(storage, machine, draft('Travel, WO-12')),
  ]
  await storage.transact(tx =>
    tx.putCommand({ ...answered, outcome: { id: answered.command.id, outcome: 'applied' }, settledAt: machine.now() }),
  )
  const held = await storage.transact(async tx => ({ meta: await tx.meta(), commands: await tx.commands() }))
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 256)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const content = new Blob([bytes], { type: 'image/jpeg' })
  const card = { hash, size: content.size, mediaType: content.type, at: 1 }
  const cards = [card, { ...card, hash: 'sent', verifiedIn: 'e1' }]
  const file = await writeHandover(who, held, cards, async wanted => (wanted === hash ? content : undefined), machine.now())
  return { file, bytes, hash, ids: [first.command.id, second.command.id] }
}

test('what waits goes into the file and comes out of it as it was recorded, and nothing else', async () => {
  const { file, bytes, hash, ids } = await filled()
  const handed = await readHandover(file)
  expect(handed).toMatchObject({ ...who, device: 'd1', exportedAt: '2026-11-26T08:00:00.000Z', isWhole: true })
  expect(handed?.lines.map(l => [l.title, l.command.id, l.command.n])).toEqual([
    ['Accept, WO-12', ids[0], 2],
    ['Travel, WO-12', ids[1], 3],
  ])
  expect(handed?.lines[0]?.command).toMatchObject({
    type: 'visits/accept',
    body: { visit: 'v1' },
    baseVersion: 3,
    epoch: 'e1',
    mono: 12_500,
  })
  expect(handed?.files.map(f => [f.hash, f.content.type])).toEqual([[hash, 'image/jpeg']])
  expect(new Uint8Array((await handed?.files[0]?.content.arrayBuffer()) as ArrayBuffer)).toEqual(bytes)
})

test('a file that is cut off still gives what is in it, and says so', async () => {
  const { file, ids } = await filled()
  const text = await file.text()
  const handed = await readHandover(new Blob([text.slice(0, text.length / 2)]))
  expect(handed?.isWhole).toBe(false)
  expect(handed?.lines.map(l => l.command.id)).toEqual(ids)
})

test('another file is not taken for an outbox', async () => {
  expect(await readHandover(new Blob(['Name,Phone\nAna,1\n']))).toBeUndefined()
  expect(await readHandover(new Blob(['{"callout":"outbox","version":9}\n']))).toBeUndefined()
})
