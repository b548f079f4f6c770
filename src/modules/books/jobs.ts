/** The journal follows what is issued, paid and given back. */
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { postedEvents, postJob } from './post.ts'

export const bookJobs = [postJob] as const satisfies readonly JobDefinition[]

export const bookSubscriptions = [{ on: postedEvents, job: 'books.post' }] as const
