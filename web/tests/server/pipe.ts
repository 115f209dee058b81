import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

type Json = Record<string, unknown>

export const program = new URL('../../../artifacts/bin/Simulation/release/Callout.Simulation.dll', import.meta.url).pathname

/** The real server in a process of its own, in lockstep: it does one thing at a time, and nothing while it is not asked. */
export class Pipe {
  private readonly process: ChildProcess
  private readonly answers: ((line: string) => void)[] = []
  private idle: (() => void)[] = []

  constructor() {
    this.process = spawn('dotnet', [program], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, DOTNET_TieredPGO: '0' },
    })
    if (this.process.stdout) createInterface({ input: this.process.stdout }).on('line', line => this.answers.shift()?.(line))
  }

  ask<T = Json>(op: string, more: Json = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.answers.push(line => {
        const answer = JSON.parse(line) as T & { failed?: string }
        if (answer.failed === undefined) resolve(answer)
        else reject(new Error(`${op}: ${answer.failed}`))
        if (this.answers.length === 0) for (const tell of this.idle.splice(0)) tell()
      })
      this.process.stdin?.write(`${JSON.stringify({ op, ...more })}\n`)
    })
  }

  get busy() {
    return this.answers.length > 0
  }

  /** Resolves once every question has its answer. */
  async quiet() {
    while (this.answers.length > 0) await new Promise<void>(resolve => this.idle.push(resolve))
  }

  close() {
    this.process.stdin?.end()
  }
}
