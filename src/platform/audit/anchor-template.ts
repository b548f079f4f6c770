/** The mail that carries a day's anchor away. */
import { defineTemplate } from '../mail/template.ts'
import type { Anchor } from './anchor.ts'

export const anchorMail = defineTemplate<Anchor>({
  name: 'audit.anchor',
  purpose: 'mail.anchorPurpose',
  subject: 'mail.anchorSubject',
  body: 'mail.anchorBody',
  needs: ['anchor'],
  fill: (anchor, { t, date, locale }) => ({
    values: { day: date(anchor.day) },
    parts: {
      facts: [
        {
          kind: 'facts',
          rows: [
            { label: t('mail.anchorDay'), value: date(anchor.day) },
            { label: t('mail.anchorRows'), value: anchor.position.toLocaleString(locale) },
            { label: t('mail.anchorHead'), value: `${anchor.hash.slice(0, 16)}…` },
          ],
        },
      ],
      anchor: [{ kind: 'quote', text: JSON.stringify(anchor) }],
    },
  }),
  sample: ({ organization }) => ({
    version: 1,
    tenantId: organization.id,
    day: '2026-06-13',
    position: 1_234,
    hash: '5f'.repeat(32),
    signature: 'a1'.repeat(32),
  }),
})
