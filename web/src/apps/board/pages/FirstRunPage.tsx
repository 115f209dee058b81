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
import '@/features/settings/settings.css'
import { Button } from '@/ui/pieces'
import { Toasts } from '@/ui/toasts'

const route = getRouteApi('/first-run')

export const firstSteps = ['letterhead', 'branches', 'holidays', 'work'] as const
type Step = (typeof firstSteps)[number]

const titles: Record<Step, { title: string; lead: string }> = {
  letterhead: { title: 'Your letterhead', lead: 'It stands on reports, invoices and messages.' },
  branches: { title: 'Your branches', lead: 'The first one is there. Open as many as you have; each sees only its own work.' },
  holidays: { title: 'Public holidays', lead: 'Nobody is planned on these days, and no promise runs.' },
  work: { title: 'Your work', lead: 'Take over what your trades usually do; several lie side by side.' },
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
    <Door wide title={titles[step].title} aside="All of this can be changed later under Settings. Nothing leaves this machine.">
      <p className="lead">{titles[step].lead}</p>
      {stepOf(step, () => go(next))}
      <div className="row first-foot">
        <span className="soft n grow">
          {firstSteps.indexOf(step) + 2} of {firstSteps.length + 1}
        </span>
        {step === 'letterhead' ? (
          <Button onClick={() => go(next)}>Later</Button>
        ) : (
          <Button kind="main" onClick={() => go(next)}>
            {next ? 'Continue' : 'Open the office'}
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
        {known => <OrganisationForm organisation={known} words="Save and continue" onDone={onDone} />}
      </OrganisationOf>
    )
  if (step === 'branches') return <Branches />
  return step === 'holidays' ? <Holidays /> : <WorkKinds />
}
