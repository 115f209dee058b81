import { useDocuments } from '@/store/react'

/** How much waits for somebody in the office to decide. */
export const useUnsettledCount = () => useDocuments('held-command').length + useDocuments('conflict').length
