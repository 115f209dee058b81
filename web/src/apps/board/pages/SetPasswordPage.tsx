import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Door } from '@/features/identity/Door'
import { SetPassword } from '@/features/identity/SetPassword'
import { lookAtLink, setPassword } from '@/features/identity/session'
import { Loading, Told } from '@/ui/notices'
import { say } from '../words'

const route = getRouteApi('/set-password/$token')

export const SetPasswordPage = () => {
  const { token } = route.useParams()
  const navigate = useNavigate()
  const { data: holder, error } = useQuery({
    queryKey: ['link', token],
    queryFn: () => lookAtLink(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const onSet = async (password: string) => {
    await setPassword(token, password)
    await navigate({ to: '/sign-in', search: { email: holder?.email } })
  }
  if (error)
    return (
      <Door title={say('thisLinkDoesNotOpen')}>
        <div className="form">
          <Told>{error.message}</Told>
        </div>
      </Door>
    )
  return holder ? (
    <SetPassword name={holder.name} email={holder.email} onSet={onSet} />
  ) : (
    <Loading of={say('yourLink')} rows={1} />
  )
}
