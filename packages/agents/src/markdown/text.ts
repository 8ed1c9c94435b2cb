/** A text of the feed for Markdown: on one line, without brackets that would end a link. */
export const text = (raw: string): string => raw.replace(/\s+/g, ' ').trim().replace(/[[\]]/g, '\\$&')

export const link = (label: string, url: string): string => `[${text(label)}](${url})`

/** `▲ 12`; unknown votes are not 0. */
export const votes = (upvotes: number | null): string => `▲ ${upvotes ?? 'unknown'}`

/** `2026-05-29 19:07 UTC`. */
export const instant = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

/** `1 paper`, `2 papers`. */
export const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

/** The first of many names, and the number of others: `A, B, C +4`. */
export const firstOf = (names: readonly string[], most: number): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} +${names.length - most}` : names.join(', ')

/** Cut to at most `most` characters, with … for the rest. */
export const shortened = (long: string, most: number): string =>
  long.length > most ? `${long.slice(0, most - 1).trimEnd()}…` : long

/** Blocks with a blank line between them; empty ones are left out. */
export const blocks = (...parts: (string | null | false | undefined)[]): string =>
  `${parts.filter(Boolean).join('\n\n')}\n`
