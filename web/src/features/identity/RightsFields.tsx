import { Checkbox, MultiSelect, Radio } from '@mantine/core'
import { type Role, roles } from './roles'
import { say } from './words'

export type RightsAnswers = { roles: Role[]; headOffice: boolean; branches: string[] }

export const noRights: RightsAnswers = { roles: ['dispatcher'], headOffice: false, branches: [] }

/** Roles that a form can give: a customer and a contractor also need to say whose account or visits are theirs. */
const given = (Object.keys(roles) as Role[]).filter(role => role !== 'customer' && role !== 'contractor')

type RightsFieldsProps = {
  rights: RightsAnswers
  branches: readonly { id: string; name: string }[]
  onChange: (rights: RightsAnswers) => void
}

/** What somebody may do, and where. */
export const RightsFields = ({ rights, branches, onChange }: RightsFieldsProps) => (
  <>
    <Checkbox.Group
      label={say('mayDo')}
      value={rights.roles}
      onChange={chosen => onChange({ ...rights, roles: chosen as Role[] })}
    >
      <div className="choices">
        {given.map(role => (
          <Checkbox key={role} value={role} size="xs" label={roles[role].name} description={roles[role].may} />
        ))}
      </div>
    </Checkbox.Group>
    <Radio.Group
      label={say('sees')}
      value={rights.headOffice ? 'all' : 'some'}
      onChange={where => onChange({ ...rights, headOffice: where === 'all' })}
    >
      <div className="choices">
        <Radio value="all" size="xs" label={say('everyBranchAlsoThoseOpened')} />
        <Radio value="some" size="xs" label={say('theseBranches')} />
      </div>
    </Radio.Group>
    {rights.headOffice ? null : (
      <MultiSelect
        aria-label={say('branches')}
        data={branches.map(b => ({ value: b.id, label: b.name }))}
        value={rights.branches}
        onChange={chosen => onChange({ ...rights, branches: chosen })}
        placeholder={rights.branches.length === 0 ? say('chooseBranches') : undefined}
      />
    )}
  </>
)

export const rightsBody = ({ roles: chosen, headOffice, branches }: RightsAnswers) => ({
  roles: chosen,
  headOffice,
  branches: headOffice ? [] : branches,
})
