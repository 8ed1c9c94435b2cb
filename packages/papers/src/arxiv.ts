/** The longest reference that is looked at, in UTF-16 units. */
const MAX_LENGTH = 1000

const identifier =
  /^(?:(?<modern>\d{4}\.\d{4,5})|(?<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(?<number>\d{7}))(?:v[1-9]\d*)?$/i
const doi = /^(?:doi:\s*)?10\.48550\/arxiv\./i

const arxiv = /^\/(?:abs|bibtex|e-print|format|html|pdf|ps|src)\/(?<id>.+?)(?:\.pdf)?\/?$/i
// A language comes first, unless it is English.
const alphaXiv = /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?(?:abs|html|overview|pdf)\/(?<id>.+?)(?:\.md|\.pdf)?\/?$/i
const hub = /^\/(?:api\/)?papers\/(?<id>.+?)(?:\.md|\.pdf|\/discussions)?\/?$/
const byDoi = /^\/10\.48550\/arxiv\.(?<id>.+?)\/?$/i

/** The paths of each site that hold a paper's identifier, and where. */
const pages: Record<string, RegExp> = {
  'arxiv.org': arxiv,
  'ar5iv.labs.arxiv.org': arxiv,
  'browse.arxiv.org': arxiv,
  'export.arxiv.org': arxiv,
  'alphaxiv.org': alphaXiv,
  'huggingface.co': hub,
  'hf.co': hub,
  'doi.org': byDoi,
  'dx.doi.org': byDoi,
}

/**
 * The paper that a reference names, without its version: an arXiv identifier of either style, `arXiv:…`, an arXiv DOI,
 * or a page of arXiv, alphaXiv, Hugging Face or doi.org. Null for anything else. Whether such a paper exists is not
 * looked at, nor is its month.
 */
export function paperIdFrom(ref: string): string | null {
  if (ref.length > MAX_LENGTH) return null
  const text = ref.trim()
  return fromIdentifier(text.replace(doi, '').replace(/^arxiv:\s*/i, '')) ?? fromUrl(text)
}

function fromIdentifier(text: string): string | null {
  const { modern, archive, number } = identifier.exec(text)?.groups ?? {}
  if (modern) return modern
  // The subject class of `math.GT/0309136` is no part of the identifier.
  return archive && number ? `${archive.toLowerCase()}/${number}` : null
}

function fromUrl(text: string): string | null {
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const host = url.host.replace(/^www\./, '')
  const page = Object.hasOwn(pages, host) ? pages[host] : undefined
  return fromIdentifier(page?.exec(url.pathname)?.groups?.id ?? '')
}
