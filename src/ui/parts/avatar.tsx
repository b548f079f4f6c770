/** A person or a house by its initials, or its picture. */
import { cx } from '../cx.ts'

type AvatarProps = { name: string; src?: string | null; size?: 'small' | 'medium' | 'large' }

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  return (words.length > 1 ? [words[0]!, words.at(-1)!] : words).map((word) => [...word][0] ?? '').join('')
}

// The same name always has the same colour.
const colourOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % 5

export const Avatar = ({ name, src, size = 'medium' }: AvatarProps) => (
  <span className={cx('avatar', `avatar-${size}`, `avatar-${colourOf(name)}`)} aria-hidden="true">
    {src ? (
      <img src={src} alt="" width="64" height="64" loading="lazy" />
    ) : (
      initialsOf(name).toLocaleUpperCase('el')
    )}
  </span>
)
