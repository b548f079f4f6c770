/** The editor of one way of shipping. */
import { vatClasses } from '../../../catalog/values.ts'
import type { Translated } from '../../../../platform/values/shapes.ts'
import { Checkbox, Switch } from '../../../../ui/forms/checkbox.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { MoneyField, NumberField } from '../../../../ui/forms/number-field.tsx'
import type { Problem } from '../../../../ui/forms/problem.ts'
import { RadioCards } from '../../../../ui/forms/radio-cards.tsx'
import { Select } from '../../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../ui/forms/translated-field.tsx'
import { UnsavedGuard } from '../../../../ui/forms/unsaved-guard.tsx'
import { useI18n } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import type { ShippingProviderCode } from '../../schema.ts'
import type { Grid } from './grid.ts'
import { RateGrid } from './rate-grid.tsx'

export type Editable = {
  provider: ShippingProviderCode
  /** Null while it is new: then the code is asked for. */
  version: number | null
  name: Translated | null
  description: Translated | null
  price: string | null
  freeFrom: string | null
  countries: readonly string[]
  vatClass: string
  charge: 'perOrder' | 'perProducer'
  isEnabled: boolean
  position: number
}

type MethodFormProps = {
  method: Editable
  /** Null for providers without a table. */
  grid: Grid | null
  isStarter: boolean
  countries: readonly string[]
  currency: string
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
}

const charges = ['perOrder', 'perProducer'] as const

export function MethodForm({
  method,
  grid,
  isStarter,
  countries,
  currency,
  problem,
  values,
}: MethodFormProps) {
  const { t } = useI18n()
  const isNew = method.version === null
  return (
    <Form problem={problem} values={values} className="stack">
      <Card>
        <div className="form form-grid">
          <input type="hidden" name="intent" value="save" />
          {!isNew && <input type="hidden" name="version" value={method.version!} />}
          <TranslatedField
            name="name"
            label={t('shipping.name')}
            hint={t('shipping.nameHint')}
            defaultValue={method.name}
            maxLength={120}
            className="field-wide"
          />
          <TranslatedField
            name="description"
            label={t('shipping.description')}
            hint={t('shipping.descriptionHint')}
            defaultValue={method.description}
            maxLength={500}
            optional
            className="field-wide"
          />
          {isNew && (
            <TextField
              name="code"
              label={t('shipping.code')}
              hint={t('shipping.codeHint')}
              defaultValue={method.provider}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              maxLength={120}
            />
          )}
          {!grid && (
            <MoneyField
              name="price"
              label={t('shipping.price')}
              defaultValue={method.price}
              currency={currency}
              optional={method.provider === 'pickup'}
            />
          )}
          <MoneyField
            name="freeFrom"
            label={t('shipping.freeFrom')}
            hint={t('shipping.freeFromHint')}
            defaultValue={method.freeFrom}
            currency={currency}
            optional
          />
          <Select
            name="vatClass"
            label={t('shipping.vatClass')}
            options={vatClasses.map((value) => ({ value, label: t(`shipping.vat_${value}`) }))}
            defaultValue={method.vatClass}
          />
          <NumberField
            name="position"
            label={t('shipping.position')}
            hint={t('shipping.positionHint')}
            defaultValue={method.position}
            whole
            optional
          />
          <div className="field-wide">
            <RadioCards
              name="charge"
              label={t('shipping.charge')}
              defaultValue={method.charge}
              cards={charges.map((value) => ({
                value,
                label: t(`shipping.charge_${value}`),
                hint: t(`shipping.chargeHint_${value}`),
              }))}
            />
          </div>
          <div className="field-wide">
            <Switch name="isEnabled" label={t('shipping.isEnabled')} defaultChecked={method.isEnabled} />
          </div>
        </div>
      </Card>
      {grid && (
        <Card title={t('shipping.rates')}>
          <RateGrid grid={grid} isStarter={isStarter} />
        </Card>
      )}
      <Countries chosen={method.countries} countries={countries} />
      <div>
        <SubmitButton>{isNew ? t('shipping.create') : t('shipping.save')}</SubmitButton>
      </div>
      <UnsavedGuard />
    </Form>
  )
}

function Countries({ chosen, countries }: { chosen: readonly string[]; countries: readonly string[] }) {
  const { t, locale } = useI18n()
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const all = [...new Set([...chosen, ...countries])]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <Card title={t('shipping.countries')}>
      <p className="mb-3 text-ink-soft">{t('shipping.countriesHint')}</p>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {all.map(({ code, name }) => (
          <Checkbox
            key={code}
            name="countries"
            value={code}
            label={name}
            defaultChecked={chosen.includes(code)}
          />
        ))}
      </div>
    </Card>
  )
}
