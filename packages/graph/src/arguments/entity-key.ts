import type { EntityKind } from '@daily-papers/papers/entity.ts'
import { accountKey, authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import { badInput } from '../errors.ts'

const keys: Record<EntityKind, (name: string) => string> = {
  // A key also works in place of a name. Keys that folding would change start with `~`, or end in `~` and a hash.
  author: name => (/^~|~[\da-f]{16}$/.test(name) ? name : authorKey(name)),
  keyword: keywordKey,
  organization: organizationKey,
  account: accountKey,
}

/** The longest name that is looked up, in UTF-16 units. */
export const LONGEST_NAME = 300

/** @throws GraphQLError BAD_USER_INPUT when a text is longer than any name; `argument` is for the message */
export function checkLength(argument: string, text: string): void {
  if (text.length <= LONGEST_NAME) return
  throw badInput(`\`${argument}\` has ${text.length} characters: names have at most ${LONGEST_NAME}.`)
}

/** The key of what goes by a name, or is named by its key. */
export const entityKeyOf = (kind: EntityKind, name: string): string => keys[kind](name)
