const WINDOW_MS = 300_000

/** The Hub's limit: so many requests in windows of five minutes, told in the headers of every answer. Null is no limit. */
export function createQuota(quota: number | null) {
  let start = Number.NEGATIVE_INFINITY
  let used = 0
  return {
    take(now: number): { isRefused: boolean; headers: Record<string, string | number> } {
      if (quota === null) return { isRefused: false, headers: {} }
      if (now >= start + WINDOW_MS) {
        start = now
        used = 0
      }
      used++
      const seconds = Math.ceil((start + WINDOW_MS - now) / 1_000)
      const isRefused = used > quota
      return {
        isRefused,
        headers: {
          ratelimit: `"api";r=${Math.max(0, quota - used)};t=${seconds}`,
          'ratelimit-policy': `"fixed window";"api";q=${quota};w=300`,
          ...(isRefused && { 'retry-after': seconds }),
        },
      }
    },
  }
}
