/** The rates of today: one's own country first, the others by name. */
import { useFormat, useI18n } from '../../../../ui/i18n.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import type { VatClass } from '../../../catalog/values.ts'
import type { VatTable } from '../../vat-rates.ts'
import type { OwnRate } from '../../vat-table.ts'

const shown = ['standard', 'reduced', 'superReduced'] as const satisfies VatClass[]

type RatesInForceProps = { table: VatTable; own: readonly OwnRate[]; home: string; today: string }

export function RatesInForce({ table, own, home, today }: RatesInForceProps) {
  const { t, locale } = useI18n()
  const { percent } = useFormat()
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const nameOf = (code: string) => names.of(code) ?? code
  const countries = Object.keys(table).toSorted((a, b) =>
    a === home ? -1 : b === home ? 1 : nameOf(a).localeCompare(nameOf(b), locale),
  )
  const isOwn = (country: string, vatClass: VatClass) =>
    own.some((rate) => rate.country === country && rate.vatClass === vatClass && rate.validFrom <= today)
  return (
    <Card title={t('pricing.inForce')} flush className="min-w-0">
      <div className="overflow-x-auto px-2 pb-2">
        <table className="plain-table w-full">
          <caption className="sr-only">{t('pricing.inForce')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('pricing.country')}</th>
              {shown.map((vatClass) => (
                <th key={vatClass} scope="col" className="cell-end">
                  {t(`pricing.vat_${vatClass}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {countries.map((country) => (
              <tr key={country}>
                <th scope="row" className={country === home ? 'font-semibold' : 'font-normal'}>
                  {nameOf(country)}
                </th>
                {shown.map((vatClass) => {
                  const rate = table[country]?.[vatClass]
                  return (
                    <td key={vatClass} className="cell-end" suppressHydrationWarning>
                      {isOwn(country, vatClass) && <Badge tone="olive">{t('pricing.ownMark')}</Badge>}{' '}
                      {rate === undefined ? '–' : percent(rate)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
