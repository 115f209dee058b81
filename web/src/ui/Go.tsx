import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A thing's name that leads to its page. */
export const Go = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link to={to} className="cut thing link">
    {children}
  </Link>
)
