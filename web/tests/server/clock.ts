import type { Pipe } from './pipe'

const turn = () => new Promise<void>(resolve => setImmediate(resolve))

/** One time for all devices and the server. It stands still until everything that can happen now has happened. */
export class Clock {
  now = 0
  private due: { at: number; work: () => void }[] = []

  constructor(private readonly pipe: Pipe) {}

  later(after: number, work: () => void) {
    const entry = { at: this.now + after, work }
    this.due.push(entry)
    return () => {
      this.due = this.due.filter(e => e !== entry)
    }
  }

  async pass(ms: number) {
    const until = this.now + ms
    for (;;) {
      await this.still()
      const next = this.due.filter(e => e.at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.due = this.due.filter(e => e !== next)
      await this.move(next.at)
      next.work()
    }
    await this.move(until)
  }

  private async still() {
    do {
      await turn()
      await this.pipe.quiet()
      await turn()
    } while (this.pipe.busy)
  }

  // The server's clock is moved no more often than anyone could tell.
  private behind = 0
  private async move(to: number) {
    this.behind += Math.max(0, to - this.now)
    this.now = Math.max(this.now, to)
    if (this.behind < 1_000) return
    const ms = this.behind
    this.behind = 0
    await this.pipe.ask('advance', { ms })
  }
}
