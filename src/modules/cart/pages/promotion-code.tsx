/** Codes that take something off: those in use, and a field for one more. */
import Tag from 'lucide-react/icons/tag'
import { Form as PlainForm } from 'react-router'
import { Form } from '../../../ui/forms/form.tsx'
import type { Problem } from '../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Disclosure } from '../../../ui/parts/disclosure.tsx'
import type { Basket } from './basket.ts'

type PromotionCodeProps = {
  applied: Basket['promotions']
  problem: Problem | null
  action?: string
}

export function PromotionCode({ applied, problem, action = '/cart' }: PromotionCodeProps) {
  const t = useT()
  return (
    <div className="code-box">
      {applied.map(({ code, name }) =>
        code ? (
          <PlainForm key={code} method="post" action={action} className="code-used" preventScrollReset>
            <input type="hidden" name="intent" value="code-remove" />
            <input type="hidden" name="code" value={code} />
            <Tag aria-hidden />
            <span>
              <strong>{code}</strong> {name}
            </span>
            <button type="submit" className="link" aria-label={t('cart.codeRemoveOf', { code })}>
              {t('cart.remove')}
            </button>
          </PlainForm>
        ) : (
          <p key={name} className="code-used">
            <Tag aria-hidden />
            <span>{name}</span>
          </p>
        ),
      )}
      <Disclosure summary={t('cart.haveCode')} open={problem !== null}>
        <Form problem={problem} action={action} className="code-form" preventScrollReset>
          <input type="hidden" name="intent" value="code-add" />
          <TextField
            name="code"
            label={t('cart.code')}
            hideLabel
            placeholder={t('cart.code')}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
          />
          <SubmitButton tone="quiet">{t('cart.codeUse')}</SubmitButton>
        </Form>
      </Disclosure>
    </div>
  )
}
