import type { Functions } from '../lambda/functions.ts'
import type { Outcome } from '../lambda/instance.ts'
import type { Deployed } from '../template/deployed.ts'
import type { Judge } from './judge.ts'
import type { Queues } from './sqs.ts'

const NO_NAMES = /^$/
/** Each field of cron: its name, the least and the most, and words that stand for numbers. */
const FIELDS = [
  ['minutes', 0, 59, NO_NAMES],
  ['hours', 0, 23, NO_NAMES],
  ['day-of-month', 1, 31, NO_NAMES],
  ['month', 1, 12, /^(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)$/i],
  ['day-of-week', 1, 7, /^(SUN|MON|TUE|WED|THU|FRI|SAT)$/i],
  ['year', 1970, 2199, NO_NAMES],
] as const

function isField(text: string, [, least, most, names]: (typeof FIELDS)[number]): boolean {
  return text.split(',').every(part => {
    const [range = '', step] = part.split('/')
    if (step !== undefined && !/^[1-9]\d*$/.test(step)) return false
    if (range === '*' || range === '?') return true
    return range
      .split('-')
      .every(end => names.test(end) || (/^\d+$/.test(end) && Number(end) >= least && Number(end) <= most))
  })
}

/** @throws Error when EventBridge Scheduler would not accept the expression */
export function checkSchedule(expression: string): void {
  const refuse = (why: string): never => {
    throw new Error(`Invalid Schedule Expression ${expression}: ${why}`)
  }
  const [, kind, inner = ''] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? []
  if (kind === 'rate' && /^(1 (minute|hour|day)|(?!1 )[1-9]\d* (minutes|hours|days))$/.test(inner)) return
  if (kind === 'at' && !Number.isNaN(Date.parse(`${inner}Z`))) return
  if (kind !== 'cron') refuse('it is none of cron(…), rate(…) and at(…)')
  const fields = inner.split(' ')
  if (fields.length !== 6) refuse(`cron has 6 fields, not ${fields.length}`)
  for (const [i, field] of FIELDS.entries())
    if (!isField(fields[i] ?? '', field)) refuse(`${fields[i]} is no ${field[0]}`)
  if ((fields[2] === '?') === (fields[4] === '?')) refuse('one of day-of-month and day-of-week must be ?')
}

interface Target {
  Arn: string
  RoleArn: string
  Input?: string
  DeadLetterConfig?: { Arn: string }
}

/** Fires a schedule as if it were `instant`, with the schedule's own role, and tells what the run came to. What cannot be delivered goes to its dead-letter queue. */
export async function fire(
  schedule: Deployed,
  instant: string,
  { judge, functions, queues }: { judge: Judge; functions: Functions; queues: Queues },
): Promise<Outcome> {
  const { Arn, RoleArn, Input = '{}', DeadLetterConfig } = schedule.properties.Target as Target
  const input = Input.replaceAll('<aws.scheduler.scheduled-time>', instant)
  try {
    await judge.judge(RoleArn, 'lambda:InvokeFunction', Arn, 'service')
    return await functions.invokeLater(Arn, JSON.parse(input))
  } catch (error) {
    if (DeadLetterConfig) await queues.send(RoleArn, DeadLetterConfig.Arn, input)
    throw error
  }
}
