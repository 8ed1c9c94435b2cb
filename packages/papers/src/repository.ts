/** The shape of a repository's path on each host that keeps code. */
const hosts: Record<string, RegExp> = {
  'github.com': /^\/[\w.-]+\/[\w.-]+/,
  'bitbucket.org': /^\/[\w.-]+\/[\w.-]+/,
  'codeberg.org': /^\/[\w.-]+\/[\w.-]+/,
  'gitee.com': /^\/[\w.-]+\/[\w.-]+/,
  // Groups nest; what belongs to a project's site rather than its path comes after `-`.
  'gitlab.com': /^\/[\w.-]+(?:\/(?!(?:-|tree|blob)\/)[\w.-]+)+/,
  'huggingface.co':
    /^\/(?:(?:datasets|spaces)\/)?(?!(?:datasets|spaces|papers|collections|blog|docs|api)\/)[\w.-]+\/[\w.-]+/,
}

/** First parts of GitHub paths that are pages of the site, not owners. */
const pagesOfGitHub =
  /^\/(?:orgs|users|topics|features|sponsors|collections|marketplace|apps|settings|search|login)\//i

/**
 * The root of the repository that a URL points into, such as `https://github.com/owner/name`: without branch, file,
 * `.git`, query or fragment. Null when it is not the URL of a repository on a host that we know.
 */
export function canonicalRepository(url: string): string | null {
  const at = parsed(url)
  if (at === null) return null
  const path = hosts[at.host]?.exec(at.pathname)?.[0]
  if (!path || (at.host === 'github.com' && pagesOfGitHub.test(path))) return null
  return `https://${at.host}${path.replace(/\.git$/, '')}`
}

/** Whether a URL leads to github.com. */
export function isGitHub(url: string): boolean {
  return parsed(url)?.host === 'github.com'
}

function parsed(text: string): { host: string; pathname: string } | null {
  const trimmed = text.trim()
  const url = URL.parse(/^[a-z]+:/i.test(trimmed) ? trimmed : `https://${trimmed}`)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return { host: url.host.replace(/^www\./, ''), pathname: url.pathname.replace(/\/{2,}/g, '/') }
}
