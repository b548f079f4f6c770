/** A stored picture in the sizes the shop needs; where there is none, a quiet drawn stand-in of the same shape. */
import { cx } from '../../ui/cx.ts'
import { Picture } from '../../ui/parts/picture.tsx'

/** The widths that pictures are kept in. */
const widths = [320, 640, 960, 1280] as const

export const photoUrl = (file: string, width: (typeof widths)[number]): string =>
  `/files/${file}/${width}.webp`

type PhotoProps = {
  /** The stored file's id; null where there is no picture. */
  file: string | null
  /** Empty when the words beside it say the same. */
  alt: string
  /** How wide it will stand, such as `(min-width: 48rem) 18rem, 50vw`. */
  sizes: string
  /** Its frame: the picture is cut to it. */
  shape?: 'square' | 'wide' | 'banner'
  priority?: boolean
  className?: string
}

export function Photo({ file, alt, sizes, shape = 'square', priority, className }: PhotoProps) {
  const frame = cx('photo', `photo-${shape}`, className)
  if (!file) return <NoPhoto className={frame} />
  return (
    <Picture
      className={frame}
      image={{
        src: photoUrl(file, 640),
        srcSet: widths.map((width) => `${photoUrl(file, width)} ${width}w`).join(', '),
        width: 640,
        height: { square: 640, wide: 360, banner: 256 }[shape],
        alt,
      }}
      sizes={sizes}
      priority={priority}
    />
  )
}

const NoPhoto = ({ className }: { className: string }) => (
  <span className={cx('picture', className)} aria-hidden="true">
    <svg viewBox="0 0 100 100" className="photo-none">
      <path d="M50 82V34M50 62c-13 1-21-6-23-18 13-1 21 6 23 18Zm0-13c12 0 19-7 20-18-12 0-19 7-20 18Z" />
    </svg>
  </span>
)
