/** Stars: as an average to read, and as a question to answer. */
import Star from 'lucide-react/icons/star'
import { useT } from '../i18n.tsx'

const stars = [1, 2, 3, 4, 5] as const

/** `value` from 0 to 5; `count` is the number of reviews behind it. */
export function Rating({ value, count }: { value: number; count?: number }) {
  const t = useT()
  const rounded = Math.round(value * 10) / 10
  return (
    <span className="rating">
      <span className="rating-stars" aria-hidden="true">
        {stars.map((star) => (
          <Star
            key={star}
            data-fill={value >= star - 0.25 ? 'full' : value >= star - 0.75 ? 'half' : 'none'}
          />
        ))}
      </span>
      <span className="sr-only">{t('ui.ratingOf', { value: rounded })}</span>
      {count !== undefined && <span className="rating-count">{t('ui.reviews', { count })}</span>}
    </span>
  )
}

type RatingInputProps = { name: string; label: string; defaultValue?: number; required?: boolean }

export function RatingInput({ name, label, defaultValue, required }: RatingInputProps) {
  const t = useT()
  return (
    <fieldset className="rating-input">
      <legend>{label}</legend>
      <div className="rating-choices">
        {stars.map((star) => (
          <label key={star}>
            <input
              type="radio"
              name={name}
              value={star}
              defaultChecked={defaultValue === star}
              required={required}
            />
            <Star aria-hidden />
            <span className="sr-only">{t('ui.stars', { count: star })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
