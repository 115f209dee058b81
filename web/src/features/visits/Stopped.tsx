import type { Mark, Standing } from '@/store/standing'
import { Icon } from '@/ui/Icon'
import { clock, day } from '@/words/formats'
import { Big } from './frame'
import { say } from './words'

/** The office has locked this device: nothing is shown, and nothing is lost. */
export const Locked = ({ standing, unsent, onAgain }: { standing: Standing; unsent: number; onAgain: () => void }) => {
  const wiping = standing.state === 'wiping'
  return (
    <main className="opening stopped" role="alert">
      <Icon name="lock" size={18} />
      <h1>{say(wiping ? 'beingEmptied' : 'locked')}</h1>
      {standing.reason ? <blockquote>{standing.reason}</blockquote> : null}
      <p>{say(wiping ? (standing.handsOver ? 'handsOver' : 'handsNothingOver') : 'lockedKept', { n: unsent })}</p>
      <Big kind="second" onClick={onAgain}>
        {say('tryNow')}
      </Big>
    </main>
  )
}

/** Nothing of its person is on this device any more; what became of their work is said. */
export const EmptiedDevice = ({ mark }: { mark: Mark | undefined }) => {
  return (
    <main className="opening stopped" role="alert">
      <Icon name="lock" size={18} />
      <h1>{say('emptied')}</h1>
      {mark ? <p className="dim">{`${day(mark.at)}, ${clock(mark.at)}`}</p> : null}
      {mark?.reason ? <blockquote>{mark.reason}</blockquote> : null}
      <p>
        {mark && mark.lost > 0
          ? say('emptiedLost', { n: mark.lost })
          : mark && mark.handedOver > 0
            ? say('emptiedHanded', { n: mark.handedOver })
            : say('emptiedNothing')}
      </p>
      <Big onClick={() => location.assign(`/sign-in?back=${encodeURIComponent('/technician')}`)}>{say('signIn')}</Big>
    </main>
  )
}
