/** The porch: one small task (sign in, reset, accept an invitation) and nothing that distracts from it. */
import type { ReactNode } from 'react'
import { useT } from '../i18n.tsx'
import { type Brand, BrandLink } from './brand.tsx'
import { LanguageSwitch } from './display-switches.tsx'

type AuthLayoutProps = {
  brand: Brand
  title: string
  text?: ReactNode
  /** Below the sheet: the other way in. */
  footer?: ReactNode
  children: ReactNode
}

export function AuthLayout({ brand, title, text, footer, children }: AuthLayoutProps) {
  const t = useT()
  return (
    <div className="porch">
      <a href="#main" className="skip">
        {t('ui.skip')}
      </a>
      <header className="porch-head">
        <BrandLink brand={brand} />
        <LanguageSwitch />
      </header>
      <main id="main" className="porch-main" tabIndex={-1}>
        <div className="card porch-card">
          <h1 className="porch-title">{title}</h1>
          {text && <p className="page-text">{text}</p>}
          {children}
        </div>
        {footer && <div className="porch-foot">{footer}</div>}
      </main>
      <svg
        className="porch-columns"
        aria-hidden="true"
        viewBox="0 0 120 40"
        preserveAspectRatio="xMidYMax slice"
      >
        <path d="M0 6h120M0 10h120M10 10v26M30 10v26M50 10v26M70 10v26M90 10v26M110 10v26M0 38h120" />
      </svg>
    </div>
  )
}
