import type { Body, Command, FeedTombstone, Outcome, Page, PushAnswer } from '@/store/wire'

type Row = { type: string; id: string; version: number; audience: string; body: Body; pos: number }
type State = {
  next: Record<string, number>
  receipts: Record<string, Outcome>
  rows: Record<string, Row>
  gone: (FeedTombstone & { pos: number })[]
  pos: number
  history: string[]
}

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** The server's side of the protocol in a page: receipts, gap-free numbers, a feed by audience, an epoch that a restore renews. */
export class ModelServer {
  epoch = 'epoch-1'
  audiences = new Set(['branch:1'])
  pageSize = 3
  private state: State = { next: {}, receipts: {}, rows: {}, gone: [], pos: 0, history: [] }
  private backup = clone(this.state)

  keepBackup() {
    this.backup = clone(this.state)
  }

  restoreBackup() {
    this.state = clone(this.backup)
    this.epoch = `epoch-${Number(this.epoch.split('-')[1]) + 1}`
  }

  /** Commands that had an effect, in the order in which they had it. */
  get history() {
    return this.state.history
  }

  rows() {
    return Object.values(this.state.rows).filter(r => r.type !== 'conflict' && this.audiences.has(r.audience))
  }

  put(type: string, id: string, audience: string, body: Body) {
    const version = (this.state.rows[`${type}/${id}`]?.version ?? 0) + 1
    const before = this.state.rows[`${type}/${id}`]
    const pos = ++this.state.pos
    this.state.gone = this.state.gone.filter(g => g.id !== id || g.audience !== audience)
    if (before && before.audience !== audience) this.state.gone.push({ document: type, id, audience: before.audience, pos })
    this.state.rows[`${type}/${id}`] = { type, id, version, audience, body, pos }
  }

  push(epoch: string, device: string, commands: Command[]): PushAnswer {
    const answer: PushAnswer = { epoch: this.epoch, next: 1, outcomes: [] }
    if (epoch !== this.epoch) return answer
    for (const command of commands) {
      const next = this.state.next[device] ?? 1
      const known = this.state.receipts[command.id]
      if (known) {
        this.state.next[device] = Math.max(next, command.n + 1)
        answer.outcomes.push(known)
      } else if (command.n !== next) {
        answer.outcomes.push({ id: command.id, outcome: 'gap' })
        break
      } else answer.outcomes.push(this.apply(device, command))
    }
    return { ...answer, next: this.state.next[device] ?? 1 }
  }

  private apply(device: string, command: Command): Outcome {
    const outcome = (command.body.verdict as Outcome['outcome'] | undefined) ?? 'applied'
    this.state.next[device] = command.n + 1
    if (outcome === 'applied') {
      const row = this.state.rows[`job/${command.entity}`]
      const log = [...((row?.body.log as string[] | undefined) ?? []), command.id]
      this.put('job', command.entity, row?.audience ?? 'branch:1', { log })
      this.state.history.push(command.id)
    }
    if (outcome === 'conflict') this.put('conflict', command.id, 'branch:1', {})
    const receipt: Outcome = { id: command.id, outcome }
    this.state.receipts[command.id] = receipt
    return receipt
  }

  pull(epoch: string, cursor: string | null): Page {
    const seen = epoch === this.epoch && cursor ? (JSON.parse(cursor) as Record<string, number>) : {}
    const left = Object.keys(seen).filter(a => !this.audiences.has(a))
    const next: Record<string, number> = {}
    const due: (Row | (FeedTombstone & { pos: number }))[] = []
    for (const audience of this.audiences) {
      const after = seen[audience] ?? 0
      next[audience] = after
      due.push(...Object.values(this.state.rows).filter(r => r.audience === audience && r.pos > after))
      due.push(...this.state.gone.filter(g => g.audience === audience && g.pos > after))
    }
    due.sort((a, b) => a.pos - b.pos)
    const page = due.slice(0, this.pageSize)
    for (const { audience, pos } of page) next[audience] = Math.max(next[audience] ?? 0, pos)
    const documents = page.flatMap(r =>
      'body' in r ? [{ document: r.type, id: r.id, version: r.version, audiences: [r.audience], body: r.body }] : [],
    )
    const gone = page.flatMap(r => ('document' in r ? [{ document: r.document, id: r.id, audience: r.audience }] : []))
    const complete = due.length <= this.pageSize
    return clone({
      epoch: this.epoch,
      next: JSON.stringify(next),
      complete,
      mustResnapshot: false,
      documents,
      gone,
      left,
      at: '2026-11-22T09:00:00Z',
    })
  }
}
