import { signOut } from '@/features/identity/session'
import { useStatus } from '@/store/react'
import { chooseTheme, type Theme, useTheme } from '@/ui/theme'
import { chooseLanguage, type Language, languageNow, languages } from '@/words/languages'
import { Carried } from './Carried'
import { Big, OfflineBanner, Part, SyncChip } from './frame'
import { useInstall } from './install'
import { keepMe, useMe } from './me'
import { Rings } from './Rings'
import { silence } from './ringing'
import { type Key, say } from './words'

const themes: { theme: Theme; name: Key }[] = [
  { theme: 'auto', name: 'auto' },
  { theme: 'light', name: 'light' },
  { theme: 'dark', name: 'dark' },
  { theme: 'outdoor', name: 'outdoor' },
]

export const More = () => {
  const me = useMe()
  const theme = useTheme()
  const { waiting } = useStatus()
  const install = useInstall()
  const leave = async () => {
    await silence().catch(() => undefined)
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
        <Rings />
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
            <button key={l} type="button" lang={l} aria-pressed={l === languageNow()} onClick={() => chooseLanguage(l)}>
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
