import { Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { run } from '@/api/client'
import { type Role, roles } from '@/features/identity/roles'
import { useSending } from '@/features/identity/useSending'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { tell } from '@/ui/toasts'
import { type Organisation, organisationQuery } from './queries'
import { say } from './words'

/** Who must give a code beside the password. */
export const SecondStepRoles = ({ organisation }: { organisation: Organisation }) => {
  const [chosen, setChosen] = useState<string[]>(organisation.secondStepFor)
  const queries = useQueryClient()
  const { sending, trouble, send } = useSending()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(async () => {
      await run('/api/organisation/require-second-step', { roles: chosen as Role[] })
      await queries.invalidateQueries({ queryKey: organisationQuery.queryKey })
      tell(say('whoeverHasNoneYetSets'))
    })
  }
  return (
    <form className="form" onSubmit={submit}>
      {trouble ? <Told>{trouble}</Told> : null}
      <Checkbox.Group label={say('theseRolesSignInWith')} value={chosen} onChange={setChosen}>
        <div className="choices">
          {(Object.keys(roles) as Role[]).map(role => (
            <Checkbox key={role} value={role} size="xs" label={roles[role].name} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="row">
        <span className="grow" />
        <Button kind="main" submit disabled={sending}>
          {say('requireIt')}
        </Button>
      </div>
    </form>
  )
}
