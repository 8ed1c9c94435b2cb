import { expect, test } from 'vitest'
import { paperIdFrom } from './arxiv.ts'
import { paperLinks } from './links.ts'

test.each(['2503.02130', 'hep-th/9901001'])('every link of %s names that paper', id => {
  for (const url of Object.values(paperLinks(id))) expect(paperIdFrom(url)).toBe(id)
})
