import { useStatus, useStore } from '@/store/react'
import type { Recorded } from '@/store/storage/port'
import { Icon } from '@/ui/Icon'
import { useNow } from '@/ui/useNow'
import { sendFiles } from './files'
import { Big, OfflineBanner, Part, useFiles } from './frame'
import { go } from './way'
import { useWords } from './words'

const happened = ({ command }: Recorded) => Date.parse(command.deviceTime)
const sentAtMost = 30

/** Every action on this device: what it is, since when, how far, and what to do when it was not taken. */
export const Outbox = () => {
  const { say, clock, span, size } = useWords()
  const store = useStore()
  const now = useNow()
  const { waiting, needsYou, sent, caughtUpAt } = useStatus()
  const files = useFiles()
  const again = () => {
    void store.retry()
    void sendFiles()
  }
  const n = waiting.length + files.waiting
  return (
    <>
      <header className="top flat">
        <h1>
          {say('outbox')}
          <small>{caughtUpAt === undefined ? say('neverSent') : say('lastSent', { time: clock(caughtUpAt) })}</small>
        </h1>
        <button type="button" className="back" aria-label={say('tryNow')} onClick={again}>
          <Icon name="sync" />
        </button>
      </header>
      <OfflineBanner />
      <main>
        {needsYou.length > 0 ? <Part title={say('needsYou', { n: needsYou.length })} /> : null}
        {needsYou.map(recorded => (
          <Problem key={recorded.command.id} recorded={recorded} />
        ))}
        <Part title={say('waitingCount', { n })} aside={n > 0 ? say('onThisDevice') : undefined} />
        <section className="card">
          {n === 0 ? <p className="past dim">{say('nothingWaits')}</p> : null}
          {waiting.map(recorded => (
            <div className="sent" key={recorded.command.id}>
              <Icon name="device" />
              <span>
                <b>{recorded.title}</b>
                <span className="dim">{[clock(happened(recorded)), span(now - happened(recorded))].join(', ')}</span>
              </span>
              <em>{say('isWaiting')}</em>
            </div>
          ))}
          {files.waiting > 0 ? (
            <div className="sent">
              <Icon name="camera" />
              <span>
                <b>{say('files', { n: files.waiting })}</b>
                <span className="dim">{say('filesWait', { size: size(files.bytes) })}</span>
              </span>
              <em>{say('isWaiting')}</em>
            </div>
          ) : null}
        </section>
        {sent.length > 0 ? <Part title={say('sentToday', { n: Math.min(sent.length, sentAtMost) })} /> : null}
        {sent.length > 0 ? (
          <section className="card">
            {[...sent]
              .reverse()
              .slice(0, sentAtMost)
              .map(recorded => (
                <div className="sent" key={recorded.command.id}>
                  <Icon name="check" />
                  <span>
                    <b>{recorded.title}</b>
                    <span className="dim">{clock(happened(recorded))}</span>
                  </span>
                  <em>{say('sentAt', { time: clock(recorded.settledAt ?? happened(recorded)) })}</em>
                </div>
              ))}
          </section>
        ) : null}
      </main>
    </>
  )
}

const Problem = ({ recorded }: { recorded: Recorded }) => {
  const { say, clock } = useWords()
  const store = useStore()
  const { command, title, outcome } = recorded
  const visit = typeof command.body.visit === 'string' ? command.body.visit : undefined
  return (
    <section className="card trouble">
      <h3>
        <Icon name="warn" />
        {title}
      </h3>
      <p>
        {say('notTaken')} {outcome?.detail}
      </p>
      <p className="dim">
        {clock(happened(recorded))}. {say('kept')}
      </p>
      <div className="pair">
        <Big onClick={() => void store.dismiss(command.id)}>{say('understood')}</Big>
        {visit ? (
          <Big kind="second" onClick={() => go('job', visit)}>
            {say('openJob')}
          </Big>
        ) : null}
      </div>
    </section>
  )
}
