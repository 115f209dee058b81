import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Problem } from '@/api/client'
import { SignIn } from '@/features/identity/SignIn'
import { sessionQuery, signIn } from '@/features/identity/session'

const route = getRouteApi('/sign-in')
const codeNeeded = 'sign-in.code-needed'

/** Only a place of our own: an address handed in from outside may not lead elsewhere. */
const ownPlace = (back: string | undefined) => (back?.startsWith('/') && !back.startsWith('//') ? back : '/')

export const SignInPage = () => {
  const { back, email } = route.useSearch()
  const router = useRouter()
  const queries = useQueryClient()
  const [known, setKnown] = useState<{ email: string; password: string }>()
  const enter = async () => {
    await queries.resetQueries(sessionQuery)
    const place = ownPlace(back)
    if (place.startsWith('/technician')) location.assign(place)
    else router.history.push(place)
  }
  const onPassword = async (email: string, password: string) => {
    try {
      await signIn(email, password)
    } catch (problem) {
      if (problem instanceof Problem && problem.code === codeNeeded) return setKnown({ email, password })
      throw problem
    }
    await enter()
  }
  const onCode = async (code: string) => {
    if (!known) return
    await signIn(known.email, known.password, code)
    await enter()
  }
  return (
    <SignIn
      step={known ? 'code' : 'password'}
      email={email}
      onPassword={onPassword}
      onCode={onCode}
      onBack={() => setKnown(undefined)}
    />
  )
}
