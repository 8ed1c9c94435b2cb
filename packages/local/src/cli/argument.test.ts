import { expect, test } from 'vitest'
import { soleArgument } from './argument.ts'

test('the argument is what stands beside the flags, trimmed', () => {
  expect(soleArgument(['--', ' Ada Example '], '<name>')).toBe('Ada Example')
})

test('help is asked for by --help and -h', () => {
  expect([['--help'], ['-h'], ['Ada', '--help']].map(args => soleArgument(args, '<name>'))).toEqual([
    null,
    null,
    null,
  ])
})

test.each([[[]], [['']], [['Ada', 'Example']]])('%j is told what to write instead', args => {
  expect(() => soleArgument(args, '<name>')).toThrowError('takes one argument, <name>; put it in quotes')
})

test('a flag that there is not is an error', () => {
  expect(() => soleArgument(['--all', 'Ada'], '<name>')).toThrowError("Unknown option '--all'")
})
