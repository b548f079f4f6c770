/** The editor of one promotion, with what it does in words beside it as it is written. */
import { type FormEvent, useState } from 'react'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import type { Translated } from '../../../../platform/values/shapes.ts'
import { Switch } from '../../../../ui/forms/checkbox.tsx'
import { DateField } from '../../../../ui/forms/date-field.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { MoneyField, NumberField } from '../../../../ui/forms/number-field.tsx'
import type { Problem } from '../../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../ui/forms/translated-field.tsx'
import { UnsavedGuard } from '../../../../ui/forms/unsaved-guard.tsx'
import { useI18n, useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { useHydrated } from '../../../../ui/use-hydrated.ts'
import { draftOf } from './draft.ts'
import type { Scope } from './load.ts'
import { Preview } from './preview.tsx'
import { ScopePicker } from './scope-picker.tsx'
import type { Draft, Names } from './words.ts'

export type Editable = Draft & {
  name: Translated | null
  priority: number
  version: number | null
}

type PromotionFormProps = {
  promotion: Editable
  scope: Scope
  currency: string
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
}

const labels = (options: { label: string }[]) => options.map(({ label }) => label)

export function PromotionForm({ promotion, scope, currency, problem, values }: PromotionFormProps) {
  const t = useT()
  const { locale, timeZone } = useI18n()
  const isAwake = useHydrated()
  const [draft, setDraft] = useState<Draft>(promotion)
  const [names, setNames] = useState<Names>({
    products: labels(scope.productIds.chosen),
    categories: labels(scope.categoryIds.chosen),
    producers: labels(scope.producerIds.chosen),
  })
  const follow = (event: FormEvent<HTMLFormElement>) =>
    setDraft(draftOf(fieldsOf(new FormData(event.currentTarget), locale), promotion.kind))

  return (
    <Form problem={problem} values={values} className="panes" onInput={follow}>
      <div className="stack">
        <Card>
          <div className="form form-grid">
            <input type="hidden" name="intent" value="save" />
            {promotion.version !== null && <input type="hidden" name="version" value={promotion.version} />}
            {isAwake && <input type="hidden" name="isAwake" value="true" />}
            <TranslatedField
              name="name"
              label={t('promotions.name')}
              hint={t('promotions.nameHint')}
              defaultValue={promotion.name}
              maxLength={120}
              optional={promotion.version === null}
              className="field-wide"
            />
            <Effect promotion={promotion} currency={currency} />
            <MoneyField
              name="minimumTotal"
              label={t('promotions.minimumTotal')}
              defaultValue={promotion.minimumTotal}
              currency={currency}
              optional
            />
            <TextField
              name="code"
              label={t('promotions.code')}
              hint={t('promotions.codeHint')}
              defaultValue={promotion.code}
              maxLength={40}
              autoComplete="off"
              spellCheck={false}
              optional
              className="field-wide"
            />
          </div>
        </Card>
        <Card title={t('promotions.scope')}>
          <div className="form">
            <p className="text-ink-soft">{t('promotions.scopeHint')}</p>
            <ScopePicker
              name="productIds"
              label={t('promotions.products')}
              choice={scope.productIds}
              url="/api/v1/products"
              onChange={(products) => setNames((before) => ({ ...before, products }))}
            />
            <ScopePicker
              name="categoryIds"
              label={t('promotions.categories')}
              choice={scope.categoryIds}
              onChange={(categories) => setNames((before) => ({ ...before, categories }))}
            />
            <ScopePicker
              name="producerIds"
              label={t('promotions.producers')}
              choice={scope.producerIds}
              onChange={(producers) => setNames((before) => ({ ...before, producers }))}
            />
          </div>
        </Card>
        <Card title={t('promotions.limits')}>
          <div className="form form-grid">
            <DateField
              name="startsAt"
              label={t('promotions.startsAt')}
              hint={t('promotions.timeHint', { zone: timeZone })}
              defaultValue={promotion.startsAt}
              withTime
              optional
            />
            <DateField
              name="endsAt"
              label={t('promotions.endsAt')}
              hint={t('promotions.timeHint', { zone: timeZone })}
              defaultValue={promotion.endsAt}
              withTime
              optional
            />
            <NumberField
              name="usageLimit"
              label={t('promotions.usageLimit')}
              defaultValue={promotion.usageLimit}
              whole
              optional
            />
            <NumberField
              name="usageLimitPerCustomer"
              label={t('promotions.usageLimitPerCustomer')}
              defaultValue={promotion.usageLimitPerCustomer}
              whole
              optional
            />
            <NumberField
              name="priority"
              label={t('promotions.priority')}
              hint={t('promotions.priorityHint')}
              defaultValue={promotion.priority}
              whole
              optional
            />
            <div className="field-wide">
              <Switch
                name="isStackable"
                label={t('promotions.isStackable')}
                defaultChecked={promotion.isStackable}
              />
            </div>
          </div>
        </Card>
        <div>
          <SubmitButton>
            {promotion.version === null ? t('promotions.create') : t('promotions.save')}
          </SubmitButton>
        </div>
        <UnsavedGuard />
      </div>
      <Preview draft={draft} names={names} currency={currency} />
    </Form>
  )
}

/** How much, as the kind asks for it. */
function Effect({ promotion, currency }: { promotion: Editable; currency: string }) {
  const t = useT()
  const { kind } = promotion
  if (kind === 'percent')
    return (
      <NumberField name="value" label={t('promotions.percent')} defaultValue={promotion.value} after="%" />
    )
  if (kind === 'fixed')
    return (
      <MoneyField
        name="value"
        label={t('promotions.amount')}
        defaultValue={promotion.value}
        currency={currency}
      />
    )
  if (kind === 'freeShipping') return null
  return (
    <>
      <NumberField
        name="buyQuantity"
        label={t('promotions.buyQuantity')}
        defaultValue={promotion.buyQuantity}
        whole
      />
      <NumberField
        name="getQuantity"
        label={t('promotions.getQuantity')}
        defaultValue={promotion.getQuantity}
        whole
      />
    </>
  )
}
