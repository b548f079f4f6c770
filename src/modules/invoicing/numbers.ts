/** Numbers of issued documents: one after the other in each series and year, with days that never run backwards. */
import { sql } from 'drizzle-orm'
import { conflict } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { InvoiceKind } from './values.ts'

export type Drawn = { number: string; period: string; sequence: number }

/**
 * The next number: both rows stay locked until the commit, so numbers are given in the order of the commits and a
 * transaction that fails gives its own back. Draw as late as possible.
 */
export async function drawNumber(
  ctx: Inside,
  kind: InvoiceKind,
  series: string,
  issuedOn: string,
): Promise<Drawn> {
  const { rows: admitted } = await ctx.db.execute<{ code: string }>(sql`
    insert into invoice_series (tenant_id, code, kind, last_on) values (${ctx.tenantId}, ${series}, ${kind}, ${issuedOn}::date)
    on conflict (tenant_id, code) do update set last_on = excluded.last_on
      where invoice_series.kind = excluded.kind and invoice_series.last_on <= excluded.last_on
    returning code`)
  if (admitted.length === 0) throw await whyNot(ctx, kind, series, issuedOn)
  const period = issuedOn.slice(0, 4)
  const { rows } = await ctx.db.execute<{ value: number }>(sql`
    insert into counters (tenant_id, series, period, value) values (${ctx.tenantId}, ${`invoice ${series}`}, ${period}, 1)
    on conflict (tenant_id, series, period) do update set value = counters.value + 1 returning value`)
  const sequence = rows[0]!.value
  return { number: `${series}-${period}-${String(sequence).padStart(6, '0')}`, period, sequence }
}

async function whyNot(ctx: Inside, kind: InvoiceKind, series: string, issuedOn: string) {
  const { rows } = await ctx.db.execute<{ kind: InvoiceKind; last_on: string }>(
    sql`select kind, last_on::text from invoice_series where tenant_id = ${ctx.tenantId} and code = ${series}`,
  )
  const known = rows[0]!
  if (known.kind !== kind)
    return conflict(
      `The series ${series} is for ${known.kind === 'invoice' ? 'invoices' : 'credit notes'}.`,
      {
        code: 'series_of_other_kind',
      },
    )
  return conflict(
    `The last of the series ${series} is of ${known.last_on}; ${issuedOn} would run backwards.`,
    {
      code: 'date_before_last',
      details: { lastOn: known.last_on },
    },
  )
}
