/** One product: changed, put on the shelf or taken off it, copied, deleted. */
import { useState } from 'react'
import { Form, redirect, useLocation } from 'react-router'
import type { Route } from './+types/product-edit.ts'
import { RecordHistoryCard } from '../../../../frames/record-history.tsx'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Button, LinkButton } from '../../../../ui/parts/button.tsx'
import { ConfirmButton } from '../../../../ui/parts/confirm-button.tsx'
import { actOnProduct } from './product/act.ts'
import { loadProduct } from './product/load.ts'
import { Pictures } from './product/pictures.tsx'
import { ProductForm } from './product/product-form.tsx'
import { namingLines } from './product/save.ts'
import { statusTones } from './product/tones.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  return orErrorPage(() => loadProduct(stoa(context), params.id))
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => actOnProduct(ctx, params.id, fields))
  if (outcome.problem) {
    const problem = namingLines(outcome.problem, fields, ctx.organization.defaultLocale)
    return refused({ ...outcome, problem }, form)
  }
  const { message, undo, to } = outcome.result
  flash(context, { key: message, ...(undo && { undo: { action: '/console/products', fields: undo } }) })
  return redirect(to)
}

export default function ProductEdit({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { product, title, producer, history } = loaderData
  const problem = useConsoleProblem(actionData?.problem)
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
            <LinkButton to={`/products/${product.slug}`}>{t('catalog.seeInShop')}</LinkButton>
            <Form method="post" className="flex flex-wrap gap-2">
              <Button type="submit" name="intent" value={isPublished ? 'unpublish' : 'publish'}>
                {isPublished ? t('catalog.unpublish') : t('catalog.publish')}
              </Button>
              <Button type="submit" name="intent" value="duplicate">
                {t('catalog.duplicate')}
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
      <Editor
        // Saved, or another product: the form begins anew. Pictures are no reason to.
        key={useArrival()}
        loaderData={loaderData}
        problem={problem}
        values={actionData?.values}
      />
      <RecordHistoryCard history={history} isMixed />
    </div>
  )
}

/** Changes with every navigation but those within the page, such as from a summary of errors to its field. */
function useArrival(): string {
  const { key, hash } = useLocation()
  const [arrival, setArrival] = useState(key)
  if (hash === '' && arrival !== key) setArrival(key)
  return arrival
}

type EditorProps = Pick<Route.ComponentProps, 'loaderData'> & {
  problem: ReturnType<typeof useConsoleProblem>
  values?: Readonly<Record<string, unknown>>
}

function Editor({ loaderData, problem, values }: EditorProps) {
  const { product, images, title, choices } = loaderData
  // The version that what is typed was based on: it follows our own pictures and nobody else's changes.
  const [version, setVersion] = useState(
    problem && typeof values?.['version'] === 'string' ? Number(values['version']) : product.version,
  )
  return (
    <ProductForm
      product={product}
      version={version}
      choices={choices}
      problem={problem}
      values={values}
      aside={
        <Pictures
          productId={product.id}
          name={title}
          images={images}
          mainLocale={choices.mainLocale}
          onVersion={(from, to) => setVersion((own) => (own === from ? to : own))}
        />
      }
    />
  )
}
