/** New versions of the API in production: one that works, and two that fail, before traffic and with it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from './stand-in/account.ts'
import { nextVersion } from './system/changed.ts'
import { ask, deployed, production } from './system/system.ts'

let account: Account
let api: Awaited<ReturnType<Account['serve']>>
const app = production()

beforeAll(async () => {
  account = await deployed(app)
  api = await account.serve()
})
afterAll(async () => {
  api?.close()
  await account?.close()
})

/** Deploys a version that says its number in a header, and runs `first` before it answers. */
async function deployVersion(number: number, first = ''): Promise<void> {
  const { name, template, objects } = nextVersion(app, number, code =>
    code.replace(
      /export\s*\{\s*([\w$]+) as handler\s*\}/,
      `const versioned=async event=>{${first};const result=await $1(event);return{...result,headers:{...result.headers,version:'${number}'}}};export{versioned as handler}`,
    ),
  )
  for (const [key, content] of objects) account.objects.set(key, content)
  await account.deploy(name, template)
}

/** Which versions answer readers. */
async function versions(): Promise<(string | null)[]> {
  const answers = await Promise.all([1, 2, 3, 4].map(() => fetch(`${api.url}/health`)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  return [...new Set(answers.map(({ headers }) => headers.get('version')))]
}

test('a version that answers every example gets the traffic', async () => {
  expect(await versions()).toEqual([null])
  await deployVersion(1)
  expect(await versions()).toEqual(['1'])
})

test('a version that cannot answer the examples gets no traffic, and the old one goes on', async () => {
  const broken = deployVersion(2, "if(event.rawPath==='/graphql')return{statusCode:500}")
  await expect(broken).rejects.toThrow('BeforeAllowTraffic failed')
  expect(await versions()).toEqual(['1'])
  expect((await ask(api.url, '{ day { date } }')).data).toEqual({ day: { date: '2026-05-29' } })
  expect(await account.functions.log()).toMatch(/01-[\w-]+: status 500/)
})

test('a version that fails with half of the traffic is rolled back, without a single reader', async () => {
  const sick = deployVersion(3, "if(event.rawPath==='/health')throw new Error('sick')")
  await expect(sick).rejects.toThrow('an alarm was raised')
  expect(await versions()).toEqual(['1'])
})

test('after failures the next version that works is deployed', async () => {
  await deployVersion(4)
  expect(await versions()).toEqual(['4'])
})

test('the roles of a rollout allow what was used, and nothing else', () => {
  const ofRollout = (lines: string[]) => lines.filter(line => /^(Rollout|Checker)/.test(line))
  expect(account.judge.usedButNotPermitted()).toEqual([])
  expect(ofRollout(account.judge.permittedButNeverUsed())).toEqual([])
  expect(account.judge.calls.some(({ role }) => role.startsWith('RolloutRole'))).toBe(true)
})
