/** The mail to those who look after the system. */
import { defineTemplate } from './template.ts'

export type AlertMail = {
  /** A few words: "4 mails could not be sent". */
  title: string
  /** What was found, one sentence each. */
  findings: readonly { label: string; value: string }[]
  /** Where to look, absolute. */
  url: string
}

export const alertMail = defineTemplate<AlertMail>({
  name: 'system.alert',
  purpose: 'mail.alertPurpose',
  subject: 'mail.alertSubject',
  body: 'mail.alertBody',
  needs: ['findings'],
  fill: ({ title, findings, url }, { t }) => ({
    values: { title, url },
    parts: {
      findings: [{ kind: 'facts', rows: findings }],
      button: [{ kind: 'button', label: t('mail.alertButton'), url }],
    },
  }),
  sample: ({ link, locale }) => ({
    title: locale === 'el' ? '4 μηνύματα δεν στάλθηκαν' : '4 mails could not be sent',
    findings: [
      locale === 'el'
        ? { label: 'Μηνύματα που απέτυχαν', value: '4' }
        : { label: 'Mails that failed', value: '4' },
    ],
    url: link('/console/health'),
  }),
})
