import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading, Trouble } from '@/ui/notices'
import { type Organisation, organisationQuery } from './queries'

/** Asks what is set before it is shown for changing. */
export const OrganisationOf = ({ children }: { children: (organisation: Organisation) => ReactNode }) => {
  const { data, error, refetch } = useQuery(organisationQuery)
  if (error)
    return (
      <Trouble title="The settings cannot be shown" again={() => void refetch()}>
        {error.message}
      </Trouble>
    )
  return data ? <div key={data.version}>{children(data)}</div> : <Loading of="settings" rows={4} />
}
