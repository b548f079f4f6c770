/** The gallery's forms: untouched, refused, and the console's own controls. */
import { useI18n } from '../i18n.tsx'
import { Combobox } from '../console/combobox.tsx'
import { DateRange } from '../console/date-range.tsx'
import { Reorder } from '../console/reorder.tsx'
import { Checkbox, Switch } from '../forms/checkbox.tsx'
import { DateField } from '../forms/date-field.tsx'
import { Form } from '../forms/form.tsx'
import { MoneyField, NumberField } from '../forms/number-field.tsx'
import { RadioCards } from '../forms/radio-cards.tsx'
import { Select } from '../forms/select.tsx'
import { SubmitButton } from '../forms/submit-button.tsx'
import { TextArea, TextField } from '../forms/text-field.tsx'
import { TranslatedField } from '../forms/translated-field.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { PageHeader } from '../layouts/page-header.tsx'
import { Card } from '../parts/card.tsx'
import { samples } from './samples.ts'

export function FormsView() {
  const { locale } = useI18n()
  const { words, products, categories } = samples[locale]
  const options = categories.map((label, index) => ({ value: String(index), label }))
  return (
    <div className="stack">
      <PageHeader title={products[0]!} crumbs={[{ to: '?view=list', label: words.orders }]} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card title={words.description}>
          <Form problem={null} className="form form-grid">
            <TranslatedField
              name="name"
              label={words.name}
              defaultValue={{ el: samples.el.products[0], en: samples.en.products[0] }}
              className="field-wide"
            />
            <TranslatedField
              name="description"
              label={words.description}
              rows={4}
              optional
              className="field-wide"
            />
            <MoneyField name="price" label={words.price} defaultValue="12.50" />
            <NumberField name="stock" label={words.stock} whole defaultValue={48} hint={words.courierHint} />
            <Select name="unit" label={words.unit} options={options} placeholder="–" />
            <DateField name="on" label={words.day} optional />
            <TextArea name="notes" label={words.notes} optional className="field-wide" />
            <Switch name="published" label={words.terms} defaultChecked hint={words.courierHint} />
            <Checkbox name="terms" label={words.terms} />
            <SubmitButton>{words.save}</SubmitButton>
            <UnsavedGuard />
          </Form>
        </Card>
        <div className="stack">
          <Card title={words.refuse}>
            <Form
              problem={{
                title: words.refuse,
                requestId: '0197-5b2e',
                errors: [
                  { pointer: '/email', message: words.invalid },
                  { pointer: '/shipping', message: words.refuse },
                ],
              }}
              values={{ email: 'maria@' }}
            >
              <TextField name="email" type="email" label={words.email} hint={words.courierHint} />
              <RadioCards
                name="shipping"
                label={words.shipping}
                cards={[
                  { value: 'acs', label: words.courier, hint: words.courierHint },
                  { value: 'pickup', label: words.pickup },
                ]}
              />
              <SubmitButton>{words.save}</SubmitButton>
            </Form>
          </Card>
          <Card title="Console">
            <div className="form">
              <Combobox name="category" label={words.unit} options={options} defaultValue={options[1]!} />
              <DateRange label={words.placed} today="2026-06-20" from="2026-06-01" to="2026-06-20" />
              <Reorder
                label={words.items}
                items={options.slice(0, 4).map(({ value, label }) => ({ id: value, label }))}
                name="order"
              />
            </div>
          </Card>
        </div>
      </div>
    </div>
  )
}
