import type { RequestDocument } from '@/features/work-orders/documents'
import { isWaiting } from '@/features/work-orders/queue/fromDocument'
import { useDocuments } from '@/store/react'

export const useQueueCount = () => useDocuments<RequestDocument>('request').filter(isWaiting).length
