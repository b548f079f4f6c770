/** One category: named, described, moved, pictured, deleted when nothing is in it. */
import { redirect } from 'react-router'
import type { Route } from './+types/category-edit.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { ConfirmButton } from '../../../../ui/parts/confirm-button.tsx'
import { namingCategory } from './category/naming.ts'
import { CategoryForm } from './category/category-form.tsx'
import { loadCategory } from './category/load.ts'
import { saveCategory } from './category/save.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  return orErrorPage(() => loadCategory(stoa(context), params.id))
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const outcome = await attempt(() => saveCategory(ctx, params.id, form))
  if (outcome.problem)
    return refused(
      { ...outcome, problem: namingCategory(outcome.problem, ctx.organization.defaultLocale) },
      form,
    )
  flash(context, { key: outcome.result })
  return redirect('/console/categories')
}

export default function CategoryEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { category, title, isUsed, parents, mainLocale } = loaderData
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  return (
    <div className="stack">
      <title>{title ?? ''}</title>
      <PageHeader
        title={title ?? ''}
        crumbs={[{ to: '/console/categories', label: t('catalog.categories') }]}
        actions={
          <div className="flex flex-wrap items-start gap-2">
            <LinkButton to={`/categories/${category?.slug}`}>{t('catalog.seeInShop')}</LinkButton>
            <LinkButton to={`/console/categories/new?parent=${category?.id}`}>
              {t('catalog.categoryNewBelow')}
            </LinkButton>
            <ConfirmButton
              tone="danger"
              title={t('catalog.categoryDeleteTitle')}
              text={t('catalog.categoryDeleteText')}
              confirmLabel={t('catalog.delete')}
              fields={{ intent: 'delete' }}
              reason={isUsed ? t('catalog.r_notEmpty') : null}
            >
              {t('catalog.delete')}
            </ConfirmButton>
          </div>
        }
      />
      <CategoryForm
        key={category?.id}
        category={category}
        parents={parents}
        mainLocale={mainLocale}
        problem={problem}
        values={actionData?.values}
      />
    </div>
  )
}
