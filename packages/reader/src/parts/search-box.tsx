interface SearchBoxProps {
  label: string
  value?: string
  hasButton?: boolean
}

/** The search box of a page. */
export const SearchBox = ({ label, value, hasButton = false }: SearchBoxProps) => (
  <search>
    <form action="/search">
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder="Search"
        value={value ?? ''}
        autocomplete="off"
        maxLength={300}
      />
      {hasButton && <button type="submit">Search</button>}
    </form>
  </search>
)
