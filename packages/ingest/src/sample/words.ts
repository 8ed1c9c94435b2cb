import { createRandom, type Random } from './random.ts'

/** Syllables that make words of no language. Some have letters that are hard for software. */
// biome-ignore format: lists
const plain = [
  'zub', 'vlo', 'quax', 'drim', 'plix', 'wug', 'snee', 'blor', 'fip', 'gralm', 'tove', 'mims', 'yib', 'kroz', 'phu',
] as const
const special = ['žub', 'vlø', 'drïm', 'płix', 'œb', 'ßnee', 'grålm', "t'o", 'quáx'] as const
const CAPITAL = /^./u

/** Topics of the sample, the most frequent first. They are real terms, so that searches find papers. */
// biome-ignore format: lists
const topics = [
  'language models', 'diffusion', 'reinforcement learning', 'reasoning', 'agents', 'alignment', 'sampling', 'benchmarks',
  'video generation', 'code generation', 'fine-tuning', 'attention', 'retrieval', 'vision-language models', 'distillation',
  'text-to-image', 'world models', 'robotics', 'quantization', 'long context', 'chain-of-thought', 'safety', 'tool use',
  'synthetic data', 'image editing', 'speech recognition', 'planning', 'segmentation', 'embeddings', 'machine translation',
] as const
const manners = ['task-agnostic', 'scalable', 'efficient', 'unified', 'open-ended', 'interpretable'] as const

const topic = (random: Random): string => topics[random.popular(topics.length)] ?? topics[0]

function word(random: Random, specials = 0): string {
  const syllable = () => (random.chance(specials) ? random.pick(special) : random.pick(plain))
  return syllable() + syllable()
}

const capital = (text: string) => text.replace(CAPITAL, letter => letter.toUpperCase())

/** The name of the sample's `index`-th author: always the same, of invented syllables. One in fifty is a team. */
export function authorName(index: number): string {
  const random = createRandom(index, 1)
  if (random.chance(0.02)) return `Sample Team ${index}`
  const given = random.chance(0.15) ? `${word(random)}-${word(random)}` : word(random, 0.05)
  const initial = random.chance(0.1) ? ` ${random.pick(['Q', 'X', 'Z'])}.` : ''
  return `${capital(given)}${initial} ${capital(word(random, 0.05) + random.pick(plain))}`
}

/** The sample's `index`-th keyword. Low ones are real topics, the others an invented word and a topic. */
export function keyword(index: number): string {
  const known = topics[index]
  if (known !== undefined) return known
  const random = createRandom(index, 2)
  const first = random.chance(0.3) ? `${word(random)}-${word(random)}` : word(random)
  return `${first} ${topic(random)}`
}

/** The subject of a title: an invented name and real topics. */
export function subject(random: Random): string {
  return `${capital(word(random))}, ${random.pick(manners)} ${topic(random)} for ${topic(random)}`
}

/** A text that nobody can mistake for a real abstract. */
export function abstract(random: Random): string {
  const sentences = Array.from({ length: 6 + random.below(7) }, () => {
    const words = Array.from({ length: 10 + random.below(12) }, () => word(random, 0.01))
    return `${capital(words.join(' '))}.`
  })
  const about = `It could be about ${random.pick(manners)} ${topic(random)} and ${topic(random)}.`
  return `This abstract is generated; it describes no real work. ${about} ${sentences.join('\n')}`
}
