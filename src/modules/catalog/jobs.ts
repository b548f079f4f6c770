/** What the catalogue does in its own time. */
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { countSales } from './popularity.ts'
import { refreshWords } from './refresh-words.ts'

export const catalogJobs: readonly JobDefinition[] = [
  { name: 'catalog.refreshWords', handle: refreshWords },
  { name: 'catalog.countSales', cron: '*/10 * * * *', handle: countSales },
]
