/** One figure that matters, how it moved, and the way to what is behind it. */
import TrendingDown from 'lucide-react/icons/trending-down'
import TrendingUp from 'lucide-react/icons/trending-up'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useFormat, useT } from '../i18n.tsx'

type StatTileProps = {
  label: string
  value: ReactNode
  /** Against the period before, in percent; `isGood` because a rise of returns is none. */
  change?: { percent: number; isGood: boolean } | null
  hint?: ReactNode
  to?: string
  /** A `Sparkline`. */
  chart?: ReactNode
}

/** From here on a rise is told as a multiple. */
const mostPercent = 1_000

export function StatTile({ label, value, change, hint, to, chart }: StatTileProps) {
  const t = useT()
  const { number, percent } = useFormat()
  const Trend = change && change.percent < 0 ? TrendingDown : TrendingUp
  return (
    <div className="stat">
      <p className="stat-label">{to ? <Link to={to}>{label}</Link> : label}</p>
      <p className="stat-value">{value}</p>
      {change && (
        <p className="stat-change" data-good={change.isGood}>
          <Trend aria-hidden />
          <span className="sr-only">{change.percent < 0 ? t('ui.fellBy') : t('ui.roseBy')}</span>
          <span suppressHydrationWarning>
            {change.percent < mostPercent
              ? percent(Math.abs(Math.round(change.percent)))
              : `×${number(Math.round(1 + change.percent / 100))}`}
          </span>
        </p>
      )}
      {hint && <p className="stat-hint">{hint}</p>}
      {chart && <div className="stat-chart">{chart}</div>}
    </div>
  )
}
