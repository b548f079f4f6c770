/** Who the house is: name, contact, address, language and time. */
import { localeNames, locales } from '../../../../platform/i18n/locales.ts'
import { Select } from '../../../../ui/forms/select.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../ui/forms/translated-field.tsx'
import { Combobox } from '../../../../ui/console/combobox.tsx'
import { useI18n } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import type { House } from './types.ts'

type GeneralProps = { house: House; countries: readonly string[]; timeZones: readonly string[] }

export function General({ house, countries, timeZones }: GeneralProps) {
  const { t, locale } = useI18n()
  const { settings } = house
  const { address } = settings
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const options = [...new Set([house.country, ...countries])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  const zones = timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))
  return (
    <>
      <Card>
        <div className="form form-grid">
          <TextField name="name" label={t('settings.name')} defaultValue={house.name} maxLength={120} />
          <TextField
            name="settings.vatNumber"
            label={t('settings.vatNumber')}
            defaultValue={settings.vatNumber}
            maxLength={20}
            optional
          />
          <TranslatedField
            name="settings.tagline"
            label={t('settings.tagline')}
            hint={t('settings.taglineHint')}
            defaultValue={settings.tagline}
            maxLength={200}
            optional
            className="field-wide"
          />
          <TextField
            name="settings.email"
            type="email"
            label={t('settings.email')}
            defaultValue={settings.email}
            optional
          />
          <TextField
            name="settings.phone"
            type="tel"
            label={t('settings.phone')}
            defaultValue={settings.phone}
            maxLength={32}
            optional
          />
        </div>
      </Card>
      <Card title={t('settings.address')}>
        <div className="form form-grid">
          <p className="field-wide text-ink-soft">{t('settings.addressText')}</p>
          <TextField
            name="settings.address.name"
            label={t('settings.legalName')}
            defaultValue={address?.name}
            maxLength={120}
            optional
            className="field-wide"
          />
          <TextField
            name="settings.address.line1"
            label={t('settings.line1')}
            defaultValue={address?.line1}
            maxLength={160}
            optional
          />
          <TextField
            name="settings.address.line2"
            label={t('settings.line2')}
            defaultValue={address?.line2}
            maxLength={160}
            optional
          />
          <TextField
            name="settings.address.postalCode"
            label={t('settings.postalCode')}
            defaultValue={address?.postalCode}
            maxLength={16}
            optional
          />
          <TextField
            name="settings.address.city"
            label={t('settings.city')}
            defaultValue={address?.city}
            maxLength={100}
            optional
          />
          <Select
            name="country"
            label={t('settings.country')}
            options={options}
            defaultValue={house.country}
          />
        </div>
      </Card>
      <Card>
        <div className="form form-grid">
          <Select
            name="defaultLocale"
            label={t('settings.defaultLocale')}
            options={locales.map((value) => ({ value, label: localeNames[value] }))}
            defaultValue={house.defaultLocale}
          />
          <Combobox
            name="timeZone"
            label={t('settings.timeZone')}
            options={zones}
            defaultValue={{ value: house.timeZone, label: house.timeZone.replaceAll('_', ' ') }}
          />
          <TextField
            name="domain"
            label={t('settings.domain')}
            hint={t('settings.domainHint')}
            defaultValue={house.domain}
            optional
          />
        </div>
      </Card>
    </>
  )
}
