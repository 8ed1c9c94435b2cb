const english = new Intl.NumberFormat('en')
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** `8,678`. */
export const count = (value: number): string => english.format(value)

/** `8.7K`. */
export const compact = (value: number): string => short.format(value)

/** `1 paper`, `1,204 papers`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`
