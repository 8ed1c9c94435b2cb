import { expect, test } from 'vitest'
import { soleArgument } from './argument.ts'

test('the argument is what is not a flag, trimmed', () => {
  expect(soleArgument(['--', ' Ada Example '], '<name>')).toBe('Ada Example')
})

test('--help and -h ask for help', () => {
  expect([['--help'], ['-h'], ['Ada', '--help']].map(args => soleArgument(args, '<name>'))).toEqual([
    null,
    null,
    null,
  ])
})

test.each([[[]], [['']], [['Ada', 'Example']]])('the error for %j says what to write instead', args => {
  expect(() => soleArgument(args, '<name>')).toThrowError('takes one argument, <name>; put it in quotes')
})

test('an unknown flag is an error', () => {
  expect(() => soleArgument(['--all', 'Ada'], '<name>')).toThrowError("Unknown option '--all'")
})
