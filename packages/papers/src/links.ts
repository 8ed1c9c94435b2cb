/** Pages about a paper, all absolute URLs. */
export interface PaperLinks {
  arxiv: string
  pdf: string
  huggingFace: string
  alphaXiv: string
  doi: string
}

/** The pages about the paper of this arXiv identifier. Made from the identifier alone: not every site knows every paper. */
export function paperLinks(id: string): PaperLinks {
  return {
    arxiv: `https://arxiv.org/abs/${id}`,
    pdf: `https://arxiv.org/pdf/${id}`,
    huggingFace: `https://huggingface.co/papers/${id}`,
    alphaXiv: `https://www.alphaxiv.org/abs/${id}`,
    doi: `https://doi.org/10.48550/arXiv.${id}`,
  }
}
