/** The mails that answer an application. */
import { defineTemplate } from '../../platform/mail/template.ts'

type Approved = { producer: string; url: string }

/** To an applicant with an account; `url` is the producer's side of the house. */
export const approvedMail = defineTemplate<Approved>({
  name: 'producer.approved',
  purpose: 'producers.approvedPurpose',
  subject: 'producers.approvedSubject',
  body: 'producers.approvedBody',
  needs: ['button'],
  fill: ({ producer, url }, { t }) => ({
    values: { producer },
    parts: { button: [{ kind: 'button', label: t('producers.approvedButton'), url }] },
  }),
  sample: ({ link, locale }) => ({ producer: sampleName(locale), url: link('/console') }),
})

/** To an applicant without one; `url` is absolute and carries the invitation's token. */
export const invitedMail = defineTemplate<Approved & { expiresAt: Date }>({
  name: 'producer.invited',
  purpose: 'producers.invitedPurpose',
  subject: 'producers.approvedSubject',
  body: 'producers.invitedBody',
  needs: ['button'],
  isConfidential: true,
  fill: ({ producer, url, expiresAt }, { t, date }) => ({
    values: { producer, until: date(expiresAt) },
    parts: { button: [{ kind: 'button', label: t('producers.invitedButton'), url }] },
  }),
  sample: ({ link, locale }) => ({
    producer: sampleName(locale),
    url: link('/invitation?token=example'),
    expiresAt: new Date('2026-07-01T12:00:00Z'),
  }),
})

export const refusedMail = defineTemplate<{ producer: string; reason: string }>({
  name: 'producer.refused',
  purpose: 'producers.refusedPurpose',
  subject: 'producers.refusedSubject',
  body: 'producers.refusedBody',
  needs: ['reason'],
  fill: ({ producer, reason }) => ({
    values: { producer },
    parts: { reason: [{ kind: 'quote', text: reason }] },
  }),
  sample: ({ locale }) => ({
    producer: sampleName(locale),
    reason:
      locale === 'el'
        ? 'Αυτή την περίοδο δεν δεχόμαστε νέους παραγωγούς στην περιοχή σας.'
        : 'We take no new producers from your region at the moment.',
  }),
})

const sampleName = (locale: string) => (locale === 'el' ? 'Κτήμα Ελαιώνας' : 'Elaionas Estate')
