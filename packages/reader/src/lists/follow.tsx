interface FollowProps {
  kind: 'author' | 'organization' | 'keyword'
  /** The `ref` or `name` in the API. */
  name: string
}

/** Button: follows an author, an organization or a keyword on `/new`. Stored only in the browser. */
export const Follow = ({ kind, name }: FollowProps) => (
  <button type="button" class="needs-script" data-follow={kind} data-name={name} aria-pressed="false">
    Follow
  </button>
)
