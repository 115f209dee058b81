import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr'
import type { Presence } from './presence'
import { pauseAfter } from './sync'

/** So long a connection may take to come about; what hangs half-way would hang for ever. */
const longestStart = 30_000

const inTime = (work: Promise<void>, patience: number) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It takes too long.')), patience)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/** Listens for "there is something after N". Whatever breaks is begun anew, with a connection of its own. */
export const listen = (
  onSomething: () => void,
  presence?: Presence,
  patience = longestStart,
  way = () => new HubConnectionBuilder().withUrl('/api/live'),
): (() => void) => {
  let connection: HubConnection | undefined
  let stopped = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const made = () => {
    const made = way().configureLogging(LogLevel.None).build()
    made.on('after', onSomething)
    made.on('held', (branch: string, what: string | null, name: string, by: string) => {
      if (by !== made.connectionId) presence?.heard(branch, what ?? undefined, name, by)
    })
    made.onclose(() => {
      if (connection === made) again()
    })
    return made
  }
  const again = () => {
    connection = undefined
    failures += 1
    if (!stopped) timer = setTimeout(() => void start(), pauseAfter(failures, Math.random()))
  }
  const start = async () => {
    const mine = made()
    connection = mine
    const begun = mine.start()
    // Comes about after all, when nobody waits for it any more.
    const late = () => (connection === mine ? undefined : mine.stop())
    void begun.then(late).catch(() => undefined)
    try {
      await inTime(begun, patience)
      failures = 0
      onSomething() // whatever came while nobody listened
    } catch {
      if (connection === mine) again()
    }
  }
  presence?.connect((branch, what) => {
    if (connection?.state === HubConnectionState.Connected)
      void connection.send('hold', branch, what ?? null).catch(() => undefined)
  })
  void start()

  return () => {
    stopped = true
    clearTimeout(timer)
    const last = connection
    connection = undefined
    void last?.stop()
  }
}
