import { useSyncExternalStore } from 'react'
import { Icon } from './Icon'
import { Button } from './pieces'
import { say } from './words'

type Toast = { id: number; words: string; kind: 'done' | 'trouble'; act?: { verb: string; run: () => void } }

let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()
const change = (to: readonly Toast[]) => {
  toasts = to
  for (const tell of listeners) tell()
}
const close = (id: number) => change(toasts.filter(t => t.id !== id))

/** Says that something was done, in the verb of the button; trouble stays until it is read. */
export const tell = (words: string, options: { kind?: Toast['kind']; act?: Toast['act'] } = {}) => {
  const { kind = 'done', act } = options
  const toast: Toast = { id: next++, words, kind, ...(act ? { act } : {}) }
  change([...toasts.slice(-2), toast])
  if (kind === 'done') setTimeout(() => close(toast.id), 6_000)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const Toasts = () => {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div className="toasts" role="status">
      {shown.map(({ id, words, kind, act }) => (
        <div className="toast" key={id}>
          <Icon name={kind === 'done' ? 'check' : 'warn'} />
          <span className="grow">{words}</span>
          {act ? (
            <Button kind="plain" size="small" onClick={act.run}>
              {act.verb}
            </Button>
          ) : null}
          <Button kind="plain" size="small" icon="close" aria-label={say('close')} onClick={() => close(id)} />
        </div>
      ))}
    </div>
  )
}
