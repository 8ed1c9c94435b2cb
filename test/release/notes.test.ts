import { expect, test } from 'vitest'
import { notesOf } from './notes.ts'

const changelog = '# Changelog\n\n## Unreleased\n\n- Later.\n\n## 1.0.0 (2026-12-01)\n\n- First.\n'

test('the notes of a release are its section of the changelog', () => {
  expect(notesOf(changelog, '1.0.0')).toBe('- First.')
})

test('a version without a section has no notes', () => {
  expect(() => notesOf(changelog, '1.0.1')).toThrow('no section for 1.0.1')
})
