/** A new product. A producer's product is theirs; the house says whose it is. */
import { redirect } from 'react-router'
import type { Route } from './+types/new-product.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { createProduct } from '../../create-product.ts'
import { flagNames } from '../../values.ts'
import { choicesOf } from './product/load.ts'
import { type EditableProduct, ProductForm } from './product/product-form.tsx'
import { inputOf, namingLines } from './product/save.ts'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'products.write', 'products.writeAny')
    return { choices: await choicesOf(ctx) }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => {
    requirePermission(ctx, 'products.write', 'products.writeAny')
    const producerId = fields.optional('producerId')
    return createProduct(ctx, { ...inputOf(fields), ...(producerId && { producerId }) })
  })
  if (outcome.problem)
    return refused(
      { ...outcome, problem: namingLines(outcome.problem, fields, ctx.organization.defaultLocale) },
      form,
    )
  flash(context, { key: 'catalog.productCreated' })
  return redirect(`/console/products/${outcome.result.id}`)
}

const blank: EditableProduct = {
  id: null,
  producerId: null,
  slug: '',
  name: {},
  description: {},
  seoTitle: {},
  seoDescription: {},
  categoryId: null,
  vatClass: 'standard',
  status: 'draft',
  tags: [],
  facts: { rows: [], flags: flagNames.map((key) => ({ key, isOn: false })) },
  variants: [],
}

export default function NewProduct({ loaderData: { choices }, actionData }: Route.ComponentProps) {
  const t = useT()
  return (
    <div className="stack">
      <title>{t('catalog.newProduct')}</title>
      <PageHeader
        title={t('catalog.newProduct')}
        crumbs={[{ to: '/console/products', label: t('catalog.managed') }]}
      />
      <ProductForm
        product={blank}
        version={null}
        choices={choices}
        problem={useConsoleProblem(actionData?.problem)}
        values={actionData?.values}
      />
    </div>
  )
}
