import type { Range } from './ranges.ts'

const ELLIPSIS = '…'

/**
 * A part of a text around the first match: at most `length` UTF-16 code units, including an ellipsis at each cut. It
 * begins and ends between words where it can. The ranges refer to the part.
 */
export function snippetOf(
  { text, ranges }: { text: string; ranges: readonly Range[] },
  length: number,
): { text: string; ranges: Range[] } {
  if (text.length <= length) return { text, ranges: [...ranges] }
  const first = ranges[0] ?? { start: 0, end: 0 }
  const room = Math.max(1, length - 2 * ELLIPSIS.length)
  const lead = Math.max(0, Math.floor((room - (first.end - first.start)) / 3))
  let start = Math.max(0, Math.min(first.start - lead, text.length - room))
  let end = Math.min(text.length, start + room)
  const space = text.indexOf(' ', start)
  if (start > 0 && space !== -1 && space < first.start) start = space + 1
  const last = text.lastIndexOf(' ', end)
  if (end < text.length && last >= first.end) end = last
  while (end < text.length && end > first.end && /[\s,;:.]/.test(text.charAt(end - 1))) end -= 1
  // Never cuts a surrogate pair.
  if (isLowSurrogate(text, start)) start += 1
  if (isLowSurrogate(text, end)) end -= 1
  const before = start > 0 ? ELLIPSIS : ''
  const shift = before.length - start
  return {
    text: `${before}${text.slice(start, end)}${end < text.length ? ELLIPSIS : ''}`,
    ranges: ranges
      .filter(range => range.start >= start && range.start < end)
      .map(range => ({ start: range.start + shift, end: Math.min(range.end, end) + shift })),
  }
}

const isLowSurrogate = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1))
