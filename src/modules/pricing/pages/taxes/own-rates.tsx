/** The house's own rates: set from a day on, and taken back. */
import { DateField } from '../../../../ui/forms/date-field.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { NumberField } from '../../../../ui/forms/number-field.tsx'
import type { Problem } from '../../../../ui/forms/problem.ts'
import { Select } from '../../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { useFormat, useI18n } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { ConfirmButton } from '../../../../ui/parts/confirm-button.tsx'
import { vatClasses } from '../../../catalog/values.ts'
import type { OwnRate } from '../../vat-table.ts'

type OwnRatesProps = {
  own: readonly (OwnRate & { id: string })[]
  home: string
  countries: readonly string[]
  today: string
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
}

export function OwnRates({ own, home, countries, today, problem, values }: OwnRatesProps) {
  const { t, locale } = useI18n()
  const { percent, date } = useFormat()
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const nameOf = (code: string) => names.of(code) ?? code
  const options = countries
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <div className="stack">
      <Card title={t('pricing.own')}>
        <p className="text-ink-soft">{own.length > 0 ? t('pricing.ownText') : t('pricing.ownNone')}</p>
        <ul className="divide-y divide-line">
          {own.map((rate) => (
            <li key={rate.id} className="flex items-center justify-between gap-3 py-2">
              <span suppressHydrationWarning>
                <span className="font-semibold">
                  {nameOf(rate.country)} · {percent(rate.rate)}
                </span>
                <span className="block text-sm text-ink-soft">
                  {t(`pricing.vat_${rate.vatClass}`)} · {t('pricing.validFrom')} {date(rate.validFrom)}
                </span>
              </span>
              <ConfirmButton
                size="small"
                tone="ghost"
                title={t('pricing.removeTitle')}
                text={t('pricing.removeText')}
                confirmLabel={t('pricing.remove')}
                fields={{ intent: 'remove', id: rate.id }}
              >
                {t('pricing.remove')}
              </ConfirmButton>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('pricing.add')}>
        <Form problem={problem} values={values} key={own.length}>
          <p className="text-ink-soft">{t('pricing.addText')}</p>
          <Select name="country" label={t('pricing.country')} options={options} defaultValue={home} />
          <Select
            name="vatClass"
            label={t('pricing.vatClass')}
            options={vatClasses.map((value) => ({ value, label: t(`pricing.vat_${value}`) }))}
          />
          <NumberField name="rate" label={t('pricing.rate')} after="%" />
          <DateField name="validFrom" label={t('pricing.validFrom')} defaultValue={today} />
          <SubmitButton>{t('pricing.save')}</SubmitButton>
        </Form>
      </Card>
    </div>
  )
}
