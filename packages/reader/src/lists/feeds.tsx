/** Links to the feeds of a list. */
export function Feeds({ atom, json }: { atom: string | null; json: string | null }) {
  if (!atom) return null
  return (
    <>
      <a href={atom}>Atom</a>
      {json && (
        <>
          {' '}
          · <a href={json}>JSON Feed</a>
        </>
      )}
    </>
  )
}
