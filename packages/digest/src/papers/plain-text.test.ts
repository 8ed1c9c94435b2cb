import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['$\\pi_0$: A Model', 'π₀: A Model'],
  ['$\\tau^2$-Bench', 'τ²-Bench'],
  ['$\\pi_{0.5}$ in $\\mathbb{R}^{12}$', 'π_0.5 in R¹²'],
  ['up to 3.5$\\times$ faster, \\(\\sigma \\leq 1\\)', 'up to 3.5× faster, σ≤1'],
  ['\\textbf{Deep} Prefill \\& Decode, 90\\%', 'Deep Prefill & Decode, 90%'],
  ['$\\Omega$ and $\\omega$', 'Ω and ω'],
  ['Can Models Earn $1 Million, or $2?', 'Can Models Earn $1 Million, or $2?'],
  ['no formula: a_b, {x}, \\path', 'no formula: a_b, {x}, \\path'],
])('%s reads %s', (text, shown) => {
  expect(plainText(text)).toBe(shown)
})
