interface PictureProps {
  src: string
  href: string
  /** Whether it is likely on the first screen. It is then loaded at once. */
  isFirst: boolean
}

/** A paper's picture. It has the same link as the title, so keys and screen readers skip it. */
export function Picture({ src, href, isFirst }: PictureProps) {
  const skipped = { tabIndex: -1, 'aria-hidden': 'true' } as const
  return (
    <a class="picture" href={href} {...skipped}>
      <img
        src={src}
        alt=""
        width="160"
        height="90"
        decoding="async"
        loading={isFirst ? 'eager' : 'lazy'}
        fetchpriority="low"
      />
    </a>
  )
}
