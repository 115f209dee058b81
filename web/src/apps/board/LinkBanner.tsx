import { Link } from '@tanstack/react-router'
import { useStatus, useStore } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { clock } from '@/ui/times'

/** Calm when there is no way to the server: what is kept, and since when. Problems carry their fix. */
export const LinkBanner = () => {
  const store = useStore()
  const { link, waiting, needsYou, caughtUpAt } = useStatus()
  const kept =
    waiting.length === 0
      ? 'Nothing is lost.'
      : `${waiting.length} ${waiting.length === 1 ? 'change waits' : 'changes wait'} on this device.`
  const [problem] = needsYou
  return (
    <>
      {link === 'offline' ? (
        <div className="banner" role="status">
          <Icon name="offline" />
          <span>
            <b>{caughtUpAt === undefined ? 'No connection.' : `No connection since ${clock(caughtUpAt)}.`}</b> Carry on. {kept}
          </span>
        </div>
      ) : null}
      {link === 'signed-out' ? (
        <div className="banner" role="status">
          <Icon name="lock" />
          <span className="grow">
            <b>You are signed out.</b> {kept}
          </span>
          <Link to="/sign-in" search={{ back: location.pathname }} className="button" data-size="small">
            Sign in
          </Link>
        </div>
      ) : null}
      {problem ? (
        <div className="banner" data-tone="risk" role="alert">
          <Icon name="warn" />
          <span className="grow">
            <b>{problem.title}: not done.</b> {problem.outcome?.detail ?? 'Someone in the office has been told.'}
          </span>
          <Button size="small" onClick={() => void store.dismiss(problem.command.id)}>
            I have read it
          </Button>
        </div>
      ) : null}
    </>
  )
}
