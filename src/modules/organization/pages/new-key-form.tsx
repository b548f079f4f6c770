/** The form that makes a key, folded away until it is wanted. */
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { DateField } from '../../../ui/forms/date-field.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import type { Problem } from '../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Disclosure } from '../../../ui/parts/disclosure.tsx'

type Props = { problem: Problem | null; values: Readonly<Record<string, unknown>>; made: string | null }

export function NewKeyForm({ problem, values, made }: Props) {
  const t = useT()
  return (
    <Disclosure summary={t('organization.newKey')} open={problem !== null} key={made}>
      <Form problem={problem} values={values}>
        <TextField
          name="name"
          label={t('organization.name')}
          hint={t('organization.keyNameHint')}
          autoComplete="off"
        />
        <DateField name="expiresOn" label={t('organization.goodUntil')} optional />
        <Checkbox
          name="isReadOnly"
          label={t('organization.readOnly')}
          hint={t('organization.readOnlyHint')}
        />
        <SubmitButton>{t('organization.makeKey')}</SubmitButton>
      </Form>
    </Disclosure>
  )
}
