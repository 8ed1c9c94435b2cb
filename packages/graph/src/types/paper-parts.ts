import type { PaperLinks as Links } from '@daily-papers/papers/links.ts'
import type { AiSummary, Paper } from '@daily-papers/papers/paper.ts'
import { builder } from '../builder.ts'

export const AiText = builder.objectRef<AiSummary>('AiText').implement({
  description: 'A text written by a language model.',
  fields: t => ({
    text: t.exposeString('text', { description: 'The generated text.' }),
    model: t.exposeString('model', {
      nullable: true,
      description: 'Name of the model. Null when the feed does not name it, for example before June 2026.',
    }),
  }),
})

export const CodeRepository = builder
  .objectRef<NonNullable<Paper['code']> & { stars: Paper['githubStars'] }>('CodeRepository')
  .implement({
    description: 'The code repository of a paper.',
    fields: t => ({
      url: t.expose('url', {
        type: 'URL',
        description: 'URL of the repository, for example `https://github.com/owner/name`.',
      }),
      stars: t.exposeInt('stars', {
        nullable: true,
        description: 'Stars on GitHub at the last reading. Null when unknown.',
      }),
      addedBy: t.exposeString('addedBy', {
        nullable: true,
        description: 'Who linked it, in the Hub’s words: `user`, `auto` or `admin`. Null when unknown.',
      }),
    }),
  })

export const PaperLinks = builder.objectRef<Links>('PaperLinks').implement({
  description: 'Links built from the arXiv identifier. A site may not have every paper.',
  fields: t => ({
    arxiv: t.expose('arxiv', { type: 'URL', description: 'The abstract on arXiv.' }),
    pdf: t.expose('pdf', { type: 'URL', description: 'The paper on arXiv, as PDF.' }),
    huggingFace: t.expose('huggingFace', {
      type: 'URL',
      description: 'Its page on the Hugging Face Hub, with the discussion.',
    }),
    alphaXiv: t.expose('alphaXiv', { type: 'URL', description: 'Its page on alphaXiv.' }),
    doi: t.expose('doi', { type: 'URL', description: 'Its DOI, as a link.' }),
  }),
})
