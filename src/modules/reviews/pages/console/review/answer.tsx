/** The producer's answer: shown when there is one, else written by whoever may. It is given once. */
import { Form } from '../../../../../ui/forms/form.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import type { Route } from '../+types/review.ts'

type AnswerProps = {
  review: Route.ComponentProps['loaderData']['review']
  producer: string
  mayAnswer: boolean
  problem: Problem | null
}

export function Answer({ review, producer, mayAnswer, problem }: AnswerProps) {
  const t = useT()
  return (
    <Card title={t('reviews.answer', { producer })}>
      {review.answer !== null && <p className="whitespace-pre-line">{review.answer}</p>}
      {review.answer === null && !mayAnswer && <p className="text-ink-soft">{t('reviews.noAnswerYet')}</p>}
      {review.answer === null && mayAnswer && (
        <Form problem={problem}>
          <input type="hidden" name="intent" value="answer" />
          <TextArea
            name="answer"
            label={t('reviews.yourAnswer')}
            hint={t('reviews.answerHint')}
            rows={4}
            maxLength={2000}
          />
          <SubmitButton>{t('reviews.sendAnswer')}</SubmitButton>
        </Form>
      )}
    </Card>
  )
}
