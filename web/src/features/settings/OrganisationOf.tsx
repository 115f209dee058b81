import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading, Trouble } from '@/ui/notices'
import { type Organisation, organisationQuery } from './queries'
import { say } from './words'

/** Asks what is set before it is shown for changing. */
export const OrganisationOf = ({ children }: { children: (organisation: Organisation) => ReactNode }) => {
  const { data, error, refetch } = useQuery(organisationQuery)
  if (error)
    return (
      <Trouble title={say('theSettingsCannotBeShown')} again={() => void refetch()}>
        {error.message}
      </Trouble>
    )
  return data ? <div key={data.version}>{children(data)}</div> : <Loading of={say('theSettings')} rows={4} />
}
