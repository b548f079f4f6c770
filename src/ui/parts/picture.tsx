/** A photograph in the size that fits, in a frame that is there before it: nothing moves when it arrives. */
import { cx } from '../cx.ts'

export type PictureSource = {
  src: string
  /** `url 320w, url 640w`, as the browser chooses from it. */
  srcSet?: string
  /** More formats, best first: `{ type: 'image/avif', srcSet }`. */
  formats?: readonly { type: string; srcSet: string }[]
  /** In pixels, of the largest; they give the frame its shape. */
  width: number
  height: number
  /** Empty when the picture only decorates. */
  alt: string
  /** Its main colour as `#rrggbb`, shown until it arrives. */
  color?: string | null
}

type PictureProps = {
  image: PictureSource
  /** How wide it will stand, such as `(min-width: 64rem) 25vw, 50vw`. */
  sizes: string
  /** The first large picture of a page: loaded at once. All others wait until they are near. */
  priority?: boolean
  className?: string
}

export const Picture = ({ image, sizes, priority, className }: PictureProps) => (
  <span className={cx('picture', className)}>
    {/* Drawn, because the content security policy admits no style attributes. */}
    <svg className="picture-wash" aria-hidden="true">
      <rect width="100%" height="100%" fill={image.color ?? 'var(--color-sunken)'} />
    </svg>
    <picture>
      {image.formats?.map((format) => (
        <source key={format.type} type={format.type} srcSet={format.srcSet} sizes={sizes} />
      ))}
      <img
        src={image.src}
        srcSet={image.srcSet}
        sizes={sizes}
        width={image.width}
        height={image.height}
        alt={image.alt}
        loading={priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : 'auto'}
        decoding="async"
      />
    </picture>
  </span>
)
