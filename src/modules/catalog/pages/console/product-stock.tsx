/** The stock of one variant: what there is, what moved it, and moving it by hand with a reason. */
import { redirect } from 'react-router'
import type { Route } from './+types/product-stock.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { NumberField } from '../../../../ui/forms/number-field.tsx'
import { Select } from '../../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { manualStockReasons } from '../../values.ts'
import { adjustIn, loadStock } from './product/stock.ts'

export function loader({ context, params, url }: Route.LoaderArgs) {
  return orErrorPage(() => loadStock(stoa(context), params.id, params.variantId, url))
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const outcome = await attempt(() => adjustIn(ctx, params.variantId, fieldsOf(form, ctx.locale)))
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'catalog.stockMoved', values: { count: outcome.result.stock } })
  return redirect(`/console/products/${params.id}/stock/${params.variantId}`)
}

type Row = Route.ComponentProps['loaderData']['movements'][number]

export default function ProductStock({ loaderData, actionData }: Route.ComponentProps) {
  const { product, variant, movements, page, total } = loaderData
  const t = useT()
  const { number } = useFormat()
  const problem = useConsoleProblem(actionData?.problem)
  const signed = (quantity: number) => (quantity > 0 ? `+${number(quantity)}` : number(quantity))
  const columns: Column<Row>[] = [
    { key: 'at', label: t('catalog.importAt'), render: (row) => <DateTime at={row.at} format="dateTime" /> },
    { key: 'reason', label: t('catalog.stockReason'), render: (row) => t(`catalog.reason_${row.reason}`) },
    { key: 'note', label: t('catalog.stockNote'), render: (row) => row.note ?? '–' },
    {
      key: 'quantity',
      label: t('catalog.stockQuantity'),
      align: 'end',
      card: 'aside',
      render: (row) => signed(row.quantity),
    },
  ]
  return (
    <div className="stack">
      <title>{t('catalog.stockOf', { sku: variant.sku })}</title>
      <PageHeader
        title={t('catalog.stockOf', { sku: variant.sku })}
        crumbs={[
          { to: '/console/products', label: t('catalog.managed') },
          { to: `/console/products/${product.id}`, label: product.name },
        ]}
        mark={
          <Badge tone={variant.stock <= variant.lowStockAt ? 'warn' : 'good'}>
            {t('catalog.stockThere', { count: variant.stock })}
          </Badge>
        }
        text={variant.name || undefined}
      />
      <Card title={t('catalog.stockMove')}>
        <Form problem={problem} values={actionData?.values} className="form form-grid">
          <NumberField
            name="quantity"
            label={t('catalog.stockQuantity')}
            hint={t('catalog.stockQuantityHint')}
            whole
          />
          <Select
            name="reason"
            label={t('catalog.stockReason')}
            options={manualStockReasons.map((value) => ({ value, label: t(`catalog.reason_${value}`) }))}
            defaultValue="received"
          />
          <TextField
            name="note"
            label={t('catalog.stockNote')}
            maxLength={500}
            className="field-wide"
            optional
          />
          <SubmitButton>{t('catalog.stockMoveNow')}</SubmitButton>
        </Form>
      </Card>
      <List
        name="stock"
        caption={t('catalog.stockLedger')}
        rows={movements}
        rowKey={(row) => row.id}
        rowLabel={(row) => signed(row.quantity)}
        columns={columns}
        page={page}
        total={total}
        empty={<p className="text-ink-soft">{t('catalog.stockLedgerEmpty')}</p>}
        loading={false}
        error={null}
      />
    </div>
  )
}
