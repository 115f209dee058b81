import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FirstRun } from '@/features/identity/FirstRun'
import { beginOrganisation, sessionQuery } from '@/features/identity/session'

export const FirstRunPage = () => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return (
    <FirstRun
      onBegin={async answers => {
        await beginOrganisation(answers)
        await queries.resetQueries(sessionQuery)
        await navigate({ to: '/' })
      }}
    />
  )
}
