/** A part of a URL without its escapes, or as it is where they are broken. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
