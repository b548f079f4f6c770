/** What a bulk button of the list of products asks for. */
import type { z } from 'zod'
import type { BulkChange } from '../../../shapes.ts'
import { productStatuses } from '../../../values.ts'

export function changeOf(intent: string): z.input<typeof BulkChange>['change'] | null {
  if (intent === 'delete') return { kind: 'delete' }
  const status = productStatuses.find((one) => one === intent)
  return status ? { kind: 'status', status } : null
}
