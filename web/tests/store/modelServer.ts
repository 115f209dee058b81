import type { Body, Change, Command, Outcome, Page, PushAnswer } from '@/store/wire'

type Row = { type: string; id: string; version: number; audience: string; body: Body; pos: number }
type State = {
  next: Record<string, number>
  receipts: Record<string, Outcome>
  rows: Record<string, Row>
  gone: Change[]
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
    return Object.values(this.state.rows).filter(r => this.audiences.has(r.audience))
  }

  put(type: string, id: string, audience: string, body: Body) {
    const version = (this.state.rows[`${type}/${id}`]?.version ?? 0) + 1
    const before = this.state.rows[`${type}/${id}`]
    const pos = ++this.state.pos
    if (before && before.audience !== audience)
      this.state.gone.push({ type, id, version: pos, audience: before.audience, body: null })
    this.state.rows[`${type}/${id}`] = { type, id, version, audience, body, pos }
  }

  push(epoch: string, device: string, commands: Command[]): PushAnswer {
    const answer: PushAnswer = { epoch: this.epoch, outcomes: [], serverTime: '2026-11-22T09:00:00Z' }
    if (epoch !== this.epoch) return answer
    for (const command of commands) {
      const next = this.state.next[device] ?? 1
      const known = this.state.receipts[command.id]
      if (known) {
        this.state.next[device] = Math.max(next, command.n + 1)
        answer.outcomes.push(known)
      } else if (command.n !== next) return { ...answer, gap: next }
      else answer.outcomes.push(this.apply(device, command))
    }
    return answer
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
    const receipt: Outcome = { id: command.id, outcome }
    this.state.receipts[command.id] = receipt
    return receipt
  }

  pull(epoch: string, cursor: string | null): Page {
    const seen = epoch === this.epoch && cursor ? (JSON.parse(cursor) as Record<string, number>) : {}
    const left = Object.keys(seen).filter(a => !this.audiences.has(a))
    const next: Record<string, number> = {}
    const due: { pos: number; change: Change }[] = []
    for (const audience of this.audiences) {
      const after = seen[audience] ?? 0
      next[audience] = after
      for (const row of Object.values(this.state.rows))
        if (row.audience === audience && row.pos > after) due.push({ pos: row.pos, change: row })
      for (const gone of this.state.gone)
        if (gone.audience === audience && gone.version > after) due.push({ pos: gone.version, change: gone })
    }
    due.sort((a, b) => a.pos - b.pos)
    const page = due.slice(0, this.pageSize)
    for (const { pos, change } of page) next[change.audience] = Math.max(next[change.audience] ?? 0, pos)
    const changes = page.map(({ change: { type, id, version, audience, body } }) => ({ type, id, version, audience, body }))
    const common = { epoch: this.epoch, mustResnapshot: false, serverTime: '2026-11-22T09:00:00Z' }
    return clone({ ...common, cursor: JSON.stringify(next), changes, left, more: due.length > this.pageSize })
  }
}
