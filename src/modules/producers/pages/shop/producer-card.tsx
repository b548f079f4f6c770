/** One producer among others: their place, their name. */
import { Link } from 'react-router'
import { Photo } from '../../../../frames/shop/photo.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import type { ProducerBrief } from './producer-view.ts'

export function ProducerCard({ producer, priority }: { producer: ProducerBrief; priority?: boolean }) {
  const t = useT()
  return (
    <li className="prod">
      <Photo
        file={producer.banner}
        alt=""
        sizes="(min-width: 64rem) 25rem, (min-width: 40rem) 50vw, 100vw"
        shape="wide"
        priority={priority}
      />
      <h3 className="prod-name">
        <Link to={`/producers/${producer.slug}`} prefetch="intent">
          {producer.name}
        </Link>
      </h3>
      <p className="prod-place">
        {producer.region && <span>{producer.region}</span>}
        <span>{t('producers.productCount', { count: producer.products })}</span>
      </p>
    </li>
  )
}
