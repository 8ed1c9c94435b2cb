/** An instant in UTC, as `Date#toISOString` writes it, so that text order is time order. */
export type Instant = string

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

export interface Rhythm {
  /** A mail every day, or every Monday. */
  every: 'DAY' | 'WEEK'
  /** The hour of the mail by the clock of the time zone, 0 to 23. */
  hour: number
  /** An IANA name, such as `Europe/Berlin`. */
  timeZone: string
}
