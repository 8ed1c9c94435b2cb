import type { PaperLinks as Links } from '@daily-papers/papers/links.ts'
import type { AiSummary, Paper } from '@daily-papers/papers/paper.ts'
import { builder } from '../builder.ts'

export const AiText = builder.objectRef<AiSummary>('AiText').implement({
  description: 'A text that a model wrote.',
  fields: t => ({
    text: t.exposeString('text', { description: 'What it wrote.' }),
    model: t.exposeString('model', {
      nullable: true,
      description: 'The model that wrote it; null where the feed does not name it, as before June 2026.',
    }),
  }),
})

export const CodeRepository = builder
  .objectRef<NonNullable<Paper['code']> & { stars: Paper['githubStars'] }>('CodeRepository')
  .implement({
    description: 'The code that belongs to a paper.',
    fields: t => ({
      url: t.expose('url', {
        type: 'URL',
        description: 'The repository, without branch or file.',
      }),
      stars: t.exposeInt('stars', {
        nullable: true,
        description: 'Its stars on GitHub as the feed last said; null when unknown.',
      }),
      addedBy: t.exposeString('addedBy', {
        nullable: true,
        description: 'Who linked it (`user`, `auto`, `admin`); null where the feed does not say.',
      }),
    }),
  })

export const PaperLinks = builder.objectRef<Links>('PaperLinks').implement({
  description: 'Pages about a paper, made from its identifier alone: not every site knows every paper.',
  fields: t => ({
    arxiv: t.expose('arxiv', { type: 'URL', description: 'The abstract on arXiv.' }),
    pdf: t.expose('pdf', { type: 'URL', description: 'The paper on arXiv, as PDF.' }),
    huggingFace: t.expose('huggingFace', {
      type: 'URL',
      description: 'Its page on the Hugging Face Hub, where it is discussed.',
    }),
    alphaXiv: t.expose('alphaXiv', { type: 'URL', description: 'Its page on alphaXiv.' }),
    doi: t.expose('doi', { type: 'URL', description: 'Its DOI, as a link.' }),
  }),
})
