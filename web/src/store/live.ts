import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr'
import type { Presence } from './presence'
import { pauseAfter } from './sync'

/** Listens for "there is something after N". Automatic reconnect begins only after a first success, so starting is retried here. */
export const listen = (onSomething: () => void, presence?: Presence): (() => void) => {
  const connection = new HubConnectionBuilder()
    .withUrl('/api/live')
    .withAutomaticReconnect({
      nextRetryDelayInMilliseconds: ({ previousRetryCount }) => pauseAfter(previousRetryCount + 1, Math.random()),
    })
    .configureLogging(LogLevel.None)
    .build()
  let stopped = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const start = async () => {
    try {
      await connection.start()
      failures = 0
      onSomething() // whatever came while nobody listened
    } catch {
      failures += 1
      if (!stopped) timer = setTimeout(() => void start(), pauseAfter(failures, Math.random()))
    }
  }
  connection.on('after', onSomething)
  connection.on('held', (branch: string, what: string | null, name: string, by: string) => {
    if (by !== connection.connectionId) presence?.heard(branch, what ?? undefined, name, by)
  })
  presence?.connect((branch, what) => {
    if (connection.state === HubConnectionState.Connected)
      void connection.send('hold', branch, what ?? null).catch(() => undefined)
  })
  connection.onreconnected(onSomething)
  connection.onclose(() => {
    if (!stopped) void start()
  })
  void start()

  return () => {
    stopped = true
    clearTimeout(timer)
    void connection.stop()
  }
}
