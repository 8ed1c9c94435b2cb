import { FIRST_DAY } from '@daily-papers/papers/days.ts'
import type { Command } from './options.ts'

const days = `  --days N       today and the N - 1 days before, in UTC (default 7)
  --day D        one day, as YYYY-MM-DD
  --from D       the first day, and
  --to D         the last day (default today)
  --feed DIR     read recorded days YYYY-MM-DD.json[.gz] from a folder instead of the Hub
`
const help = `  -h, --help     show this
`

const pages: Record<Command, string> = {
  dev: `pnpm dev [flags]: the whole system on this machine: database, API, and the newest days of the feed

${days}  --no-ingest    serve the table and load nothing
  --watch        restart whenever a source file changes
${help}
Settings: PORT, HOST, PUBLIC_URL, PARTIAL_STATUS, HUB_URL, HF_TOKEN, DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR, NOW; see the README.
`,
  backfill: `pnpm backfill --from D [flags]: loads the history of the feed, newest day first, with at most 300 requests in 5 minutes

${days}  --artefacts    read the models, datasets and Spaces of the days' papers instead of the days
  --json         print the summary as one JSON object
${help}
You can stop it at any point. The next backfill reads only incomplete days. ${FIRST_DAY} is the first day of the feed.
Settings: HUB_URL, HF_TOKEN, DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR, NOW; see the README.
`,
  ingest: `pnpm ingest [flags]: loads days of the feed into the table once

${days}  --json         print the summary as one JSON object
${help}
Settings: HUB_URL, HF_TOKEN, DYNAMODB_ENDPOINT, TABLE_NAME, DATA_DIR, NOW; see the README.
`,
}

/** The text of `--help`. */
export const usage = (command: Command): string => pages[command]
