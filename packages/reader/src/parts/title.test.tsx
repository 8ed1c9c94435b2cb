import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Title } from './title.tsx'

it('keeps compounds together, the longest not, and not on a narrow screen', () => {
  expect(
    renderToString(<Title text="On-Policy $x-y$ Long-Horizon-Wise Vision-Language-Action-Model" />),
  ).toMatch(
    /^<span class="whole">On-Policy<\/span> <span class="math">.*<\/span> <span class="whole long">Long-Horizon-Wise<\/span> Vision-Language-Action-Model$/,
  )
})
