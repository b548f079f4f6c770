/** The organisation's mark: its own logo, else a small colonnade and its name. */
import { Link } from 'react-router'

export type Brand = { name: string; logoUrl?: string | null }

export const BrandLink = ({ brand, to = '/' }: { brand: Brand; to?: string }) => (
  <Link to={to} className="brand">
    {brand.logoUrl ? (
      <img src={brand.logoUrl} alt="" className="brand-logo" height="36" width="36" />
    ) : (
      <svg className="brand-mark" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
        <path d="M3 9.5h22M5 13v9M11 13v9M17 13v9M23 13v9M2.5 25h23" />
        <path d="M4 9.5C5 5 9 3 14 3s9 2 10 6.5" />
      </svg>
    )}
    <span className="brand-name">{brand.name}</span>
  </Link>
)
