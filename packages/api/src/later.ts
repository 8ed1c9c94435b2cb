/** Does some work once, after the answer during which it is first asked for. What fails is let go: answers are right without it. */
export function onceLater(work: () => Promise<void>): () => void {
  let isAsked = false
  return () => {
    if (!isAsked) setImmediate(() => work().catch(() => undefined))
    isAsked = true
  }
}
