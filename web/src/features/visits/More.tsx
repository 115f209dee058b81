import { useEffect, useState } from 'react'
import { signOut } from '@/features/identity/session'
import { useDocuments, useStatus } from '@/store/react'
import { chooseTheme, type Theme, useTheme } from '@/ui/theme'
import type { Visit } from './documents'
import { Big, OfflineBanner, Part, SyncChip } from './frame'
import { useInstall } from './install'
import { isOver } from './job'
import { keepMe, useMe } from './me'
import { chooseLanguage, type Key, type Language, languages, useWords } from './words'

const themes: { theme: Theme; name: Key }[] = [
  { theme: 'auto', name: 'auto' },
  { theme: 'light', name: 'light' },
  { theme: 'dark', name: 'dark' },
  { theme: 'outdoor', name: 'outdoor' },
]

export const More = () => {
  const { say, language } = useWords()
  const me = useMe()
  const theme = useTheme()
  const { waiting } = useStatus()
  const install = useInstall()
  const leave = async () => {
    await signOut().catch(() => undefined)
    keepMe(undefined)
    location.assign('/sign-in?back=%2Ftechnician')
  }
  return (
    <>
      <OfflineBanner />
      <main>
        <header className="day">
          <h1>{me.name}</h1>
          <SyncChip />
        </header>
        <Carried />
        <Part title={say('theme')} />
        <fieldset className="choices four wide" aria-label={say('theme')}>
          {themes.map(t => (
            <button key={t.theme} type="button" aria-pressed={theme === t.theme} onClick={() => chooseTheme(t.theme)}>
              {say(t.name)}
            </button>
          ))}
        </fieldset>
        <Part title={say('language')} />
        <fieldset className="choices four wide" aria-label={say('language')}>
          {(Object.keys(languages) as Language[]).map(l => (
            <button key={l} type="button" lang={l} aria-pressed={l === language} onClick={() => chooseLanguage(l)}>
              {languages[l]}
            </button>
          ))}
        </fieldset>
        <div className="field">
          {install ? <Big onClick={install}>{say('install')}</Big> : null}
          {waiting.length > 0 ? <p>{say('signOutWaits', { n: waiting.length })}</p> : null}
          <Big kind="second" onClick={() => void leave()}>
            {say('signOut')}
          </Big>
        </div>
      </main>
    </>
  )
}

const Carried = () => {
  const { say, size } = useWords()
  const jobs = useDocuments<Visit>('visit').filter(v => !isOver(v.state))
  const [used, setUsed] = useState<number>()
  const [safe, setSafe] = useState(false)
  useEffect(() => {
    void navigator.storage?.estimate?.().then(e => setUsed(e.usage))
    void navigator.storage?.persisted?.().then(setSafe)
  }, [])
  return (
    <>
      <Part title={say('carried')} />
      <section className="card">
        <p className="past">{say('carriedJobs', { n: jobs.length })}</p>
        {used === undefined ? null : (
          <p className="past dim">
            {say('space', { size: size(used) })}
            {safe ? `. ${say('protectedSpace')}` : ''}
          </p>
        )}
      </section>
    </>
  )
}
