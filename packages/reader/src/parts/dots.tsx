import type { ComponentChild } from 'preact'

/** Parts of a line with dots between them. The stylesheet hides the dot where a line begins. */
export const Dots = ({ of }: { of: readonly ComponentChild[] }) => (
  <span class="dots">
    {of.filter(Boolean).map((part, i) => (
      <>
        {i > 0 && ' '}
        <span>{part}</span>
      </>
    ))}
  </span>
)
