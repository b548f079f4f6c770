/** What search engines and shared links read of a shop page. React puts it into the head by itself. */
import { useShop } from './use-shop.ts'

type PageMetaProps = {
  title: string
  description?: string | null
  /** The one address this page is known by; without it the page is kept out of search engines. */
  path?: string | null
  /** A picture's address on this site, for shared links. */
  image?: string | null
  kind?: 'website' | 'product'
}

export function PageMeta({ title, description, path, image, kind = 'website' }: PageMetaProps) {
  const frame = useShop()
  const name = frame?.brand.name ?? ''
  const whole = title === name ? title : `${title} · ${name}`
  if (!path || !frame) {
    return (
      <>
        <title>{whole}</title>
        <meta name="robots" content="noindex" />
      </>
    )
  }
  const address = frame.origin + path
  return (
    <>
      <title>{whole}</title>
      <link rel="canonical" href={address} />
      {description && <meta name="description" content={description} />}
      <meta property="og:type" content={kind} />
      <meta property="og:site_name" content={name} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={address} />
      {description && <meta property="og:description" content={description} />}
      {image && <meta property="og:image" content={frame.origin + image} />}
    </>
  )
}
