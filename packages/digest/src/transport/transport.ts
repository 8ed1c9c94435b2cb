import type { Message } from '../mail/message.ts'

/**
 * Hands a mail over to whoever delivers it.
 * @throws NotSent when it is certain that nothing was sent; any other error leaves that open
 */
export type Send = (message: Message) => Promise<void>

/** Nothing was sent, and a later try may succeed. */
export class NotSent extends Error {
  override name = 'NotSent'
}
