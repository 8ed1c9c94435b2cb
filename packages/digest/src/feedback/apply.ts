import { personOf } from '../subscriptions/address.ts'
import { countSoftBounce, forgetSoftBounces, suppress } from '../subscriptions/suppression.ts'
import type { Table } from '../subscriptions/table.ts'
import { bareAddress, type SesEvent } from './ses-event.ts'

/** Acts on a report of SES. A complaint and a hard bounce suppress the address at once, the third soft bounce in a row does. */
export async function applyEvent(table: Table, event: SesEvent, now: number): Promise<void> {
  const at = new Date(now).toISOString()
  const people = (addresses: string[]) => addresses.map(address => personOf(bareAddress(address)))
  if (event.eventType === 'Delivery') {
    for (const person of people(event.delivery.recipients)) await forgetSoftBounces(table, person)
    return
  }
  if (event.eventType === 'Complaint') {
    const complained = event.complaint.complainedRecipients.map(each => each.emailAddress)
    for (const person of people(complained)) await suppress(table, person, 'COMPLAINT', at)
    return
  }
  const { bounceType, bouncedRecipients } = event.bounce
  for (const person of people(bouncedRecipients.map(each => each.emailAddress))) {
    if (bounceType === 'Permanent') await suppress(table, person, 'BOUNCE', at)
    else await countSoftBounce(table, person, at)
  }
}
