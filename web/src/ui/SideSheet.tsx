import type { ReactNode } from 'react'
import { Button } from './pieces'
import { say } from './words'

/** Details beside a list, which stays where it is. */
export const SideSheet = ({
  name,
  about,
  onClose,
  children,
  foot,
}: {
  name: string
  about?: ReactNode
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
}) => (
  <aside className="panel side-sheet" aria-label={name}>
    <div className="sheet-top">
      <div className="row">
        <h2 className="grow cut">{name}</h2>
        <Button kind="plain" size="small" icon="close" aria-label={say('closeTheDetails')} onClick={onClose} />
      </div>
      {about ? <div className="soft">{about}</div> : null}
    </div>
    <div className="sheet-body scroll">{children}</div>
    {foot ? <div className="sheet-foot">{foot}</div> : null}
  </aside>
)
