import { expect, it, test } from 'vitest'
import { mailboxOf, parseAddress, personOf } from './address.ts'

it.each([
  ['ada@example.org', 'ada@example.org'],
  ['  Ada.B+papers@EXAMPLE.org ', 'Ada.B+papers@example.org'],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
])('%s is the address %s', (text, address) => {
  expect(parseAddress(text)).toBe(address)
})

it.each([
  ...[
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@@example.org',
    'a b@example.org',
    'ada@example..org',
  ],
  ...[
    'ada@-example.org',
    '.ada@example.org',
    'a..b@example.org',
    'ädä@example.org',
    'ada@127.0.0.1',
    'a@b.c',
  ],
  ...['Ada <ada@example.org>', 'ada@example.org, bo@example.org', 'ada@example.org\r\nBcc: bo@example.org'],
  ...[`${'a'.repeat(65)}@example.org`, `a@${'b.'.repeat(130)}org`],
])('%j is no address', text => {
  expect(parseAddress(text)).toBeNull()
})

test('a person is the address in any case, and the name of the partition does not show it', () => {
  expect(personOf('Ada@example.org')).toBe(personOf('ada@example.org'))
  expect(personOf('ada@example.org')).toMatch(/^[\w-]{22}$/)
  expect(personOf('ada@example.org')).not.toBe(personOf('bo@example.org'))
})

test('labels behind a plus lead to the same mailbox', () => {
  expect(mailboxOf('ada+1@example.org')).toBe(mailboxOf('ada+2@example.org'))
})
