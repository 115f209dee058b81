import { Checkbox, MultiSelect, Radio } from '@mantine/core'
import { type Role, roles } from './roles'

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
    <Checkbox.Group label="May do" value={rights.roles} onChange={chosen => onChange({ ...rights, roles: chosen as Role[] })}>
      <div className="choices">
        {given.map(role => (
          <Checkbox key={role} value={role} size="xs" label={roles[role].name} description={roles[role].may} />
        ))}
      </div>
    </Checkbox.Group>
    <Radio.Group
      label="Sees"
      value={rights.headOffice ? 'all' : 'some'}
      onChange={where => onChange({ ...rights, headOffice: where === 'all' })}
    >
      <div className="choices">
        <Radio value="all" size="xs" label="Every branch, also those opened later" />
        <Radio value="some" size="xs" label="These branches" />
      </div>
    </Radio.Group>
    {rights.headOffice ? null : (
      <MultiSelect
        aria-label="Branches"
        data={branches.map(b => ({ value: b.id, label: b.name }))}
        value={rights.branches}
        onChange={chosen => onChange({ ...rights, branches: chosen })}
        placeholder={rights.branches.length === 0 ? 'Choose branches' : undefined}
      />
    )}
  </>
)

export const rightsBody = ({ roles: chosen, headOffice, branches }: RightsAnswers) => ({
  roles: chosen,
  headOffice,
  branches: headOffice ? [] : branches,
})
