import { createHash } from 'node:crypto'
import { domainToASCII } from 'node:url'

const LOCAL_PART = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/
const HOST = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/

/**
 * An address as mails are sent to it: the domain in ASCII and lower case. Null when it is none, or when its part before
 * the `@` is not ASCII, which SES cannot send to.
 */
export function parseAddress(text: string): string | null {
  const at = text.trim().lastIndexOf('@')
  const local = text.trim().slice(0, at)
  const domain = domainToASCII(text.trim().slice(at + 1)).toLowerCase()
  const isLocal = LOCAL_PART.test(local) && !/^\.|\.\.|\.$/.test(local)
  return at > 0 && isLocal && HOST.test(domain) ? `${local}@${domain}` : null
}

/** Names a person's partition without showing the address: a hash of it, 22 characters. Case makes no difference. */
export const personOf = (address: string): string =>
  createHash('sha256').update(address.toLowerCase()).digest('base64url').slice(0, 22)

/** The mailbox behind an address: what follows a `+` is a label that its owner chose, and often leads to the same one. */
export const mailboxOf = (address: string): string => address.replace(/\+[^@]*@/, '@')
