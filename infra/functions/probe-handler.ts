interface Asked {
  url: string
  /** How often. A new version may answer only some of the requests. */
  times?: number
}

/** Asks whether an address answers. A failed run counts as an error of the function, which the alarm ApiDown watches. */
export async function handler({ url, times = 1 }: Asked): Promise<void> {
  for (let time = 0; time < times; time++) {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    if (!ok) throw new Error(`${url} answers ${status}`)
  }
}
