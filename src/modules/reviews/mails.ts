/** What a review's writer is told: that it is shown, why it is not, and that the producer answered. */
import { defineTemplate } from '../../platform/mail/template.ts'

export type ReviewMail = { product: string; url: string }

export const publishedMail = defineTemplate<ReviewMail>({
  name: 'review.published',
  purpose: 'reviews.publishedPurpose',
  subject: 'reviews.publishedSubject',
  body: 'reviews.publishedBody',
  needs: ['button'],
  fill: ({ product, url }, { t }) => ({
    values: { product },
    parts: { button: [{ kind: 'button', label: t('reviews.mailButton'), url }] },
  }),
  sample: ({ link, locale }) => ({ product: sampleName(locale), url: link('/products/example') }),
})

export const refusedMail = defineTemplate<{ product: string; reason: string }>({
  name: 'review.refused',
  purpose: 'reviews.refusedPurpose',
  subject: 'reviews.refusedSubject',
  body: 'reviews.refusedBody',
  needs: ['reason'],
  fill: ({ product, reason }) => ({
    values: { product },
    parts: { reason: [{ kind: 'quote', text: reason }] },
  }),
  sample: ({ locale }) => ({
    product: sampleName(locale),
    reason:
      locale === 'el'
        ? 'Αφορά τη μεταφορική εταιρεία και όχι το προϊόν.'
        : 'It is about the courier and not about the product.',
  }),
})

export const answeredMail = defineTemplate<ReviewMail & { producer: string; answer: string }>({
  name: 'review.answered',
  purpose: 'reviews.answeredPurpose',
  subject: 'reviews.answeredSubject',
  body: 'reviews.answeredBody',
  needs: ['answer'],
  fill: ({ product, producer, answer, url }, { t }) => ({
    values: { product, producer },
    parts: {
      answer: [{ kind: 'quote', text: answer }],
      button: [{ kind: 'button', label: t('reviews.mailButton'), url }],
    },
  }),
  sample: ({ link, locale }) => ({
    product: sampleName(locale),
    producer: locale === 'el' ? 'Κτήμα Ελαιώνας' : 'Elaionas Estate',
    answer: locale === 'el' ? 'Σας ευχαριστούμε από καρδιάς!' : 'Thank you with all our heart!',
    url: link('/products/example'),
  }),
})

const sampleName = (locale: string) => (locale === 'el' ? 'Ελαιόλαδο Κορωνέικη' : 'Koroneiki olive oil')
