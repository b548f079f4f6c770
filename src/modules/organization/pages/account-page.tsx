/** A page of one's own account: narrow, for it is read and filled in, not scanned. */
import type { ReactNode } from 'react'
import { PageMeta } from '../../../frames/shop/page-meta.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import type { Crumb } from '../../../ui/parts/breadcrumbs.tsx'

type AccountPageProps = { title: string; text?: ReactNode; crumbs?: readonly Crumb[]; children: ReactNode }

export const AccountPage = ({ title, text, crumbs, children }: AccountPageProps) => (
  <div className="wrap">
    <div className="mx-auto max-w-3xl">
      <PageMeta title={title} />
      <PageHeader title={title} text={text} crumbs={crumbs} />
      {children}
    </div>
  </div>
)
