import { type ReactNode, useSyncExternalStore } from 'react'
import { useStatus } from '@/store/react'
import { Icon, type IconName } from '@/ui/Icon'
import type { Tone } from '@/ui/pieces'
import type { VisitState } from './documents'
import { filesNow, subscribeFiles } from './files'
import { back, go } from './way'
import { useWords } from './words'

export const looks: Record<VisitState, { tone: Tone; icon: IconName }> = {
  tentative: { tone: 'tentative', icon: 'calendar' },
  scheduled: { tone: 'scheduled', icon: 'calendar' },
  dispatched: { tone: 'dispatched', icon: 'send' },
  accepted: { tone: 'confirmed', icon: 'check' },
  enRoute: { tone: 'travelling', icon: 'van' },
  onSite: { tone: 'working', icon: 'pin' },
  working: { tone: 'working', icon: 'play' },
  paused: { tone: 'paused', icon: 'pause' },
  completed: { tone: 'done', icon: 'check' },
  incomplete: { tone: 'cannot', icon: 'cannot' },
  noAccess: { tone: 'cannot', icon: 'lock' },
  cancelled: { tone: 'done', icon: 'close' },
  expired: { tone: 'done', icon: 'close' },
}

export const StateChip = ({ state }: { state: VisitState }) => (
  <span className="pill" data-tone={looks[state].tone}>
    <Icon name={looks[state].icon} />
    {useWords().say(state)}
  </span>
)

export const useFiles = () => useSyncExternalStore(subscribeFiles, filesNow)

/** Always in sight: how far this device is in step, and what waits. */
export const SyncChip = ({ short }: { short?: boolean }) => {
  const { say, clock, number } = useWords()
  const { waiting, needsYou, caughtUpAt, link } = useStatus()
  const files = useFiles()
  const n = waiting.length + files.waiting
  const calm = n === 0 && needsYou.length === 0
  const since = caughtUpAt === undefined ? say('notYet') : say('inStep', { time: clock(caughtUpAt) })
  const words = needsYou.length > 0 ? say('needsYou', { n: needsYou.length }) : n > 0 ? say('waiting', { n }) : since
  const name: IconName = needsYou.length > 0 ? 'warn' : calm && link !== 'offline' ? 'check' : 'device'
  return (
    <button type="button" className="pill sync" aria-label={`${say('outbox')}: ${words}`} onClick={() => go('outbox')}>
      <Icon name={name} />
      {short ? (n > 0 ? number(n) : clock(caughtUpAt ?? Date.now())) : words}
    </button>
  )
}

export const OfflineBanner = () => {
  const { say, clock } = useWords()
  const { link, caughtUpAt } = useStatus()
  if (link === 'signed-out')
    return (
      <a className="banner" href={`/sign-in?back=${encodeURIComponent('/technician')}`}>
        <Icon name="lock" />
        <span>
          {say('signedOut')} <b>{say('signIn')}</b>
        </span>
      </a>
    )
  if (link !== 'offline') return null
  return (
    <p className="banner" role="status">
      <Icon name="offline" />
      <span>
        <b>{caughtUpAt === undefined ? say('noSignalNow') : say('noSignal', { time: clock(caughtUpAt) })}</b> {say('carryOn')}
      </span>
    </p>
  )
}

type PageProps = { title: string; under?: string; above: string[]; chip?: ReactNode; bar?: ReactNode; children: ReactNode }

/** A page with a way back at the top and one act at the bottom. */
export const PhonePage = ({ title, under, above, chip, bar, children }: PageProps) => (
  <>
    <header className="top">
      <button type="button" className="back" aria-label={useWords().say('back')} onClick={() => back(...above)}>
        <Icon name="left" />
      </button>
      <h1>
        {title}
        {under ? <small>{under}</small> : null}
      </h1>
      {chip ?? <SyncChip short />}
    </header>
    <OfflineBanner />
    <main>{children}</main>
    {bar ? <footer className="bar">{bar}</footer> : null}
  </>
)

type BigProps = { icon?: IconName; kind?: 'second'; under?: string; disabled?: boolean; onClick: () => void; children: ReactNode }

export const Big = ({ icon, kind, under, children, ...rest }: BigProps) => (
  <button type="button" className="big" data-kind={kind} {...rest}>
    {icon ? <Icon name={icon} /> : null}
    <span>
      {children}
      {under ? <small>{under}</small> : null}
    </span>
  </button>
)

export const Part = ({ title, aside }: { title: string; aside?: string }) => (
  <div className="part">
    <h2>{title}</h2>
    {aside ? <span>{aside}</span> : null}
  </div>
)
