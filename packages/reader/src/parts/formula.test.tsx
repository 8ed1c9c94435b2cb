import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Formulas, plainText } from './formula.tsx'

const shown = (text: string) => render(<Formulas text={text} />)

test('a formula becomes MathML without inline styles', () => {
  const html = shown('Sorting in $\\mathcal{O}(n^2)$ and \\(\\color{red} x\\)')
  expect(html).toContain('Sorting in ')
  expect(html.match(/<math/g)).toHaveLength(2)
  expect(html).not.toContain('style=')
})

test('a text without a formula, or with a broken one, stays as it is', () => {
  expect(shown('costs $5 and $6 a month')).toBe('costs $5 and $6 a month')
  expect(shown('broken $\\frac{1}{$ here')).toBe('broken $\\frac{1}{$ here')
})

test('markup in a title is text, inside a formula too', () => {
  expect(shown('<script>alert(1)</script>')).toBe('&lt;script>alert(1)&lt;/script>')
  expect(shown('$\\text{<img onerror=x>}$')).not.toContain('<img')
})

test('commands of LaTeX outside formulas print what they mean', () => {
  expect(shown("\\textbf{Bold} and 50\\% of ``it''")).toBe('Bold and 50% of &quot;it&quot;')
})

test('a window’s title holds the text of formulas', () => {
  expect(plainText('In $\\mathcal{O}(n)$ & <time>')).toBe('In O(n) & <time>')
})
