/** `length` minus the length of a value. It stops below 0, which bounds the work. */
function lengthLeft(value: unknown, length: number): number {
  if (typeof value === 'string') return length - value.length
  if (typeof value !== 'object' || value === null) return length - 4
  let left = length
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && left >= 0; i++) left = lengthLeft(value[i], left)
    return left
  }
  const map = value as Record<string, unknown>
  for (const key in map) {
    left = lengthLeft(map[key], left - key.length)
    if (left < 0) break
  }
  return left
}

/** Whether the strings and the names of a value, with four characters for anything else, exceed `maxLength` in all. */
export const isLongerThan = (value: unknown, maxLength: number): boolean => lengthLeft(value, maxLength) < 0
