/** The section of a version in the changelog. @throws when it has none */
export function notesOf(changelog: string, version: string): string {
  const section = changelog
    .split(/^## /m)
    .find(text => text.split(/[\s\]]/)[0]?.replace(/^\[/, '') === version)
  if (!section) throw new Error(`CHANGELOG.md has no section for ${version}: rename Unreleased to it`)
  return section.slice(section.indexOf('\n') + 1).trim()
}
