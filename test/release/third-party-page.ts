/** A package as `pnpm licenses list --json` tells it. */
export interface Licensed {
  name: string
  versions: string[]
  license: string
  author?: string
  homepage?: string
}

/** Licences that allow everybody to run, change and pass on the project. */
const ALLOWED =
  /^(MIT|MIT-0|Apache-2\.0|ISC|0BSD|BSD-[23]-Clause|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0)$/

/**
 * THIRD_PARTY.md, by name.
 * @throws when a package has another licence, or none
 */
export function thirdPartyPage(byLicense: Record<string, readonly Licensed[]>): string {
  const all = Object.values(byLicense)
    .flat()
    .filter(({ name }) => !name.startsWith('@daily-papers/'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const refused = all.filter(
    ({ license }) =>
      !license
        .replace(/[()]/g, '')
        .split(' OR ')
        .some(one => ALLOWED.test(one)),
  )
  if (refused.length > 0)
    throw new Error(
      `not allowed: ${refused.map(({ name, license }) => `${name} (${license})`).join(', ')}; replace them, or allow the licence`,
    )
  const rows = all.map(
    ({ name, versions, license, author = '', homepage }) =>
      `| ${homepage ? `[${name}](${homepage})` : name} | ${versions.join(', ')} | ${license} | ${author.replaceAll('|', '')} |`,
  )
  return `<!-- Made by \`pnpm third-party\`; do not edit. -->
# Third-party packages

A deployment, or \`pnpm dev\`, runs these ${all.length} packages. Each keeps its own licence; its text is in the package.

| Package | Version | Licence | Author |
|---|---|---|---|
${rows.join('\n')}
`
}
