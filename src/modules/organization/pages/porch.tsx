/** The frame of the small pages before the door: the organisation's name, one task. */
import type { ReactNode } from 'react'
import type { RouterContextProvider } from 'react-router'
import { stoa } from '../../../platform/pages/context.ts'
import { AuthLayout } from '../../../ui/layouts/auth-layout.tsx'

export const porchOf = (context: Readonly<RouterContextProvider>) => ({
  brand: { name: stoa(context).organization.name },
})

type PorchProps = {
  brand: { name: string }
  title: string
  text?: ReactNode
  footer?: ReactNode
  children?: ReactNode
}

export const Porch = ({ brand, title, children, ...rest }: PorchProps) => (
  <AuthLayout brand={brand} title={title} {...rest}>
    <title>{`${title} · ${brand.name}`}</title>
    <meta name="robots" content="noindex" />
    {children}
  </AuthLayout>
)
