/** Decodes a part of a URL. Returns it unchanged if its escapes are broken. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
