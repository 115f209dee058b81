import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import { Button } from './pieces'
import { say } from './words'

/** Nothing to show, and what would bring something. */
export const Empty = ({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) => (
  <div className="notice">
    <Icon name={icon} />
    <b>{title}</b>
    {children}
  </div>
)

export const Loading = ({ rows = 8, of }: { rows?: number; of: string }) => (
  <div role="status" aria-label={say('loading', { of })}>
    {Array.from({ length: rows }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: ghosts have no identity
      <div className="ghost" key={i}>
        <i />
        <i />
        <i />
      </div>
    ))}
  </div>
)

/** What happened, what was kept, what to do. */
export const Trouble = ({ title, children, again }: { title: string; children: ReactNode; again?: () => void }) => (
  <div className="notice" role="alert">
    <Icon name="warn" />
    <b>{title}</b>
    <p>{children}</p>
    {again ? <Button onClick={again}>{say('tryAgain')}</Button> : null}
  </div>
)

/** A refusal, beside what was asked. */
export const Told = ({ children }: { children: ReactNode }) => (
  <div className="told" role="alert">
    <Icon name="warn" />
    <span>{children}</span>
  </div>
)
