import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { run } from '@/api/client'
import { FirstRun } from '@/features/identity/FirstRun'
import { sessionQuery } from '@/features/identity/session'

export const FirstRunPage = () => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return (
    <FirstRun
      onBegin={async answers => {
        await run('/api/organisation/begin', answers)
        await queries.resetQueries(sessionQuery)
        await navigate({ to: '/' })
      }}
    />
  )
}
