/** One change of price for the products that were chosen in the list. */
import { redirect } from 'react-router'
import type { Route } from './+types/prices.ts'
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
    return bulkChangeProducts(ctx, {
      productIds: chosen(url),
      change:
        fields.text('change.kind') === 'price'
          ? { kind: 'price', price: fields.decimal('change.value') }
          : { kind: 'pricePercent', percent: fields.whole('change.value') },
    })
  })
  if (outcome.problem) {
    // Whichever was meant, it was typed into the same field.
    const errors = outcome.problem.errors.map((error) => ({
      ...error,
      pointer: error.pointer.replace(/^\/change\/(?:price|percent)$/, '/change/value'),
    }))
    return refused({ ...outcome, problem: { ...outcome.problem, errors } }, form)
  }
  const { changed, failed } = outcome.result
  flash(
    context,
    failed.length > 0
      ? { key: 'catalog.bulkPartly', values: { count: changed.length, failed: failed.length }, tone: 'bad' }
      : { key: 'catalog.bulkDone', values: { count: changed.length } },
  )
  return redirect('/console/products')
}

export default function Prices({ loaderData: { count }, actionData }: Route.ComponentProps) {
  const t = useT()
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
          <Form problem={actionData?.problem ?? null} values={actionData?.values}>
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
