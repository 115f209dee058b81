import type { ReactNode } from 'react'
import { Mark } from '@/ui/Shell'
import './door.css'

/** The pages before the office: one narrow column, one thing to do. */
export const Door = ({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) => (
  <main className="door">
    <div className="sheet">
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
