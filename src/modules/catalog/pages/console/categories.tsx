/** The tree of categories: put in order, moved below one another, and the way to each. */
import FolderTree from 'lucide-react/icons/folder-tree'
import { redirect, useFetcher } from 'react-router'
import type { Route } from './+types/categories.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Notice } from '../../../../ui/parts/notice.tsx'
import { CategoryTree } from './category/category-tree.tsx'
import { loadTree } from './category/load.ts'
import { moveIn } from './category/save.ts'
import type { Place } from './category/tree.ts'

export function loader({ context }: Route.LoaderArgs) {
  return orErrorPage(() => loadTree(stoa(context)))
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const outcome = await attempt(() => moveIn(stoa(context), form))
  return outcome.problem ? refused(outcome) : redirect('/console/categories')
}

export default function Categories({ loaderData: { tree, total }, actionData }: Route.ComponentProps) {
  const t = useT()
  const fetcher = useFetcher<typeof action>()
  const problem = useConsoleProblem(fetcher.data?.problem ?? actionData?.problem)
  const move = (categoryId: string, { parentId, position }: Place) =>
    void fetcher.submit(
      { categoryId, parentId: parentId ?? '', position: String(position) },
      { method: 'post' },
    )
  const create = (
    <LinkButton to="/console/categories/new" tone="primary">
      {t('catalog.categoryNew')}
    </LinkButton>
  )
  return (
    <div className="stack">
      <title>{t('catalog.categories')}</title>
      <PageHeader title={t('catalog.categories')} text={t('catalog.categoriesText')} actions={create} />
      {problem && (
        <Notice tone="bad" announce>
          {problem.title}
        </Notice>
      )}
      {total === 0 ? (
        <EmptyState
          icon={<FolderTree aria-hidden />}
          title={t('catalog.categoriesEmpty')}
          text={t('catalog.categoriesEmptyText')}
          actions={create}
        />
      ) : (
        <>
          <p className="needs-js text-ink-soft text-sm">{t('catalog.treeHint')}</p>
          <CategoryTree label={t('catalog.categories')} tree={tree} onMove={move} />
        </>
      )}
    </div>
  )
}
