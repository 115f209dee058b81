/** Documents of the feed, as the server's WorkOrders module shapes them for the office. */

export type RequestDocument = {
  branch: string
  channel: string
  summary: string
  receivedAt: string
  workOrder?: string
  number?: number
  priority?: number
  words?: string
  accountName?: string
  siteName?: string
  contactName?: string
  answerBy?: string
  takenBy?: string
  state?: string
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
