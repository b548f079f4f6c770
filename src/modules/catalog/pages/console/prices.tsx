/** One change of price or stock for the products that were chosen in the list. */
import { redirect } from 'react-router'
import type { Route } from './+types/prices.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { NumberField } from '../../../../ui/forms/number-field.tsx'
import { RadioCards } from '../../../../ui/forms/radio-cards.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { bulkChangeProducts } from '../../bulk.ts'
import { afterBulk, amountChangeOf } from './product/bulk.ts'

const chosen = ({ searchParams }: URL): string[] => searchParams.getAll('id').filter(Boolean)

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'products.write', 'products.writeAny')
    return { count: chosen(url).length }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => {
    requirePermission(ctx, 'products.write', 'products.writeAny')
    return bulkChangeProducts(ctx, { productIds: chosen(url), change: amountChangeOf(fields) })
  })
  if (outcome.problem) {
    // Whichever was meant, it was typed into the same field.
    const errors = outcome.problem.errors.map((error) => ({
      ...error,
      pointer: error.pointer.replace(/^\/change\/(?:price|percent|stock|quantity)$/, '/change/value'),
    }))
    return refused({ ...outcome, problem: { ...outcome.problem, errors } }, form)
  }
  const { to, message } = afterBulk(outcome.result, '/console/products')
  if (message) flash(context, message)
  return redirect(to)
}

export default function Prices({ loaderData: { count }, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  return (
    <div className="stack">
      <title>{t('catalog.changePrices')}</title>
      <PageHeader
        title={t('catalog.changePrices')}
        crumbs={[{ to: '/console/products', label: t('catalog.managed') }]}
        text={count > 0 ? t('catalog.changePricesOf', { count }) : undefined}
      />
      {count === 0 ? (
        <EmptyState
          title={t('catalog.priceNone')}
          text={t('catalog.priceNoneText')}
          actions={<LinkButton to="/console/products">{t('catalog.managed')}</LinkButton>}
        />
      ) : (
        <Card>
          <Form problem={problem} values={actionData?.values}>
            <RadioCards
              name="change.kind"
              label={t('catalog.priceHow')}
              defaultValue="pricePercent"
              cards={[
                {
                  value: 'pricePercent',
                  label: t('catalog.priceByPercent'),
                  hint: t('catalog.priceByPercentHint'),
                },
                { value: 'price', label: t('catalog.priceToOne') },
                { value: 'stockBy', label: t('catalog.stockByAmount'), hint: t('catalog.stockByAmountHint') },
                { value: 'stock', label: t('catalog.stockToOne') },
              ]}
            />
            <NumberField name="change.value" label={t('catalog.priceValue')} />
            <SubmitButton>{t('catalog.changePrices')}</SubmitButton>
          </Form>
        </Card>
      )}
    </div>
  )
}
