/** Reminders of overdue invoices, in steps: each step once for each invoice, however often the job runs. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { defineTemplate } from '../../platform/mail/template.ts'
import { read, writing } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import type { Locale } from '../../platform/values/shapes.ts'
import { creditorReference, formatCreditorReference } from '../payments/providers/creditor-reference.ts'
import { openOf, type OpenItem } from '../receivables/open-items.ts'
import { todayOf } from '../receivables/periods.ts'
import { openItems } from '../receivables/schema.ts'
import { getInvoice } from './find.ts'

/** Days after the due day. */
const steps = [3, 14, 30]

type ReminderMail = {
  number: string
  issuedOn: string
  dueOn: string
  open: string
  currency: string
  reference: string
}

export const reminderMail = defineTemplate<ReminderMail>({
  name: 'invoice.reminder',
  purpose: 'invoicing.mailReminderPurpose',
  subject: 'invoicing.mailReminderSubject',
  body: 'invoicing.mailReminderBody',
  needs: ['facts'],
  fill: (mail, house) => {
    const open = house.money({ amount: mail.open, currency: mail.currency })
    return {
      values: {
        number: mail.number,
        issuedOn: house.date(mail.issuedOn),
        dueOn: house.date(mail.dueOn),
        open,
      },
      parts: {
        facts: [
          {
            kind: 'facts',
            rows: [
              { label: house.t('invoicing.mailReminderOpen'), value: open },
              { label: house.t('invoicing.mailReminderReference'), value: mail.reference },
            ],
          },
        ],
      },
    }
  },
  sample: () => ({
    number: 'INV-2026-000123',
    issuedOn: '2026-05-14',
    dueOn: '2026-06-13',
    open: '124.00',
    currency: 'EUR',
    reference: 'RF71 INV2 0260 0012 3',
  }),
})

/** The step that an invoice has reached, none before the first. */
export function stepOf(dueOn: string, today: string): number {
  const late = Temporal.PlainDate.from(dueOn).until(today, { largestUnit: 'day' }).days
  return steps.filter((days) => days <= late).length
}

/** Of invoices that have passed several steps unseen only the last is sent. */
export async function sendReminders(ctx: Context): Promise<void> {
  const today = todayOf(ctx)
  for (const item of await overdueItems(ctx, today)) {
    const step = stepOf(item.dueOn, today)
    if (step > 0) await remind(ctx, item, step)
  }
}

const mostAtOnce = 5000

const overdueItems = (ctx: Context, today: string): Promise<OpenItem[]> =>
  read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(openItems)
      .where(
        and(
          eq(openItems.tenantId, ctx.tenantId),
          eq(openItems.side, 'debit'),
          sql`paid + credited < total`,
          sql`due_on <= ${today}::date - ${steps[0]!}::int`,
        ),
      )
      .orderBy(asc(openItems.dueOn), asc(openItems.invoiceId))
      .limit(mostAtOnce),
  )

async function remind(ctx: Context, item: OpenItem, step: number): Promise<void> {
  await writing(ctx, async (ctx) => {
    const { invoice } = await getInvoice(ctx, item.invoiceId)
    if (!invoice.buyer?.email) return
    await queueMail(ctx, {
      effectKey: `${reminderMail.name} ${invoice.id} ${step}`,
      template: reminderMail,
      data: {
        number: invoice.number!,
        issuedOn: item.issuedOn,
        dueOn: item.dueOn,
        open: openOf(item),
        currency: item.currency,
        reference: formatCreditorReference(creditorReference(invoice.number!, invoice.id)),
      },
      to: invoice.buyer.email,
      name: invoice.buyer.name,
      locale: invoice.locale as Locale,
      entity: 'invoice',
      entityId: invoice.id,
    })
  })
}

export const invoicingJobs = [
  { name: 'invoices.remind', handle: (ctx: Context) => sendReminders(ctx), cron: '0 6 * * *' },
] as const satisfies readonly JobDefinition[]
