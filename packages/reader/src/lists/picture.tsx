interface PictureProps {
  src: string
  href: string
}

/**
 * A paper's picture. It has the same link as the title, so keys and screen readers skip it.
 * It is lazy on the first screen too: an eager picture takes bandwidth from the stylesheet, 200 ms on a slow line.
 */
export function Picture({ src, href }: PictureProps) {
  const skipped = { tabIndex: -1, 'aria-hidden': 'true' } as const
  return (
    <a class="picture" href={href} {...skipped}>
      <img src={src} alt="" width="160" height="90" decoding="async" loading="lazy" />
    </a>
  )
}
