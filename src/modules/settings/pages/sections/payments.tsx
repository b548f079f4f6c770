/** How customers pay, and the account that money comes to and leaves from. */
import { Checkbox } from '../../../../ui/forms/checkbox.tsx'
import { MoneyField, NumberField } from '../../../../ui/forms/number-field.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { providers } from './sections.ts'
import type { House } from './types.ts'

type PaymentsProps = {
  house: House
  /** Those that could be offered now: their keys or their account are there. */
  ready: readonly string[]
}

export function Payments({ house, ready }: PaymentsProps) {
  const t = useT()
  const { bank, cashOnDelivery, paymentDays, paymentProviders } = house.settings
  const offered = paymentProviders ?? providers
  return (
    <>
      <Card title={t('settings.providers')}>
        <div className="form">
          <p className="text-ink-soft">{t('settings.providersHint')}</p>
          {providers.map((code) => (
            <Checkbox
              key={code}
              name="settings.paymentProviders"
              value={code}
              label={
                <>
                  {t(`settings.provider_${code}`)}
                  {!ready.includes(code) && (
                    <span className="text-ink-soft"> · {t('settings.notReady')}</span>
                  )}
                </>
              }
              defaultChecked={offered.includes(code)}
            />
          ))}
          <p className="text-sm text-ink-soft">{t('settings.keysHint')}</p>
        </div>
      </Card>
      <Card title={t('settings.bank')}>
        <div className="form form-grid">
          <p className="field-wide text-ink-soft">{t('settings.bankText')}</p>
          <TextField
            name="settings.bank.holder"
            label={t('settings.holder')}
            defaultValue={bank?.holder}
            maxLength={140}
            optional
            className="field-wide"
          />
          <TextField
            name="settings.bank.iban"
            label={t('settings.iban')}
            defaultValue={bank?.iban.replaceAll(/(.{4})(?=.)/g, '$1 ')}
            maxLength={42}
            autoComplete="off"
            spellCheck={false}
            optional
          />
          <TextField
            name="settings.bank.bic"
            label={t('settings.bic')}
            defaultValue={bank?.bic}
            maxLength={11}
            autoComplete="off"
            spellCheck={false}
            optional
          />
          <NumberField
            name="settings.paymentDays"
            label={t('settings.paymentDays')}
            hint={t('settings.paymentDaysHint')}
            defaultValue={paymentDays}
            whole
            optional
          />
        </div>
      </Card>
      <Card title={t('settings.cash')}>
        <div className="form form-grid">
          <MoneyField
            name="settings.cashOnDelivery.fee"
            label={t('settings.codFee')}
            defaultValue={cashOnDelivery?.fee}
            currency={house.currency}
            optional
          />
          <MoneyField
            name="settings.cashOnDelivery.maximum"
            label={t('settings.codMaximum')}
            hint={t('settings.codMaximumHint')}
            defaultValue={cashOnDelivery?.maximum}
            currency={house.currency}
            optional
          />
        </div>
      </Card>
    </>
  )
}
