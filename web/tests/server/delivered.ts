import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

export const delivered = new URL('../../../artifacts/bin/App/release/callout.dll', import.meta.url).pathname

export const until = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** The program as it is delivered, in a process that is killed and comes back on the same folder. */
export class Delivered {
  private process: ChildProcess | undefined
  key = ''
  /** Where the administrator chooses a password; said once. */
  link = ''
  port = 0
  constructor(private readonly folder: string) {}

  async start() {
    this.port ||= await freePort()
    const started = spawn('dotnet', [delivered, 'serve', '--data', this.folder, '--port', `${this.port}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process = started
    for (const out of [started.stdout, started.stderr])
      if (out)
        createInterface({ input: out }).on('line', line => {
          this.key ||= /callout_\S+/.exec(line)?.[0] ?? ''
          this.link ||= /\/set-password\/(\S+)/.exec(line)?.[1] ?? ''
        })
    for (;;) {
      if (started.exitCode !== null) throw new Error(`The server ended by itself with ${started.exitCode}.`)
      const ready = await fetch(`http://127.0.0.1:${this.port}/api/ready`).catch(() => undefined)
      if (ready?.ok && this.key) return
      await until(50)
    }
  }

  async kill() {
    const ended = new Promise(resolve => this.process?.once('exit', resolve))
    this.process?.kill('SIGKILL')
    await ended
  }
}

const freePort = () =>
  new Promise<number>(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
