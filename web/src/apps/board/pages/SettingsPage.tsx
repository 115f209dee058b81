import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { may, type Session } from '@/features/identity/session'
import { ApiKeys } from '@/features/settings/ApiKeys'
import { Branches } from '@/features/settings/Branches'
import { Holidays } from '@/features/settings/Holidays'
import { OrganisationForm } from '@/features/settings/OrganisationForm'
import { OrganisationOf } from '@/features/settings/OrganisationOf'
import { SecondStepRoles } from '@/features/settings/SecondStepRoles'
import { WorkKinds } from '@/features/settings/WorkKinds'
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
    name: 'Organisation',
    needs: 'organisation/change',
    about: 'Your letterhead, your tax, and what is usual.',
  },
  { key: 'branches', name: 'Branches', needs: 'branches/open', about: 'Each with its own clock, currency and language.' },
  {
    key: 'holidays',
    name: 'Holidays',
    needs: 'holidays/declare',
    about: 'Nobody is planned, and no promise runs, on these days.',
  },
  {
    key: 'work-types',
    name: 'Kinds of work',
    needs: 'work-types/install',
    about: 'What an order starts with: checklists, skills, promises.',
  },
  {
    key: 'second-step',
    name: 'Signing in',
    needs: 'organisation/require-second-step',
    about: 'Who gives a code beside the password.',
  },
  { key: 'api-keys', name: 'API keys', needs: 'api-keys/create', about: 'For other programs; each may do what its roles may.' },
] as const

export const settingsOf = (session: Session) => sections.filter(section => may(session, section.needs))

export const SettingsPage = () => {
  const { session, find } = useOffice()
  const { section: asked } = route.useParams()
  const allowed = settingsOf(session)
  const section = allowed.find(s => s.key === asked)
  return (
    <>
      <Title name="Settings" onFind={find} />
      <div className="settings">
        <nav aria-label="Settings" className="settings-nav">
          {allowed.map(s => (
            <Link key={s.key} to="/settings/$section" params={{ section: s.key }} className="place-line">
              {s.name}
            </Link>
          ))}
          {may(session, 'people') ? (
            <Link to="/people" className="place-line">
              People and roles
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
          <Empty icon="settings" title="Nothing to set here">
            <p>Your role changes no settings. An administrator can.</p>
          </Empty>
        )}
      </div>
    </>
  )
}

const contents: Record<(typeof sections)[number]['key'], (session: Session) => ReactNode> = {
  organisation: () => (
    <OrganisationOf>
      {known => <OrganisationForm organisation={known} words="Save" onDone={() => tell('Saved')} />}
    </OrganisationOf>
  ),
  branches: () => <Branches />,
  holidays: () => <Holidays />,
  'work-types': () => <WorkKinds />,
  'second-step': () => <OrganisationOf>{known => <SecondStepRoles organisation={known} />}</OrganisationOf>,
  'api-keys': session => <ApiKeys branches={session.branches} />,
}
