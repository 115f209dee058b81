import { type ReactNode, useSyncExternalStore } from 'react'
import { isOpen, type StorageLoss } from '@/features/storage-losses/losses'
import { timeNow } from '@/store/clock'
import { useDocuments, useStatus } from '@/store/react'
import { Icon, type IconName } from '@/ui/Icon'
import type { Tone } from '@/ui/pieces'
import { useNow } from '@/ui/useNow'
import { clock, number, span } from '@/words/formats'
import type { VisitState } from './documents'
import { filesNow, subscribeFiles } from './files'
import { update } from './update'
import { back, go } from './way'
import { say } from './words'

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
    {say(state)}
  </span>
)

export const useFiles = () => useSyncExternalStore(subscribeFiles, filesNow)

/** As a clock that goes right would say it. */
const useCaughtUp = () => {
  const { caughtUpAt, clockOff } = useStatus()
  return caughtUpAt === undefined ? undefined : caughtUpAt + clockOff
}

/** Always in sight: how far this device is in step, and what waits. */
export const SyncChip = ({ short }: { short?: boolean }) => {
  const { waiting, needsYou, link } = useStatus()
  const caughtUpAt = useCaughtUp()
  const files = useFiles()
  const n = waiting.length + files.waiting
  const calm = n === 0 && needsYou.length === 0
  const since = caughtUpAt === undefined ? say('notYet') : say('inStep', { time: clock(caughtUpAt) })
  const words = needsYou.length > 0 ? say('needsYou', { n: needsYou.length }) : n > 0 ? say('waiting', { n }) : since
  const name: IconName = needsYou.length > 0 ? 'warn' : calm && link !== 'offline' ? 'check' : 'device'
  return (
    <button type="button" className="pill sync" aria-label={`${say('outbox')}: ${words}`} onClick={() => go('outbox')}>
      <Icon name={name} />
      {short ? (n > 0 ? number(n) : clock(caughtUpAt ?? timeNow())) : words}
    </button>
  )
}

const tooLong = 24 * 3_600_000

/** Said on every page once something has waited for a day: signal will not come by itself to who does not look for it. */
const Reminder = () => {
  const now = useNow()
  const { waiting } = useStatus()
  const files = useFiles()
  const oldest = Math.min(files.oldest ?? now, ...waiting.map(r => Date.parse(r.command.deviceTime)))
  if (now - oldest < tooLong) return null
  return (
    <button type="button" className="banner" onClick={() => go('outbox')}>
      <Icon name="warn" />
      <span>
        <b>{say('waitsLong', { n: waiting.length + files.waiting, span: span(now - oldest) })}</b> {say('waitsLongWhat')}
      </span>
    </button>
  )
}

/** Whoever works on must know that something is missing. */
const Lost = () => {
  const lost = useDocuments<StorageLoss>('storage-loss').some(isOpen)
  if (!lost) return null
  return (
    <button type="button" className="banner" onClick={() => go('outbox')}>
      <Icon name="warn" />
      <span>
        <b>{say('lostStorage')}</b>
      </span>
    </button>
  )
}

/** Nothing recorded is wrong for it, but what the phone itself shows and rings by is. */
const WrongClock = () => {
  const { clockOff } = useStatus()
  if (clockOff === 0) return null
  return (
    <p className="banner" role="status">
      <Icon name="clock" />
      <span>
        <b>{say(clockOff < 0 ? 'clockFast' : 'clockSlow', { span: span(Math.abs(clockOff)) })}</b> {say('clockMend')}
      </span>
    </p>
  )
}

export const OfflineBanner = () => (
  <>
    <Unsaved />
    <Lost />
    <WrongClock />
    <Reminder />
    <Link />
  </>
)

/** What is not on the disk must not look as if it were. */
const Unsaved = () => {
  const { unsaved, noRoom } = useStatus()
  if (unsaved === undefined && !noRoom) return null
  return (
    <p className="banner" role="alert">
      <Icon name="warn" />
      <span>
        <b>{unsaved === undefined ? say('noRoom') : say('notSaved', { what: unsaved })}</b> {say('notSavedWhy')}
      </span>
    </p>
  )
}

const Link = () => {
  const { link } = useStatus()
  const caughtUpAt = useCaughtUp()
  if (link === 'signed-out')
    return (
      <a className="banner" href={`/sign-in?back=${encodeURIComponent('/technician')}`}>
        <Icon name="lock" />
        <span>
          {say('signedOut')} <b>{say('signIn')}</b>
        </span>
      </a>
    )
  if (link === 'outdated')
    return (
      <button type="button" className="banner" onClick={() => void update()}>
        <Icon name="sync" />
        <span>
          <b>{say('outdated')}</b> {say('outdatedWhat')}
        </span>
      </button>
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
      <button type="button" className="back" aria-label={say('back')} onClick={() => back(...above)}>
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
