/** Settings of the check. @throws Error when one is missing */
export function readEnv(source: Record<string, string | undefined> = process.env): { NEW_VERSION: string } {
  const NEW_VERSION = source.NEW_VERSION?.trim()
  if (!NEW_VERSION)
    throw new Error('cannot start with these settings:\n  NEW_VERSION must be the ARN of a version')
  return { NEW_VERSION }
}
