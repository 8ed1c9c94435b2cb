interface PictureProps {
  src: string
  href: string
  /** Whether it is likely to be on the first screen, where pictures are loaded at once. */
  isFirst: boolean
}

/** A paper's picture. It leads where the title does, so that keys and screen readers may skip it. */
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
