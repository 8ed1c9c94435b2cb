/** Links to the feeds of a list. */
export const feedLinks = ({ atom, json }: { atom: string | null; json: string | null }) => [
  atom && <a href={atom}>Atom</a>,
  json && <a href={json}>JSON Feed</a>,
]
