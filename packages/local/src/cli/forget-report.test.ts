import { expect, test } from 'vitest'
import { forgetReport } from './forget-report.ts'

test('the report counts the papers that lost the person', () => {
  expect(forgetReport('Ada Example', { papers: ['2405.00001'], namesakes: [] })).toBe(
    'removed Ada Example from 1 paper, also in later runs\n',
  )
  expect(forgetReport('Nobody', { papers: [], namesakes: [] })).toContain('removed Nobody from 0 papers,')
})

test('the report lists accounts that may be theirs, with the command that removes them', () => {
  const namesakes = [
    { username: 'ada', fullName: 'Ada Example', avatar: null },
    { username: 'ae', fullName: null, avatar: null },
  ]
  const [, ...lines] = forgetReport('Ada Example', { papers: [], namesakes }).split('\n')
  expect(lines).toEqual([
    'These Hub accounts have the same full name or claim the same papers. They stay, because they may be somebody else:',
    '  ada (Ada Example)',
    '  ae',
    'To remove one of them: pnpm forget <username>',
    '',
  ])
})
