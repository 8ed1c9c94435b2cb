/** A request that cannot be served. The message says what was wrong and how to put it right. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly headers: Record<string, string>

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}
