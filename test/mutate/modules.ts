/** The modules that `pnpm mutate` changes, by package: what everything stands on, and whose mistakes would stay hidden longest. */
export const modules = {
  papers: ['{names,days,arxiv,text,trending,links}.ts'],
  store: ['cursor.ts', 'table/keys.ts', 'write/plan/plan-*.ts', 'items/history-item.ts'],
  ingest: ['parse/*.ts'],
  graph: ['cost/*.ts'],
  snapshot: ['sql/{words,query-text}.ts'],
  api: ['feeds/*.ts'],
  digest: ['when/*.ts'],
} as const
