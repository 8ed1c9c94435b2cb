import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gitHubNames, optionNames } from './options/options.ts'
import { stages } from './options/stage.ts'

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const guide = file('docs/deploy.md')
/** The rows of the table under a heading of docs/deploy.md, as their cells. */
const rowsUnder = (heading: string): string[][] =>
  (guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('| '))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )

/** How a setting is written for people: its figures, in the order of the code. */
const shown = (setting: unknown): string[] =>
  typeof setting === 'object' && setting !== null
    ? Object.values(setting).flatMap(shown)
    : [typeof setting === 'boolean' ? (setting ? 'yes' : 'no') : Number(setting).toLocaleString('en-US')]

test('every setting of every stage is documented with its figures, and no other', () => {
  const [head = [], ...rows] = rowsUnder('Stages')
  expect(head.slice(2)).toEqual(Object.keys(stages).map(name => `\`${name}\``))
  expect(rows.map(([setting]) => setting)).toEqual(Object.keys(stages.dev).map(setting => `\`${setting}\``))
  for (const [i, stage] of Object.values(stages).entries()) {
    const documented = rows.map(row => row[i + 2]?.match(/[\d,]+(?<!,)|yes|no/g))
    expect(documented).toEqual(Object.values(stage).map(shown))
  }
})

test('every option is documented, and no other', () => {
  const documented = rowsUnder('Options').flatMap(([name = '']) =>
    [...name.matchAll(/`(\w+)`/g)].map(([, option]) => option),
  )
  expect([...documented, ...gitHubNames].sort()).toEqual(optionNames.toSorted())
  for (const name of gitHubNames) expect(guide).toContain(`-c ${name}=`)
})

const workflow = file('.github/workflows/deploy.yml')

test('the workflow passes every option of a stage, from a variable of its name in capitals', () => {
  const given = [...workflow.matchAll(/-c "(\w+)=\$(\w+)"/g)].map(([, option = '', variable = '']) => ({
    option,
    variable,
  }))
  expect(given.map(({ option }) => option).sort()).toEqual(
    optionNames.filter(name => !gitHubNames.includes(name)).sort(),
  )
  const ofTheRun = ['stage', 'repository', 'urgent']
  expect(guide).toContain('`ALARM_EMAIL` for `alarmEmail`')
  for (const { option, variable } of given.filter(({ option }) => !ofTheRun.includes(option))) {
    expect(workflow).toContain(`${variable}: \${{ vars.${variable} }}`)
    expect(variable).toBe(option.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase())
  }
})

test('workflows run actions by the commit, as a tag may move, and hold no keys', () => {
  for (const text of [workflow, file('.github/workflows/ci.yml')]) {
    const actions = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action)
    expect(actions.length).toBeGreaterThan(1)
    for (const action of actions) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v[\d.]+$/)
    expect(text).not.toContain('secrets.')
  }
})
