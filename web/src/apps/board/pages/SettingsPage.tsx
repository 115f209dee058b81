import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { may, type Session } from '@/features/identity/session'
import { ApiKeys } from '@/features/settings/ApiKeys'
import { Branches } from '@/features/settings/Branches'
import { BroughtOutbox } from '@/features/settings/BroughtOutbox'
import { Holidays } from '@/features/settings/Holidays'
import { OrganisationForm } from '@/features/settings/OrganisationForm'
import { OrganisationOf } from '@/features/settings/OrganisationOf'
import { SecondStepRoles } from '@/features/settings/SecondStepRoles'
import { WorkKinds } from '@/features/settings/WorkKinds'
import { say } from '../words'
import '@/features/settings/settings.css'
import { Empty } from '@/ui/notices'
import { Title } from '@/ui/Shell'
import { tell } from '@/ui/toasts'
import { useOffice } from '../Office'

const route = getRouteApi('/office/settings/$section')

/** What may be set, and which command it takes. */
const sections = [
  {
    key: 'organisation',
    name: say('organisation'),
    needs: 'organisation/change',
    about: say('yourLetterheadYourTaxAnd'),
  },
  { key: 'branches', name: say('branches'), needs: 'branches/open', about: say('eachWithItsOwnClock') },
  {
    key: 'holidays',
    name: say('holidays'),
    needs: 'holidays/declare',
    about: say('nobodyIsPlannedAndNo'),
  },
  {
    key: 'work-types',
    name: say('kindsOfWork'),
    needs: 'work-types/install',
    about: say('whatAnOrderStartsWith'),
  },
  {
    key: 'second-step',
    name: say('signingIn'),
    needs: 'organisation/require-second-step',
    about: say('whoGivesACodeBeside'),
  },
  {
    key: 'phones',
    name: say('phoneThatCannotSend'),
    needs: 'people/invite',
    about: say('bringInWhatATechnician'),
  },
  { key: 'api-keys', name: say('apiKeys'), needs: 'api-keys/create', about: say('forOtherProgramsEachMay') },
] as const

export const settingsOf = (session: Session) => sections.filter(section => may(session, section.needs))

export const SettingsPage = () => {
  const { session, find } = useOffice()
  const { section: asked } = route.useParams()
  const allowed = settingsOf(session)
  const section = allowed.find(s => s.key === asked)
  return (
    <>
      <Title name={say('settings')} onFind={find} />
      <div className="settings">
        <nav aria-label={say('settings')} className="settings-nav">
          {allowed.map(s => (
            <Link key={s.key} to="/settings/$section" params={{ section: s.key }} className="place-line">
              {s.name}
            </Link>
          ))}
          {may(session, 'people') ? (
            <Link to="/people" className="place-line">
              {say('peopleAndRoles')}
            </Link>
          ) : null}
        </nav>
        {section ? (
          <section className="settings-sheet" aria-label={section.name}>
            <h2>{section.name}</h2>
            <p className="soft">{section.about}</p>
            {contents[section.key](session)}
          </section>
        ) : (
          <Empty icon="settings" title={say('nothingToSetHere')}>
            <p>{allowed.length > 0 ? say('chooseWhatYouWantTo') : say('yourRoleChangesNoSettings')}</p>
          </Empty>
        )}
      </div>
    </>
  )
}

const contents: Record<(typeof sections)[number]['key'], (session: Session) => ReactNode> = {
  phones: () => <BroughtOutbox />,
  organisation: () => (
    <OrganisationOf>
      {known => <OrganisationForm organisation={known} words={say('save')} onDone={() => tell(say('saved'))} />}
    </OrganisationOf>
  ),
  branches: () => <Branches />,
  holidays: () => <Holidays />,
  'work-types': () => <WorkKinds />,
  'second-step': () => <OrganisationOf>{known => <SecondStepRoles organisation={known} />}</OrganisationOf>,
  'api-keys': session => <ApiKeys branches={session.branches} />,
}
