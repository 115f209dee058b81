import { Link } from '@tanstack/react-router'
import { kept } from '@/store/kept'
import { useStatus, useStore } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { clock } from '@/ui/times'
import { say } from './words'

/** Calm when there is no way to the server: what is kept, and since when. Problems carry their fix. */
export const LinkBanner = () => {
  const store = useStore()
  const { link, waiting, needsYou, caughtUpAt, unsaved } = useStatus()
  const keeps = waiting.length === 0 ? say('nothingIsLost') : say('changesWait', { n: waiting.length })
  // Conflicts are shown with both their values.
  const [problem] = needsYou.filter(r => r.outcome?.outcome !== 'conflict')
  return (
    <>
      {link === 'offline' ? (
        <div className="banner" role="status">
          <Icon name="offline" />
          <span>
            <b>{caughtUpAt === undefined ? say('noConnection') : say('noConnectionSince', { time: clock(caughtUpAt) })}</b>{' '}
            {say('carryOn', { kept: keeps })}
          </span>
        </div>
      ) : null}
      {link === 'outdated' ? (
        <div className="banner" data-tone="risk" role="alert">
          <Icon name="sync" />
          <span className="grow">
            <b>{say('outdated')}</b> {keeps}
          </span>
          <Button size="small" onClick={() => location.reload()}>
            {say('loadAnew')}
          </Button>
        </div>
      ) : null}
      {link === 'signed-out' ? (
        <div className="banner" role="status">
          <Icon name="lock" />
          <span className="grow">
            <b>{say('youAreSignedOut')}</b> {keeps}
          </span>
          <Link to="/sign-in" search={{ back: location.pathname }} className="button" data-size="small">
            {say('signIn')}
          </Link>
        </div>
      ) : null}
      {unsaved !== undefined ? (
        <div className="banner" data-tone="risk" role="alert">
          <Icon name="warn" />
          <span className="grow">
            <b>{say('notSaved', { what: unsaved })}</b> {say('notSavedWhy')}
          </span>
        </div>
      ) : null}
      {problem ? (
        <div className="banner" data-tone="risk" role="alert">
          <Icon name="warn" />
          <span className="grow">
            <b>{say('notDone', { title: problem.title })}</b> {problem.outcome?.detail ?? say('someoneInTheOfficeHas')}
          </span>
          <Button size="small" onClick={() => void kept(store.dismiss(problem.command.id))}>
            {say('iHaveReadIt')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
