import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { run } from '@/api/client'
import { SecondStep } from '@/features/identity/SecondStep'
import { sessionQuery } from '@/features/identity/session'

export const SecondStepPage = () => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return (
    <SecondStep
      onOffer={() => run('/api/second-step/offer', {} as never)}
      onCode={async code => (await run('/api/second-step/set-up', { code })).codes ?? []}
      onDone={async () => {
        await queries.resetQueries(sessionQuery)
        await navigate({ to: '/' })
      }}
    />
  )
}
