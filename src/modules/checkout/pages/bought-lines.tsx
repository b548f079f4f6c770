/** What is bought, briefly: picture, name, how many, for how much. */
import { Photo } from '../../../frames/shop/photo.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import type { BasketLine } from '../../cart/pages/basket.ts'

type Bought = Pick<BasketLine, 'id' | 'name' | 'variantName' | 'photo' | 'quantity' | 'total'>

export const BoughtLines = ({ lines }: { lines: readonly Bought[] }) => (
  <ul className="bought">
    {lines.map((line) => (
      <li key={line.id}>
        <Photo file={line.photo} alt="" sizes="3.5rem" />
        <span>
          {line.name}
          <span className="bought-detail">
            {[line.variantName, `× ${line.quantity}`].filter(Boolean).join(' ')}
          </span>
        </span>
        <Money value={line.total} />
      </li>
    ))}
  </ul>
)
