/** How the house sells: prices, VAT abroad, returns, commission. */
import { Switch } from '../../../../ui/forms/checkbox.tsx'
import { NumberField } from '../../../../ui/forms/number-field.tsx'
import { RadioCards } from '../../../../ui/forms/radio-cards.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import type { House } from './types.ts'

const kinds = ['gross', 'net'] as const

export function Selling({ house }: { house: House }) {
  const t = useT()
  const { settings } = house
  return (
    <>
      <Card>
        <div className="form">
          <RadioCards
            name="priceKind"
            label={t('settings.priceKind')}
            defaultValue={house.priceKind}
            cards={kinds.map((value) => ({
              value,
              label: t(`settings.priceKind_${value}`),
              hint: t(`settings.priceKindHint_${value}`),
            }))}
          />
          <Switch
            name="settings.isOssRegistered"
            label={t('settings.isOss')}
            hint={t('settings.isOssHint')}
            defaultChecked={settings.isOssRegistered ?? false}
          />
        </div>
      </Card>
      <Card>
        <div className="form form-grid">
          <NumberField
            name="settings.returnDays"
            label={t('settings.returnDays')}
            hint={t('settings.returnDaysHint')}
            defaultValue={settings.returnDays}
            whole
            optional
          />
          <span className="max-sm:hidden" />
          <NumberField
            name="settings.commissionPercent"
            label={t('settings.commissionPercent')}
            hint={t('settings.commissionHint')}
            defaultValue={settings.commissionPercent}
            after="%"
            optional
          />
          <NumberField
            name="settings.commissionVatPercent"
            label={t('settings.commissionVatPercent')}
            defaultValue={settings.commissionVatPercent}
            after="%"
            optional
          />
        </div>
      </Card>
    </>
  )
}
