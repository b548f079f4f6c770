/** What staff know of a customer, with notes and tags. */
import { Form } from '../../../../../ui/forms/form.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { Select } from '../../../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TextArea, TextField } from '../../../../../ui/forms/text-field.tsx'
import { UnsavedGuard } from '../../../../../ui/forms/unsaved-guard.tsx'
import { localeNames, locales } from '../../../../../platform/i18n/locales.ts'
import { useT } from '../../../../../ui/i18n.tsx'
import { kinds } from './save.ts'

export type EditableCustomer = {
  name: string
  kind: string
  email: string | null
  phone: string | null
  vatNumber: string | null
  locale: string
  tags: readonly string[]
  note: string | null
  version: number | null
}

type CustomerFormProps = {
  customer: EditableCustomer | null
  /** Tags that others have, to choose from. */
  tags: readonly string[]
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
}

export function CustomerForm({ customer, tags, problem, values }: CustomerFormProps) {
  const t = useT()
  return (
    <Form problem={problem} values={values} className="form">
      {customer && <input type="hidden" name="version" value={customer.version!} />}
      <TextField name="name" label={t('customers.name')} defaultValue={customer?.name} maxLength={160} />
      <div className="form form-grid">
        <Select
          name="kind"
          label={t('customers.kind')}
          options={kinds.map((value) => ({ value, label: t(`customers.kind_${value}`) }))}
          defaultValue={customer?.kind ?? 'person'}
        />
        <Select
          name="locale"
          label={t('customers.language')}
          options={locales.map((value) => ({ value, label: localeNames[value] }))}
          defaultValue={customer?.locale ?? 'el'}
        />
        <TextField name="email" type="email" label="E-mail" defaultValue={customer?.email} optional />
        <TextField
          name="phone"
          type="tel"
          label={t('customers.phone')}
          defaultValue={customer?.phone}
          maxLength={32}
          optional
        />
        <TextField
          name="vatNumber"
          label={t('customers.vatNumber')}
          defaultValue={customer?.vatNumber}
          maxLength={20}
          optional
        />
        <TextField
          name="tags"
          label={t('customers.tags')}
          hint={t('customers.tagsHint')}
          defaultValue={customer?.tags.join(', ')}
          list="customer-tags"
          optional
        />
      </div>
      <datalist id="customer-tags">
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <TextArea
        name="note"
        label={t('customers.note')}
        hint={t('customers.noteHint')}
        defaultValue={customer?.note}
        rows={4}
        maxLength={4000}
        optional
      />
      <SubmitButton>{customer ? t('customers.save') : t('customers.make')}</SubmitButton>
      <UnsavedGuard />
    </Form>
  )
}
