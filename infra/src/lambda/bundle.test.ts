import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib/core'
import { expect, onTestFinished, test } from 'vitest'
import { bundledCode } from './bundle.ts'

test('code bundled by somebody whose files nobody else may read can be read by Lambda, which runs it as another user', () => {
  const umask = process.umask(0o077)
  const outdir = mkdtempSync(join(tmpdir(), 'bundle-test-'))
  onTestFinished(() => {
    process.umask(umask)
    rmSync(outdir, { recursive: true })
  })
  const stack = new Stack(new App({ outdir }), 'Stack')
  const beside = { graphql: ['package.json', 'language'] }
  bundledCode(stack, 'packages/api/src/handler.ts', beside).bind(stack)

  const [asset = ''] = readdirSync(outdir).filter(name => name.startsWith('asset.'))
  const files = readdirSync(join(outdir, asset), { recursive: true, encoding: 'utf8' })
  expect(files).toEqual(expect.arrayContaining(['index.mjs', 'node_modules/graphql/package.json']))
  const unreadable = files.filter(file => {
    const stat = statSync(join(outdir, asset, file))
    return stat.isFile() && (stat.mode & 0o044) !== 0o044
  })
  expect(unreadable).toEqual([])
})
