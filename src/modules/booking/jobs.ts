/** What bookings do by themselves. */
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { sweepHolds } from './holds.ts'

export const bookingJobs: readonly JobDefinition[] = [
  {
    // Expired holds take up nothing from their last minute on; this clears them away and tells open screens.
    name: 'booking.holds',
    cron: '* * * * *',
    retryLimit: 1,
    concurrency: 1,
    handle: (ctx) => sweepHolds(ctx),
  },
]
