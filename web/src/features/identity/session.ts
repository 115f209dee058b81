import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, Problem, run } from '@/api/client'
import type { components } from '@/api/schema'

export type Session = components['schemas']['SessionPage']

/** Null when nobody is signed in. */
export const askSession = async (): Promise<Session | null> => {
  try {
    return await answerOf(api.GET('/api/session'))
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return null
    throw problem
  }
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: askSession, staleTime: 60_000, retry: 1 })

export const signIn = (email: string, password: string, code?: string) =>
  run('/api/session/sign-in', { email, password, ...(code ? { code } : {}) })
export const signOut = () => run('/api/session/sign-out', {} as never)
export const lookAtLink = (token: string) => run('/api/password/look', { token })
export const setPassword = (token: string, password: string) => run('/api/password/set', { token, password })

/** The server says what this person may ask and do; it decides again, each time. */
export const may = (session: Session, route: string) => session.may.includes(route)
