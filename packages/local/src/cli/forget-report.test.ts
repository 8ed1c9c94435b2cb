import { expect, test } from 'vitest'
import { forgetReport } from './forget-report.ts'

test('the papers that a person was taken out of are counted', () => {
  expect(forgetReport('Ada Example', { papers: ['2405.00001'], namesakes: [] })).toBe(
    'took Ada Example out of 1 paper, and keeps them out of what is read later\n',
  )
  expect(forgetReport('Nobody', { papers: [], namesakes: [] })).toContain('took Nobody out of 0 papers,')
})

test('accounts that may be theirs are listed, with the command that takes them out', () => {
  const namesakes = [
    { username: 'ada', fullName: 'Ada Example', avatar: null },
    { username: 'ae', fullName: null, avatar: null },
  ]
  const [, ...lines] = forgetReport('Ada Example', { papers: [], namesakes }).split('\n')
  expect(lines).toEqual([
    'Hub accounts that have this full name or had claimed its papers, left as they may be somebody else:',
    '  ada (Ada Example)',
    '  ae',
    'To take one out too: pnpm forget <username>',
    '',
  ])
})
