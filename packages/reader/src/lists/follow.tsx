interface FollowProps {
  kind: 'author' | 'organization' | 'keyword'
  /** What the graph finds it by. */
  name: string
}

/** Follows an author, an organization or a keyword on `/new`; kept in the browser alone. */
export const Follow = ({ kind, name }: FollowProps) => (
  <button type="button" class="needs-script" data-follow={kind} data-name={name} aria-pressed="false">
    Follow
  </button>
)
