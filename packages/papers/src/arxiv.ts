/** The longest reference that is looked at, in UTF-16 units. */
const MAX_LENGTH = 1000

const identifier =
  /^(?:(?<modern>\d{4}\.\d{4,5})|(?<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(?<number>\d{7}))(?:v[1-9]\d*)?$/i
const doi = /^(?:doi:\s*)?10\.48550\/arxiv\./i

/** Where each site keeps a paper; what follows is the identifier. */
const pages: Record<string, RegExp> = {
  'arxiv.org': /^\/(?:abs|pdf|html|format)\//,
  'export.arxiv.org': /^\/(?:abs|pdf|html|format)\//,
  'alphaxiv.org': /^\/(?:abs|pdf|overview|html)\//,
  'huggingface.co': /^\/papers\//,
  'hf.co': /^\/papers\//,
  'doi.org': /^\/10\.48550\/arxiv\./i,
  'dx.doi.org': /^\/10\.48550\/arxiv\./i,
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
  if (!page?.test(url.pathname)) return null
  return fromIdentifier(
    url.pathname
      .replace(page, '')
      .replace(/\/$/, '')
      .replace(/\.pdf$/i, ''),
  )
}
