/** A text of at most so many characters, cut at a blank if there is one. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const blank = text.lastIndexOf(' ', length)
  return `${text.slice(0, blank > 0 ? blank : length)}…`
}

/** Class of a name: most stay on one line. */
export const nameClass = (name: string): string | undefined => (name.length <= 30 ? 'whole' : undefined)

/** The name of an author, an organization or a keyword in a list. No true name is cut. */
export const shortName = (name: string): string => shortened(name, 80)
