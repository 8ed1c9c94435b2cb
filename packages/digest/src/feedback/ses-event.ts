import { z } from 'zod'

const recipients = z.array(z.object({ emailAddress: z.string() }))

const bounce = z.object({
  eventType: z.literal('Bounce'),
  bounce: z.object({
    /** Undetermined: the server's answer says nothing clear; it counts as one that may pass. */
    bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
    bouncedRecipients: recipients,
  }),
})
const complaint = z.object({
  eventType: z.literal('Complaint'),
  complaint: z.object({ complainedRecipients: recipients }),
})
const delivery = z.object({
  eventType: z.literal('Delivery'),
  delivery: z.object({ recipients: z.array(z.string()) }),
})

/** What SES reports of a mail, as its event destination writes it. Other fields are left out. */
export const sesEvent = z.discriminatedUnion('eventType', [bounce, complaint, delivery])

export type SesEvent = z.output<typeof sesEvent>

/** An address of SES may come with a name: `"Ada" <ada@example.org>`. */
export const bareAddress = (address: string): string => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address
