/** Asks whether an address answers. A failed run counts as an error of the function, which the alarm ApiDown watches. */
export async function handler({ url }: { url: string }): Promise<void> {
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  if (!ok) throw new Error(`${url} answers ${status}`)
}
