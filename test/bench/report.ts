export type Row = Record<string, string | number | null>

/** One table. */
export interface Section {
  title: string
  rows: Row[]
}

/** Says on one line what is being measured. */
export type Progress = (doing: string) => void

const cell = (value: Row[string] | undefined): string =>
  typeof value === 'number'
    ? Number.isInteger(value)
      ? value.toLocaleString('en')
      : value.toFixed(value < 10 ? 2 : 1)
    : (value ?? '')

/** A section as Markdown. */
export function tableOf({ title, rows }: Section): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const align = columns.map(column => (typeof rows[0]?.[column] === 'number' ? '--:' : '---'))
  const body = rows.map(row => line(columns.map(column => cell(row[column]))))
  return [`### ${title}`, '', line(columns), line(align), ...body, ''].join('\n')
}
