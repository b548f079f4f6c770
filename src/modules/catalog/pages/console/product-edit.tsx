/** One product: changed, put on the shelf or taken off it, deleted. */
import { Form, redirect } from 'react-router'
import type { Route } from './+types/product-edit.ts'
import { RecordHistoryCard } from '../../../../frames/record-history.tsx'
import { requirePermission } from '../../../../platform/access/require.ts'
import { historyOf } from '../../../../platform/audit/history.ts'
import { notFound } from '../../../../platform/http/app-error.ts'
import type { MessageKey } from '../../../../platform/i18n/keys.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf, type FormFields } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { inLocale } from '../../../../platform/values/shapes.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Button, LinkButton } from '../../../../ui/parts/button.tsx'
import { ConfirmButton } from '../../../../ui/parts/confirm-button.tsx'
import { deleteProduct, publishProduct, unpublishProduct, updateProduct } from '../../change-product.ts'
import { getProduct } from '../../get-product.ts'
import { mayWriteProduct } from '../../policy.ts'
import { choicesOf } from './product/load.ts'
import { ProductForm } from './product/product-form.tsx'
import { inputOf, namingLines } from './product/save.ts'
import { statusTones } from './product/tones.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'products.write', 'products.writeAny')
    const [product, choices] = await Promise.all([getProduct(ctx, params.id), choicesOf(ctx)])
    if (!mayWriteProduct(ctx.actor, product)) throw notFound('product')
    const { name, description, categoryId, vatClass, status, version } = product
    const variantIds = product.variants.map(({ id }) => id)
    const text = (value: typeof name) => inLocale(value, ctx.locale, ctx.organization.defaultLocale)
    return {
      product: {
        name,
        description,
        categoryId,
        vatClass,
        status,
        version,
        variants: product.variants.map((variant) => ({
          id: variant.id,
          sku: variant.sku,
          name: variant.name[choices.mainLocale] ?? '',
          price: variant.price,
          compareAt: variant.compareAt,
          stock: variant.stock,
          weightGrams: variant.weightGrams,
        })),
      },
      slug: product.slug,
      title: text(name),
      producer: text(product.producer.name),
      choices,
      history: await historyOf(ctx, { product: [product.id], variant: variantIds, stock: variantIds }),
    }
  })
}

/** What the form asks; the message that it was done. */
async function run(ctx: Context, productId: string, fields: FormFields): Promise<MessageKey> {
  requirePermission(ctx, 'products.write', 'products.writeAny')
  switch (fields.text('intent')) {
    case 'delete':
      await deleteProduct(ctx, { productId })
      return 'catalog.productDeleted'
    case 'publish':
      await publishProduct(ctx, { productId })
      return 'catalog.productPublished'
    case 'unpublish':
      await unpublishProduct(ctx, { productId })
      return 'catalog.productUnpublished'
    default:
      await updateProduct(ctx, { productId, ...inputOf(fields) }, fields.whole('version'))
      return 'catalog.productSaved'
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => run(ctx, params.id, fields))
  if (outcome.problem) return refused({ ...outcome, problem: namingLines(outcome.problem, fields) }, form)
  const isDeleted = outcome.result === 'catalog.productDeleted'
  flash(context, {
    key: outcome.result,
    ...(isDeleted && {
      undo: { action: '/console/products', fields: { intent: 'restore', ids: params.id } },
    }),
  })
  return redirect(isDeleted ? '/console/products' : `/console/products/${params.id}`)
}

export default function ProductEdit({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { product, slug, title, producer, choices, history } = loaderData
  const isPublished = product.status === 'published'
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/products', label: t('catalog.managed') }]}
        mark={
          <StatusBadge
            status={product.status}
            tones={statusTones}
            label={t(`catalog.status_${product.status}`)}
          />
        }
        text={producer}
        actions={
          <div className="flex flex-wrap items-start gap-2">
            <LinkButton to={`/products/${slug}`}>{t('catalog.seeInShop')}</LinkButton>
            <Form method="post">
              <Button type="submit" name="intent" value={isPublished ? 'unpublish' : 'publish'}>
                {isPublished ? t('catalog.unpublish') : t('catalog.publish')}
              </Button>
            </Form>
            <ConfirmButton
              tone="danger"
              title={t('catalog.deleteTitle')}
              text={t('catalog.deleteText')}
              confirmLabel={t('catalog.delete')}
              fields={{ intent: 'delete' }}
            >
              {t('catalog.delete')}
            </ConfirmButton>
          </div>
        }
      />
      <ProductForm
        // Saved by somebody else meanwhile: the form begins anew.
        key={product.version}
        product={product}
        choices={choices}
        problem={actionData?.problem ?? null}
        values={actionData?.values}
      />
      <RecordHistoryCard history={history} isMixed />
    </div>
  )
}
