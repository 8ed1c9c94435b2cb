import { expect, test } from 'vitest'
import { type Licensed, thirdPartyPage } from './third-party-page.ts'

const licensed = (name: string, license: string): Licensed => ({
  name,
  license,
  versions: ['1.0.0'],
  author: 'A',
})

test('lists packages of others by name, with version and licence', () => {
  const page = thirdPartyPage({
    MIT: [licensed('b', 'MIT'), licensed('@daily-papers/api', 'MIT')],
    ISC: [licensed('a', 'ISC')],
  })
  expect(page).toContain('runs these 2 packages')
  expect(page).toContain('| a | 1.0.0 | ISC | A |\n| b | 1.0.0 | MIT | A |')
})

test.each(['GPL-3.0-only', 'Unknown', 'UNLICENSED'])('refuses a package under %s and names it', license => {
  expect(() => thirdPartyPage({ [license]: [licensed('bad', license)] })).toThrow(`bad (${license})`)
})

test('takes a package that offers a choice of licences when one is allowed', () => {
  expect(thirdPartyPage({ x: [licensed('both', '(GPL-2.0 OR MIT)')] })).toContain('both')
})
