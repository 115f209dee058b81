/** Documents of the feed, as the server's WorkOrders module shapes them for the office. */

export type RequestDocument = {
  branch: string
  channel: string
  summary: string
  receivedAt: string
  workOrder?: string
  state?: 'new' | 'waiting' | 'ordered' | 'merged' | 'declined'
  number?: number
  urgency?: 'low' | 'normal' | 'high' | 'emergency'
  words?: string
  callerName?: string
  callerPhone?: string
  account?: string
  site?: string
}

export type WorkOrderDocument = { number: number; branch: string; state: string; summary: string; priority?: number }

export type VisitDocument = {
  workOrder: string
  state: string
  lead?: string
  start: string
  end: string
  day: string
  outcome?: string
}
