import { useState } from 'react'
import { say } from './words'

/** Runs one attempt at a time, and keeps what went wrong beside the form until the next. */
export const useSending = () => {
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const send = async (work: () => Promise<void>) => {
    if (sending) return
    setSending(true)
    setTrouble(undefined)
    try {
      await work()
    } catch (problem) {
      setTrouble(problem instanceof Error ? problem.message : say('theServerCannotBeReached'))
    } finally {
      setSending(false)
    }
  }
  return { sending, trouble, send }
}
