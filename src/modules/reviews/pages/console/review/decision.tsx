/** Letting a review through, refusing it with a reason, or taking the decision back. */
import { Form as PlainForm } from 'react-router'
import { Form } from '../../../../../ui/forms/form.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../../ui/parts/date-time.tsx'
import type { Route } from '../+types/review.ts'

type DecisionProps = {
  review: Route.ComponentProps['loaderData']['review']
  problem: Problem | null
  values?: Record<string, string>
}

export function Decision({ review: { id, status, reason, decidedAt }, problem, values }: DecisionProps) {
  const t = useT()
  return (
    <Card title={t('reviews.decide')}>
      {decidedAt && (
        <p className="mb-3 text-ink-soft">
          {t(`reviews.status_${status}`)} · <DateTime at={decidedAt} format="dateTime" />
          {reason && <span className="mt-1 block text-ink">{reason}</span>}
        </p>
      )}
      <PlainForm method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="id" value={id} />
        {status !== 'published' && (
          <Button type="submit" name="intent" value="publish" tone="primary">
            {t('reviews.publish')}
          </Button>
        )}
        {status !== 'pending' && (
          <Button type="submit" name="intent" value="restore">
            {t('reviews.restore')}
          </Button>
        )}
      </PlainForm>
      {status !== 'refused' && (
        <Form problem={problem} values={values} className="form mt-5 border-t border-line pt-4">
          <input type="hidden" name="intent" value="refuse" />
          <input type="hidden" name="id" value={id} />
          <TextArea
            name="reason"
            label={t('reviews.reason')}
            hint={t('reviews.reasonHint')}
            rows={3}
            maxLength={500}
          />
          <SubmitButton tone="danger">{t('reviews.refuseIt')}</SubmitButton>
        </Form>
      )}
    </Card>
  )
}
