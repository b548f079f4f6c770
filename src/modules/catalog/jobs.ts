/** What the catalogue does in its own time. */
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { applyImport } from './import/apply.ts'
import { fetchImages } from './import/fetch-images.ts'
import { previewImport } from './import/preview.ts'
import { undoImportJob } from './import/undo.ts'
import { countSales } from './popularity.ts'
import { refreshWords } from './refresh-words.ts'

export const catalogJobs: readonly JobDefinition[] = [
  { name: 'catalog.refreshWords', handle: refreshWords },
  { name: 'catalog.countSales', cron: '*/10 * * * *', handle: countSales },
  { name: 'catalog.previewImport', handle: previewImport, expireInSeconds: 900 },
  { name: 'catalog.applyImport', handle: applyImport, expireInSeconds: 600 },
  { name: 'catalog.undoImport', handle: undoImportJob, expireInSeconds: 600 },
  // Every minute, for those whose time to be tried again has come.
  { name: 'catalog.fetchImages', cron: '* * * * *', handle: (ctx) => fetchImages(ctx), concurrency: 1 },
]
