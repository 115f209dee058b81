import { FilterChip } from '@/ui/Shell'
import type { Session } from './session'
import { say } from './words'

type BranchChipProps = { session: Session; branch: string | undefined; onChange: (branch: string | undefined) => void }

/** Filters by branch; who sees one branch alone has nothing to choose. */
export const BranchChip = ({ session, branch, onChange }: BranchChipProps) =>
  session.branches.length > 1 ? (
    <FilterChip
      name={say('branch')}
      value={branch}
      options={session.branches.map(b => ({ value: b.id, name: b.name }))}
      onChange={onChange}
    />
  ) : null
