import { connect, createServer, type Server, type Socket } from 'node:net'

/** A time of the test's own. It stands still while anything really happens, and jumps to what is due next. */
export class Hours {
  now = Date.UTC(2026, 10, 23, 6)
  private busy = 0
  private due: { at: number; work: () => void }[] = []

  later(ms: number, work: () => void) {
    const entry = { at: this.now + ms, work }
    this.due.push(entry)
    return () => {
      this.due = this.due.filter(e => e !== entry)
    }
  }

  /** Something real is on its way, and the hours wait for it. */
  begin() {
    this.busy += 1
  }
  end() {
    this.busy -= 1
  }

  /** Lets time pass until it is so, or gives up after `most`; says how long it took. */
  async pass(most: number, isSo: () => boolean | Promise<boolean>): Promise<number | undefined> {
    const from = this.now
    for (;;) {
      await this.still()
      if (await isSo()) return this.now - from
      const next = this.due.filter(e => e.at <= from + most).sort((a, b) => a.at - b.at)[0]
      if (!next) {
        this.now = from + most
        return undefined
      }
      this.due = this.due.filter(e => e !== next)
      this.now = Math.max(this.now, next.at)
      next.work()
    }
  }

  private async still() {
    for (let turns = 0; turns < 4; turns++) {
      await new Promise(resolve => setImmediate(resolve))
      while (this.busy > 0) {
        turns = 0
        await new Promise(resolve => setTimeout(resolve, 1))
      }
    }
  }
}

/** The time of the day, for what brings clocks of its own. */
export class DayTime extends Hours {
  override later(ms: number, work: () => void) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  }
}

/** One request on the line: what may become of it. */
type Call = {
  /** How many the fault has struck before it. */
  no: number
  request: Buffer
  /** Brings it to the server, and back what it says. */
  bring(request?: Buffer): Promise<Buffer>
  /** Brings the first bytes alone, and never any more. */
  begin(bytes: number): void
  answer(bytes: Buffer): void
  /** Some of an answer, and never any more. */
  trickle(bytes: Buffer): void
  reset(): void
  wait(ms: number): Promise<void>
  never(): Promise<never>
  /** When the answer to a later request has gone ahead of this one's. */
  overtaken(): Promise<void>
}

export type Fault = {
  strike?: (call: Call) => Promise<void>
  /** Another address than the server's. */
  address?: (port: number) => string
  /** Everything gets through while it lasts, only slowly. */
  passes?: true
}

const page = '<!doctype html><title>Welcome to our Wi-Fi</title><form action="/accept"><button>Accept</button></form>'
const portal = (status = '200 OK', type = 'text/html', body = page) =>
  Buffer.from(`HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`)
/** A sign-in that the network wants, in the words of one that our own server would use. */
const refusals = [
  portal('403 Forbidden'),
  portal('401 Unauthorized'),
  portal('404 Not Found', 'application/json', '{"error":"not signed in"}'),
  portal('422 Unprocessable Content', 'application/problem+json', '{"code":"blob.too-large","detail":"Sign in first."}'),
  Buffer.from('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'),
]
const elsewhere = Buffer.from('HTTP/1.1 302 Found\r\nlocation: /welcome\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')

/** An answer that ends too early and looks whole. */
const cutShort = (answer: Buffer) => {
  const at = answer.indexOf('\r\n\r\n')
  const head = answer.subarray(0, at).toString('latin1')
  const body = answer.subarray(at + 4)
  const lines = head.split('\r\n').filter(l => !/^(content-length|transfer-encoding):/i.test(l))
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body.subarray(0, Math.floor(body.length / 2))])
}

/** The twelve of goal R11, and the stranger who says no. */
export const faults: Record<string, Fault> = {
  'an answer takes two seconds': {
    passes: true,
    async strike({ bring, answer, wait }) {
      const said = await bring()
      await wait(2_000)
      answer(said)
    },
  },
  'the line carries 9.6 kbit/s': {
    passes: true,
    async strike({ request, bring, answer, wait }) {
      await wait(request.length / 1.2)
      const said = await bring()
      await wait(said.length / 1.2)
      answer(said)
    },
  },
  'it stalls after some bytes': {
    async strike({ no, request, begin, bring, trickle, never }) {
      if (no % 2 === 0) begin(Math.floor(request.length * 0.7))
      else {
        const said = await bring()
        trickle(said.subarray(0, Math.floor(said.length * 0.8)))
      }
      await never()
    },
  },
  'the connection is reset before and after the commit': {
    async strike({ no, bring, reset }) {
      if (no % 2 === 0) await bring()
      reset()
    },
  },
  'the other end is gone and does not say so': { strike: async ({ never }) => never() },
  'an answer is cut short': {
    async strike({ no, bring, answer }) {
      const said = await bring()
      answer(no % 2 === 0 ? cutShort(said) : said.subarray(0, said.length - 5))
    },
  },
  'a request arrives twice': {
    passes: true,
    async strike({ bring, answer }) {
      const [first] = await Promise.all([bring(), bring()])
      answer(first)
    },
  },
  'answers overtake each other': {
    async strike({ bring, answer, overtaken }) {
      const said = await bring()
      await overtaken()
      answer(said)
    },
  },
  'the name leads nowhere': { address: port => `http://${'x'.repeat(64)}.example:${port}` },
  'there is no trust': {
    address: port => `https://127.0.0.1:${port}`,
    // A TLS alert: handshake failure.
    strike: async ({ answer }) => answer(Buffer.from([0x15, 3, 3, 0, 2, 2, 40])),
  },
  'another answers in its place': {
    strike: async ({ no, request, answer }) =>
      answer(no % 2 === 0 || request.subarray(0, 40).includes('/welcome') ? portal() : elsewhere),
  },
  'another refuses in its place': {
    strike: async ({ no, answer }) => answer(refusals[no % refusals.length] ?? portal()),
  },
  'requests arrive and answers do not': {
    async strike({ bring, never }) {
      await bring()
      await never()
    },
  },
}

/** The server is to close the connection when it has answered. */
const alone = (request: Buffer) => {
  const at = request.indexOf('\r\n\r\n')
  const [first = '', ...headers] = request.subarray(0, at).toString('latin1').split('\r\n')
  const kept = headers.filter(h => !/^connection:/i.test(h))
  return Buffer.concat([Buffer.from([first, 'Connection: close', ...kept].join('\r\n'), 'latin1'), request.subarray(at)])
}

const isWhole = (request: Buffer) => {
  if (request[0] === 0x16) return true
  const at = request.indexOf('\r\n\r\n')
  if (at < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(request.subarray(0, at).toString('latin1'))?.[1]
  return request.length >= at + 4 + Number(length ?? 0)
}

/** Between a client and the server; each request has a connection of its own. */
export class Line {
  port = 0
  /** So many requests the fault has struck. */
  struck = 0
  onStrike?: () => void
  private readonly server: Server
  private readonly open = new Set<Socket>()
  private fault: Fault | undefined
  private overtaking: (() => void)[] = []

  constructor(
    private readonly hours: Hours,
    private readonly target: number,
    /** Each has an address of its own on the loopback. */
    private readonly from: string,
  ) {
    this.server = createServer(near => this.take(near))
  }

  async listen() {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    this.port = typeof address === 'object' && address ? address.port : 0
  }

  become(fault: Fault | undefined) {
    this.fault = fault
  }

  get address() {
    return this.fault?.address?.(this.port) ?? `http://127.0.0.1:${this.port}`
  }

  close() {
    for (const socket of this.open) socket.destroy()
    this.server.close()
  }

  private take(near: Socket) {
    this.open.add(near)
    let request = Buffer.alloc(0)
    let taken = false
    near.on('error', () => undefined).on('close', () => this.open.delete(near))
    if (!this.fault) {
      const far = this.reach()
      near.on('close', () => far.destroy())
      far.on('close', () => near.destroy())
      near.pipe(far).pipe(near)
      return
    }
    near.on('data', data => {
      request = Buffer.concat([request, data])
      if (taken || !isWhole(request)) return
      taken = true
      const { fault } = this
      const call = this.call(near, request)
      if (!fault?.strike) return void call.bring().then(call.answer)
      call.no = this.struck++
      this.onStrike?.()
      void fault.strike(call)
    })
  }

  private reach() {
    return connect({ port: this.target, host: '127.0.0.1', localAddress: this.from }).on('error', () => undefined)
  }

  private call(near: Socket, request: Buffer): Call {
    const { hours } = this
    const answer = (bytes: Buffer) => {
      for (const tell of this.overtaking.splice(0)) tell()
      near.end(bytes)
    }
    /** What is held up in time is not on its way; whoever gives up waiting for it takes it back. */
    const held = <T>(until: (go: (value: T) => void) => void) =>
      new Promise<T>(resolve => {
        let isHeld = true
        const go = (value?: T) => {
          if (!isHeld) return
          isHeld = false
          hours.begin()
          if (value !== undefined) resolve(value)
        }
        hours.end()
        near.once('close', () => go())
        until(go)
      })
    return {
      no: 0,
      request,
      bring: (what = request) =>
        new Promise(resolve => {
          const parts: Buffer[] = []
          const far = this.reach()
          far.on('data', part => parts.push(part))
          far.on('close', () => resolve(Buffer.concat(parts)))
          far.write(alone(what))
        }),
      begin: bytes => {
        const far = this.reach()
        far.write(request.subarray(0, bytes))
        near.once('close', () => far.destroy())
      },
      answer,
      trickle: bytes => near.write(bytes),
      reset: () => near.resetAndDestroy(),
      wait: async ms => {
        await held<true>(go => hours.later(ms, () => go(true)))
      },
      never: () => held<never>(() => undefined),
      overtaken: async () => {
        await held<true>(go => this.overtaking.push(() => go(true)))
      },
    }
  }
}
