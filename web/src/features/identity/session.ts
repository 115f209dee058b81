import { queryOptions } from '@tanstack/react-query'
import { Problem } from '@/api/client'
import type { Role } from './roles'

export type Session = {
  person: { id: string; name: string }
  roles: Role[]
  branches: { id: string; name: string }[]
  organisation?: { name: string; timeZone: string; currency: string }
}

const post = async (path: string, body: object = {}) => {
  const headers = { 'content-type': 'application/json', 'x-callout': 'office' }
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new Problem(0, 'offline', 'The server cannot be reached. Check your connection and try again.')
  })
  const said = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string }
  if (!answer.ok)
    throw new Problem(answer.status, said.code ?? 'failed', said.detail ?? 'Something failed on our side. Try again.')
  return said
}

/** Null when nobody is signed in. */
const ask = async (): Promise<Session | null> => {
  const answer = await fetch('/api/session')
  if (answer.status === 401) return null
  if (!answer.ok) throw new Problem(answer.status, 'failed', 'The server does not answer as it should. Try again in a moment.')
  return (await answer.json()) as Session
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: ask, staleTime: 60_000, retry: 1 })

export const signIn = (email: string, password: string, code?: string) =>
  post('/api/session/sign-in', { email, password, ...(code ? { code } : {}) })
export const signOut = () => post('/api/session/sign-out')
export const setPassword = (token: string, password: string) => post('/api/password/set', { token, password })

const places: Record<string, readonly Role[]> = {
  queue: ['superAdmin', 'operationsManager', 'branchManager', 'dispatcher', 'support', 'auditor'],
  orders: ['superAdmin', 'operationsManager', 'branchManager', 'dispatcher', 'support', 'accountant', 'auditor'],
  customers: ['superAdmin', 'operationsManager', 'branchManager', 'dispatcher', 'support', 'accountant', 'auditor'],
  assets: ['superAdmin', 'operationsManager', 'branchManager', 'dispatcher', 'support', 'auditor'],
  people: ['superAdmin', 'operationsManager', 'branchManager', 'auditor'],
}

/** Only what a person may use is on the rail; the server decides again, each time. */
export const mayUse = (session: Session, place: keyof typeof places) => session.roles.some(role => places[place]?.includes(role))

export const beginOrganisation = (answers: object) => post('/api/organisation/begin', answers)
