import {
  type Artefact,
  type ArtefactKind,
  type Artefacts,
  TOP_ARTEFACTS,
} from '@daily-papers/papers/artefact.ts'
import { z } from 'zod'
import { type ArtefactSource, FeedError } from '../feed.ts'
import { parseLeniently } from '../parse/lenient.ts'
import { checkStatus, jsonIn, shown } from './hub-answer.ts'
import type { HubClient } from './hub-client.ts'

const count = z.number().nonnegative().nullish()
const artefact = z.object({
  id: z.string().min(1).max(200),
  likes: count,
  downloads: count,
  pipeline_tag: z.string().max(100).nullish(),
  numParameters: count,
  private: z.boolean().nullish(),
})
const repos = z.object({
  models: z.array(artefact.optional()),
  datasets: z.array(artefact.optional()),
  spaces: z.array(artefact.optional()),
})

/** The links to papers, from the Hub. It has none for papers that it has not indexed. */
export const artefactsOf = (hub: HubClient): ArtefactSource => ({
  async artefactsOf(paperId, signal) {
    const url = hub.url(`/api/arxiv/${paperId}/repos`)
    return hub.get(
      url,
      (answer, startedAt) => {
        if (answer.status === 404) return null
        checkStatus(answer)
        const parsed = parseLeniently(repos, jsonIn(answer))
        if ('problem' in parsed)
          throw new FeedError(`the Hub did not answer with models, datasets and Spaces: ${shown(answer)}`, {
            retryable: true,
          })
        return summed(paperId, new Date(startedAt).toISOString(), parsed.value)
      },
      signal,
    )
  },
})

function summed(paperId: string, readAt: string, value: z.output<typeof repos>): Artefacts {
  const { models, datasets, spaces } = value
  return {
    paperId,
    readAt,
    totals: { models: totalOf(models), datasets: totalOf(datasets), spaces: totalOf(spaces) },
    top: { models: mostLiked(models), datasets: mostLiked(datasets), spaces: mostLiked(spaces) },
  }
}

const toArtefact = ({
  id,
  likes,
  downloads,
  pipeline_tag,
  numParameters,
}: z.output<typeof artefact>): Artefact => ({
  id,
  likes: likes ?? null,
  downloads: downloads ?? null,
  task: pipeline_tag ?? null,
  parameters: numParameters ?? null,
})

type Listed = z.output<typeof repos>[ArtefactKind]

/** Also counts an artefact that cannot be parsed, because it links the paper too. */
const totalOf = (listed: Listed): number => listed.filter(each => each?.private !== true).length

const mostLiked = (listed: Listed): Artefact[] =>
  listed
    .flatMap(each => (each === undefined || each.private === true ? [] : toArtefact(each)))
    .toSorted((a, b) => (b.likes ?? -1) - (a.likes ?? -1) || (a.id < b.id ? -1 : 1))
    .slice(0, TOP_ARTEFACTS)
