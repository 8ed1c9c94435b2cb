import { z } from 'zod'
import { sesEvent } from '../feedback/ses-event.ts'

/** EventBridge Scheduler, every hour. */
export const hourly = z.object({ enqueue: z.literal('due') })

/** A batch of the queue. */
export const batch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) })

/** A report of SES, by EventBridge. */
export const report = z.object({ source: z.literal('aws.ses'), detail: sesEvent })

/** A message of the queue. */
export const dueMessage = z.object({ token: z.string(), at: z.iso.datetime() })
