/** A product's pictures, one beside the other: swiped or scrolled; the small ones lead to the large ones. */
import { useRef } from 'react'
import { Photo } from '../../../../frames/shop/photo.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import type { ProductView } from './product-view.ts'

export function Gallery({ images, name }: { images: ProductView['images']; name: string }) {
  const t = useT()
  const row = useRef<HTMLUListElement>(null)
  if (images.length === 0) return <Photo file={null} alt={name} sizes="100vw" />
  return (
    <div className="gallery">
      {/* Focusable, so that the keyboard scrolls it too. */}
      <ul
        ref={row}
        className="gallery-row"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={images.length > 1 ? 0 : undefined}
        aria-label={images.length > 1 ? t('catalog.pictures', { name }) : undefined}
      >
        {images.map(({ file, alt }, index) => (
          <li key={file} id={`picture-${index + 1}`}>
            <Photo file={file} alt={alt} sizes="(min-width: 64rem) 36rem, 100vw" priority={index === 0} />
          </li>
        ))}
      </ul>
      {images.length > 1 && (
        <ul className="gallery-small">
          {images.map(({ file }, index) => (
            <li key={file}>
              <a
                href={`#picture-${index + 1}`}
                aria-label={t('catalog.picture', { number: index + 1 })}
                onClick={(event) => {
                  event.preventDefault()
                  // The row scrolls, the page stays.
                  const { current } = row
                  current?.scrollTo({ left: current.clientWidth * index, behavior: 'smooth' })
                }}
              >
                <Photo file={file} alt="" sizes="5rem" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
