import type { ReactNode } from 'react'
import { Mark } from '@/ui/Shell'
import './door.css'

/** The pages before the office: one narrow column, one thing to do. */
type DoorProps = { title: string; children: ReactNode; aside?: ReactNode /** For more than one thing to do. */; wide?: boolean }

export const Door = ({ title, children, aside, wide }: DoorProps) => (
  <main className="door">
    <div className="sheet" data-wide={wide ? '' : undefined}>
      <div className="brand">
        <span className="logo">
          <Mark />
        </span>
        Callout
      </div>
      <h1>{title}</h1>
      {children}
    </div>
    {aside ? <p className="aside">{aside}</p> : null}
  </main>
)
