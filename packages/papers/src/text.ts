/** `text` on one line for display: runs of white space and control characters become one blank, lone surrogates U+FFFD. */
export function collapse(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
