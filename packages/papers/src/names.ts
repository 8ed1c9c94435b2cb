import { createHash } from 'node:crypto'
import { collapse } from './text.ts'

/** Version of the rules below. Keys are stored, so changed rules need a new number and a rebuild. */
export const FOLD_VERSION = 1

/** The longest key in bytes of UTF-8; DynamoDB allows 1,024 for a sort key, which also holds a day and an id. */
const MAX_KEY_BYTES = 512

/** Letters that no Unicode decomposition takes apart. */
// biome-ignore format: a table
const foldTable: Record<string, string> = {
  æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ð: 'd', đ: 'd', ħ: 'h', ı: 'i', ȷ: 'j', ĸ: 'k', ł: 'l', ŋ: 'n', ø: 'o',
  ŧ: 't', ƶ: 'z', ς: 'σ',
}
const foldable = new RegExp(`[${Object.keys(foldTable).join('')}]`, 'gu')

// Accents and vowel points, but neither the voicing marks of kana nor the vowel signs of Indic scripts, which spell.
const accents = /[[\p{Script=Inherited}&&\p{M}]--[\u3099\u309a]]/gv
// The spacing accents among them stand in for apostrophes; decomposed, they would leave a blank.
const apostrophes = /['`´ʹʻʼʽʾʿˊˋ‘’‚‛′‵΄᾽᾿´῾]/gu
const dots = /[.·․‧]/gu
const invisible = /\p{Default_Ignorable_Code_Point}/gu
// With `~`, LaTeX's blank, and the dots that Japanese puts between the parts of a foreign name.
const blanks = /[\s\p{Cc}\p{Pd}−~・]+/gu

/** A name for display: as printed, in NFKC, on one line. */
export function shownName(printed: string): string {
  return collapse(collapse(printed).normalize('NFKC'))
}

// Nine in ten names; folded by two replacements, they take a tenth of the time.
const plainName = /^[a-z][a-z0-9 .'-]{0,400}$/i

/**
 * What identifies an author: everybody who prints under one name, but for case, accents, dots, apostrophes, hyphens and
 * blanks, has one key. Like every key below it is never empty, at most 512 bytes, free of `#` and control characters,
 * and its own key again; only the keys of names that are too long, or that consist of nothing else, hold a `~`.
 */
export function authorKey(printedName: string): string {
  if (plainName.test(printedName))
    return printedName.toLowerCase().replace(/['.]/g, '').replace(/[ -]+/g, ' ').trim()
  const letters = settled(printedName.toWellFormed(), text =>
    plainLetters(text.normalize('NFD').replace(apostrophes, ''))
      .replace(dots, '')
      .replace(blanks, ' ')
      .trim(),
  )
  return storable(letters, printedName)
}

// Most words; folding would change nothing but their case.
const plainText = /^[ -~]*$/

/** A text in lower case without accents and invisible characters, as names are told apart and searched by. */
export function plainLetters(text: string): string {
  if (plainText.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(foldable, letter => foldTable[letter] ?? letter)
    .replace(invisible, '')
}

/**
 * What identifies a keyword: its text without regard to case, hyphens and blanks. In the feed a hyphen never tells two
 * keywords apart ("chain-of-thought", "chain of thought"): 260 of 37,000 keywords were split by nothing else. Accents,
 * dots and apostrophes are kept: "2.5" is not "25".
 */
export function keywordKey(text: string): string {
  const words = settled(text, words => lower(words).replace(invisible, '').replace(blanks, ' ').trim())
  return storable(words, text)
}

/** What identifies an organization: its handle in lower case, since the Hub knows no two that differ in case alone. */
export function organizationKey(handle: string): string {
  return storable(settled(handle, lower), handle)
}

/** What identifies an account: its username in lower case. */
export function accountKey(username: string): string {
  return storable(settled(username, lower), username)
}

function lower(text: string): string {
  return shownName(text).toLowerCase()
}

/** Repeats a step until it changes nothing: what one pass takes away may bring letters together that combine. */
function settled(text: string, step: (text: string) => string): string {
  const next = step(text)
  return next === text ? text : settled(next, step)
}

/** `#` separates the parts of a stored key, and `~` marks a key that is not the folded text itself. */
function storable(folded: string, original: string): string {
  const key = folded.replaceAll('#', '♯').replaceAll('~', '∼')
  return bounded(key === '' ? `~${encodeURIComponent(original.toWellFormed())}` : key)
}

/** A key that is too long becomes its start and a hash of the whole. */
function bounded(key: string): string {
  if (Buffer.byteLength(key) <= MAX_KEY_BYTES) return key
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 16)
  const start = Buffer.from(key).subarray(0, MAX_KEY_BYTES - hash.length - 1)
  // A streaming decoder leaves out a character that was cut in the middle.
  return `${new TextDecoder().decode(start, { stream: true })}~${hash}`
}
