/**
 * The root of an API, from any of its URLs that people copy: with `/graphql`, `/mcp` or a slash at the end.
 * @throws Error that shows the value and what to write instead
 */
export function siteOf(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`--url must be an address like https://papers.example.org, not "${url}"`)
  return url.replace(/\/+$/, '').replace(/\/(graphql|mcp)$/, '')
}
