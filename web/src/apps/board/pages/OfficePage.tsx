import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { signOut } from '@/features/identity/session'
import { Office } from '../Office'

const route = getRouteApi('/office')

export const OfficePage = () => {
  const { session } = route.useRouteContext()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await signOut()
    queries.clear()
    await navigate({ to: '/sign-in' })
  }
  return <Office session={session} leave={leave} />
}
