/** The table by zone and weight. Without JavaScript there is always one empty column to fill in. */
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { typedDecimal } from '../../../../platform/i18n/decimal.ts'
import { useI18n } from '../../../../ui/i18n.tsx'
import { Button } from '../../../../ui/parts/button.tsx'
import { useFormState } from '../../../../ui/forms/form-context.ts'
import type { Grid } from './grid.ts'

export function RateGrid({ grid, isStarter }: { grid: Grid; isStarter: boolean }) {
  const { t } = useI18n()
  const { values } = useFormState()
  const sent = Object.keys(values).filter((name) => name.startsWith('weight.')).length
  const [count, setCount] = useState(Math.max(sent, grid.weights.length + 1))
  const columns = Array.from({ length: count }, (_, column) => column)
  return (
    <div className="field">
      <p className="text-sm text-ink-soft">
        {isStarter ? t('shipping.ratesStarter') : t('shipping.ratesText')}
      </p>
      <div className="overflow-x-auto rounded-md border border-line">
        <table className="w-full border-collapse">
          <thead>
            <tr className="bg-sunken text-left text-sm">
              <th scope="col" className="px-3 py-2 font-semibold">
                {t('shipping.zone')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-1 py-2 text-right font-normal">
                  <span className="block whitespace-nowrap px-2 text-ink-soft">{t('shipping.upTo')}</span>
                  <Cell
                    name={`weight.${column}`}
                    label={t('shipping.weightOf', { n: column + 1 })}
                    value={grid.weights[column]}
                  />
                </th>
              ))}
              <th scope="col" className="px-3 py-2 text-right font-normal text-ink-soft">
                {t('shipping.extra')}
              </th>
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ zone, prices, extra }) => {
              const name = t(`shipping.zone_${zone}`)
              return (
                <tr key={zone} className="border-t border-line">
                  <th scope="row" className="min-w-40 px-3 py-1 text-left font-normal">
                    {name}
                  </th>
                  {columns.map((column) => (
                    <td key={column} className="px-1 py-1 text-right">
                      <Cell
                        name={`price.${zone}.${column}`}
                        label={t('shipping.priceOf', { zone: name, n: column + 1 })}
                        value={prices[column]}
                      />
                    </td>
                  ))}
                  <td className="px-1 py-1 text-right">
                    <Cell
                      name={`extra.${zone}`}
                      label={t('shipping.extraOf', { zone: name })}
                      value={extra}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Button
        size="small"
        tone="ghost"
        className="needs-js self-start"
        icon={<Plus aria-hidden />}
        onClick={() => setCount(count + 1)}
      >
        {t('shipping.addWeight')}
      </Button>
    </div>
  )
}

function Cell({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  const { locale } = useI18n()
  const typed = useFormState().values[name]
  return (
    <input
      name={name}
      aria-label={label}
      className="input w-20 text-right"
      inputMode="decimal"
      autoComplete="off"
      defaultValue={typeof typed === 'string' ? typed : typedDecimal(value ?? '', locale)}
    />
  )
}
