/** Asks to send something back: how many of what, and why. */
import { Form } from '../../../ui/forms/form.tsx'
import { NumberField } from '../../../ui/forms/number-field.tsx'
import type { Problem } from '../../../ui/forms/problem.ts'
import { Select } from '../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import type { OrderPageLine } from './order-view.ts'

const reasons = ['damaged', 'wrong_item', 'not_as_described', 'changed_mind', 'other'] as const

type OrderReturnProps = {
  lines: readonly OrderPageLine[]
  problem: Problem | null
  values?: Record<string, string>
}

export function OrderReturn({ lines, problem, values }: OrderReturnProps) {
  const t = useT()
  return (
    <Form problem={problem} values={values}>
      <input type="hidden" name="intent" value="return" />
      <p>{t('checkout.returnText')}</p>
      {lines
        .filter((line) => line.returnable > 0)
        .map((line) => (
          <NumberField
            key={line.id}
            whole
            name={`quantity.${line.id}`}
            label={[line.name, line.variantName].filter(Boolean).join(', ')}
            hint={t('checkout.upTo', { count: line.returnable })}
            defaultValue="0"
            className="field-short"
          />
        ))}
      <Select
        name="reason"
        label={t('checkout.returnReason')}
        placeholder={t('checkout.choose')}
        options={reasons.map((value) => ({ value, label: t(`checkout.reason_${value}`) }))}
      />
      <TextArea name="note" optional label={t('checkout.returnNote')} rows={2} maxLength={1000} />
      <SubmitButton>{t('checkout.returnSubmit')}</SubmitButton>
    </Form>
  )
}
