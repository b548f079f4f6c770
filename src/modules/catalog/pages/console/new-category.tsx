/** A new category, last among its sisters. */
import { redirect } from 'react-router'
import type { Route } from './+types/new-category.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { CategoryForm } from './category/category-form.tsx'
import { loadCategory } from './category/load.ts'
import { namingCategory } from './category/naming.ts'
import { saveCategory } from './category/save.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return orErrorPage(async () => {
    const { parents, mainLocale } = await loadCategory(stoa(context), null)
    const wanted = url.searchParams.get('parent')
    return { parents, mainLocale, parentId: parents.some(({ value }) => value === wanted) ? wanted : null }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const outcome = await attempt(() => saveCategory(ctx, null, form))
  if (outcome.problem)
    return refused(
      { ...outcome, problem: namingCategory(outcome.problem, ctx.organization.defaultLocale) },
      form,
    )
  flash(context, { key: outcome.result })
  return redirect('/console/categories')
}

export default function NewCategory({ loaderData, actionData }: Route.ComponentProps) {
  const { parents, mainLocale, parentId } = loaderData
  const t = useT()
  return (
    <div className="stack">
      <title>{t('catalog.categoryNew')}</title>
      <PageHeader
        title={t('catalog.categoryNew')}
        crumbs={[{ to: '/console/categories', label: t('catalog.categories') }]}
      />
      <CategoryForm
        category={null}
        parentId={parentId}
        parents={parents}
        mainLocale={mainLocale}
        problem={useConsoleProblem(actionData?.problem)}
        values={actionData?.values}
      />
    </div>
  )
}
