import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { SetPassword } from '@/features/identity/SetPassword'
import { setPassword } from '@/features/identity/session'

const route = getRouteApi('/set-password/$token')

export const SetPasswordPage = () => {
  const { token } = route.useParams()
  const navigate = useNavigate()
  const onSet = async (password: string) => {
    await setPassword(token, password)
    await navigate({ to: '/sign-in' })
  }
  return <SetPassword onSet={onSet} />
}
