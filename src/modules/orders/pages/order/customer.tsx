/** Who ordered, where it goes, and what they wrote. */
import { Link } from 'react-router'
import type { Address } from '../../../../platform/values/shapes.ts'
import { type Locale, localeTags } from '../../../../platform/i18n/locales.ts'
import { useI18n } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { CopyButton } from '../../../../ui/parts/copy-button.tsx'
import type { OrderView } from './types.ts'

export function Customer({ order, hasLink }: { order: OrderView; hasLink: boolean }) {
  const { t, locale } = useI18n()
  const { customer, shippingAddress, billingAddress } = order
  const isSame = JSON.stringify(shippingAddress) === JSON.stringify(billingAddress)
  return (
    <Card title={t('orders.customer')}>
      <div className="flex flex-col gap-4">
        <div>
          {hasLink ? (
            <Link to={`/console/customers/${customer.id}`} className="link font-semibold">
              {customer.name}
            </Link>
          ) : (
            <p className="font-semibold">{customer.name}</p>
          )}
          <p className="break-words">
            <a href={`mailto:${customer.email}`} className="link">
              {customer.email}
            </a>
          </p>
          {customer.phone && (
            <p>
              <a href={`tel:${customer.phone}`} className="link">
                {customer.phone}
              </a>
            </p>
          )}
        </div>
        <Part
          title={t('orders.shipTo')}
          aside={<CopyButton text={linesOf(shippingAddress, locale).join('\n')} />}
        >
          <AddressLines address={shippingAddress} />
        </Part>
        <Part title={t('orders.billTo')}>
          {isSame ? (
            <p className="text-ink-soft">{t('orders.sameAddress')}</p>
          ) : (
            <AddressLines address={billingAddress} />
          )}
          {order.vatNumber && (
            <p>
              {t('orders.vatNumber')} {order.vatNumber}
            </p>
          )}
        </Part>
        <Part title={t('orders.shippingMethod')}>
          <p>{order.shippingMethod.name}</p>
        </Part>
        {order.note && (
          <Part title={t('orders.note')}>
            <p className="whitespace-pre-line">{order.note}</p>
          </Part>
        )}
      </div>
    </Card>
  )
}

const Part = ({
  title,
  aside,
  children,
}: {
  title: string
  aside?: React.ReactNode
  children: React.ReactNode
}) => (
  <div>
    <div className="flex items-center justify-between gap-2">
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      {aside}
    </div>
    {children}
  </div>
)

const linesOf = (address: Address, locale: Locale): string[] =>
  [
    address.name,
    address.company,
    address.line1,
    address.line2,
    `${address.postalCode} ${address.city}`,
    address.region,
    countryName(address.country, locale),
    address.phone,
  ].filter((line): line is string => Boolean(line))

const countryName = (code: string, locale: Locale): string =>
  new Intl.DisplayNames([localeTags[locale]], { type: 'region', fallback: 'code' }).of(code) ?? code

export function AddressLines({ address }: { address: Address }) {
  const { locale } = useI18n()
  return (
    <address className="not-italic">
      {[...new Set(linesOf(address, locale))].map((line) => (
        <span key={line} className="block" suppressHydrationWarning>
          {line}
        </span>
      ))}
    </address>
  )
}
