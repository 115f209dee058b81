import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { run } from '@/api/client'
import { Door } from '@/features/identity/Door'
import { FirstRun } from '@/features/identity/FirstRun'
import { sessionQuery } from '@/features/identity/session'
import { Branches } from '@/features/settings/Branches'
import { Holidays } from '@/features/settings/Holidays'
import { OrganisationForm } from '@/features/settings/OrganisationForm'
import { OrganisationOf } from '@/features/settings/OrganisationOf'
import { WorkKinds } from '@/features/settings/WorkKinds'
import { say } from '../words'
import '@/features/settings/settings.css'
import { Button } from '@/ui/pieces'
import { Toasts } from '@/ui/toasts'

const route = getRouteApi('/first-run')

export const firstSteps = ['letterhead', 'branches', 'holidays', 'work'] as const
type Step = (typeof firstSteps)[number]

const titles: Record<Step, { title: string; lead: string }> = {
  letterhead: { title: say('yourLetterhead'), lead: say('itStandsOnReportsInvoices') },
  branches: { title: say('yourBranches'), lead: say('theFirstOneIsThere') },
  holidays: { title: say('publicHolidays'), lead: say('nobodyIsPlannedOnThese') },
  work: { title: say('yourWork'), lead: say('takeOverWhatYourTrades') },
}

/** The organisation first; then what may be answered now or any time under Settings. */
export const FirstRunPage = () => {
  const { step } = route.useSearch()
  const navigate = useNavigate({ from: '/first-run' })
  const queries = useQueryClient()
  const go = (to: Step | undefined) => void (to ? navigate({ search: { step: to } }) : navigate({ to: '/' }))
  if (!step)
    return (
      <FirstRun
        onBegin={async answers => {
          await run('/api/organisation/begin', answers)
          await queries.resetQueries(sessionQuery)
          go('letterhead')
        }}
      />
    )
  const next = firstSteps[firstSteps.indexOf(step) + 1]
  return (
    <Door wide title={titles[step].title} aside={say('allOfThisCanBe')}>
      <p className="lead">{titles[step].lead}</p>
      {stepOf(step, () => go(next))}
      <div className="row first-foot">
        <span className="soft n grow">{say('nOfAll', { n: firstSteps.indexOf(step) + 2, all: firstSteps.length + 1 })}</span>
        {step === 'letterhead' ? (
          <Button onClick={() => go(next)}>{say('later')}</Button>
        ) : (
          <Button kind="main" onClick={() => go(next)}>
            {next ? say('continue') : say('openTheOffice')}
          </Button>
        )}
      </div>
      <Toasts />
    </Door>
  )
}

const stepOf = (step: Step, onDone: () => void): ReactNode => {
  if (step === 'letterhead')
    return (
      <OrganisationOf>
        {known => <OrganisationForm organisation={known} words={say('saveAndContinue')} onDone={onDone} />}
      </OrganisationOf>
    )
  if (step === 'branches') return <Branches />
  return step === 'holidays' ? <Holidays /> : <WorkKinds />
}
