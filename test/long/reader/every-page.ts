/** Addresses of every page over the sample, by their names. */
export async function everyPage(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `{
        day { date previous papers(first: 1) { nodes { paperId authors(first: 1) { nodes { ref } } submitter { username } } } }
        organizations(orderBy: { field: PAPER_COUNT }, first: 1) { nodes { name } }
        keywords(orderBy: { field: PAPER_COUNT }, first: 1) { nodes { name } }
      }`,
    }),
  })
  const { data } = await response.json()
  const [paper] = data.day.papers.nodes
  const named = (path: string, name: string) => `${path}/${encodeURIComponent(name)}`
  return {
    'the latest day': '/',
    'a day': `/days/${data.day.previous}`,
    'a day without papers': '/days/2026-05-23',
    'a week': '/weeks/2026-W22',
    'a month': '/months/2026-05',
    trending: '/trending',
    rising: '/rising',
    'a paper': `/papers/${paper.paperId}`,
    'an author': named('/authors', paper.authors.nodes[0].ref),
    'an organization': named('/organizations', data.organizations.nodes[0].name),
    'an account': named('/accounts', paper.submitter.username),
    'its submissions': `${named('/accounts', paper.submitter.username)}?as=submitter`,
    'a keyword': named('/keywords', data.keywords.nodes[0].name),
    keywords: '/keywords',
    'a search': '/search?q=sample+models',
    'a search for nothing': '/search',
    'a search without results': '/search?q=qqqqqq',
    'new papers': '/new',
    'saved papers': `/saved?ids=${paper.paperId}`,
    about: '/about',
    'an unknown paper': '/papers/9999.99999',
    'no page': '/nothing/here',
  }
}
