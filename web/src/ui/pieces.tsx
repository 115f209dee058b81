import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import { say } from './words'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & {
  /** One `main` a page. */
  kind?: 'main' | 'second' | 'plain'
  size?: 'small'
  icon?: IconName
  /** The key that does the same. */
  shortcut?: string
  submit?: boolean
}

export const Button = ({ kind, size, icon, shortcut, submit, className, children, ...rest }: ButtonProps) => (
  <button
    type={submit ? 'submit' : 'button'}
    className={['button', className].filter(Boolean).join(' ')}
    data-kind={kind}
    data-size={size}
    data-icon-only={children ? undefined : ''}
    aria-keyshortcuts={shortcut}
    {...rest}
  >
    {icon ? <Icon name={icon} size={children ? 14 : 16} /> : null}
    {children}
    {shortcut ? <kbd aria-hidden>{shortcut}</kbd> : null}
  </button>
)

export type Level = 1 | 2 | 3 | 4

export const Priority = ({ level }: { level: Level }) => (
  <span
    className="priority"
    data-level={level}
    role="img"
    aria-label={say('priority', { level })}
    title={say('priority', { level })}
  >
    <i />
    <i />
    <i />
  </span>
)

export const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map(word => word[0])
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toUpperCase()

/** The same person has the same tone everywhere. */
const tone = (name: string) => ([...name].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 6) + 1

export const Avatar = ({ name, size = 24 }: { name: string; size?: 24 | 32 }) => (
  <span className="avatar" data-tone={tone(name)} data-size={size} aria-hidden title={name}>
    {initials(name)}
  </span>
)

export type Tone =
  | 'scheduled'
  | 'confirmed'
  | 'dispatched'
  | 'travelling'
  | 'working'
  | 'paused'
  | 'done'
  | 'cannot'
  | 'tentative'
  | 'plain'
  | 'good'
  | 'amber'
  | 'risk'
  | 'breached'

export const State = ({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) => (
  <span className="state n" data-tone={tone}>
    {icon ? <Icon name={icon} size={12} /> : null}
    {children}
  </span>
)

export const Tag = ({ icon, children }: { icon?: IconName; children: ReactNode }) => (
  <span className="tag">
    {icon ? <Icon name={icon} size={12} /> : null}
    <span className="cut">{children}</span>
  </span>
)

export const Meter = ({ part, tone, label }: { part: number; tone?: 'good' | 'risk' | 'breached'; label: string }) => (
  <progress
    className="meter"
    data-tone={tone}
    max={100}
    value={Math.round(Math.min(1, Math.max(0, part)) * 100)}
    aria-label={label}
  />
)

export const Between = () => (
  <span className="sep" aria-hidden>
    |
  </span>
)

/** Facts on one line, parted by hairlines; what is not known is left out. */
export const Facts = ({ of }: { of: ReactNode[] }) =>
  of
    .filter(fact => fact !== undefined && fact !== null && fact !== '')
    .map((fact, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one line have no identity but their place
      <span key={i}>
        {i > 0 ? <Between /> : null}
        {fact}
      </span>
    ))

export const SectionTitle = ({ children, note, aside }: { children: ReactNode; note?: ReactNode; aside?: ReactNode }) => (
  <h3 className="section-title">
    {children}
    {note !== undefined ? <span className="note n">{note}</span> : null}
    {aside !== undefined ? (
      <>
        <span className="grow" />
        <span className="note n">{aside}</span>
      </>
    ) : null}
  </h3>
)
