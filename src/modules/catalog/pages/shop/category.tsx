/** One category: what it is about, what lies below it, and its shelf. */
import { Link } from 'react-router'
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { notFound } from '../../../../platform/http/app-error.ts'
import { inLocale } from '../../../../platform/values/shapes.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { listCategories } from '../../categories.ts'
import './catalog.css'
import type { Route } from './+types/category.ts'
import { readShelf } from './shelf.ts'
import { ShelfView } from './shelf-view.tsx'

export async function loader({ context, url, params: { slug } }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const text = (value: Parameters<typeof inLocale>[0]) =>
    inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const brief = ({ slug, name }: { slug: string; name: Parameters<typeof text>[0] }) => ({
    slug,
    name: text(name),
  })
  return orErrorPage(async () => {
    const [all, shelf] = await Promise.all([listCategories(ctx), readShelf(ctx, url, { category: slug })])
    const category = all.find((one) => one.slug === slug)
    if (!category) throw notFound('category')
    return {
      shelf,
      category: { ...brief(category), description: text(category.description) },
      above: all.filter((one) => category.path.includes(one.id) && one.id !== category.id).map(brief),
      below: all.filter((one) => one.parentId === category.id && one.productCount > 0).map(brief),
    }
  })
}

export default function CategoryPage({
  loaderData: { category, above, below, shelf },
}: Route.ComponentProps) {
  const t = useT()
  return (
    <div className="wrap">
      <PageMeta
        title={category.name}
        description={category.description}
        path={shelf.isFirst ? `/categories/${category.slug}` : null}
      />
      <PageHeader
        title={category.name}
        crumbs={[
          { to: '/', label: t('catalog.home') },
          ...above.map(({ slug, name }) => ({ to: `/categories/${slug}`, label: name })),
        ]}
        text={category.description}
      />
      {below.length > 0 && (
        <nav aria-label={t('catalog.inThis', { name: category.name })} className="chips">
          {below.map(({ slug, name }) => (
            <Link key={slug} to={`/categories/${slug}`} className="chip" prefetch="intent">
              {name}
            </Link>
          ))}
        </nav>
      )}
      <ShelfView
        shelf={shelf}
        isCategory
        empty={
          <EmptyState
            title={t('catalog.emptyShelf')}
            text={t('catalog.emptyShelfText')}
            actions={<LinkButton to="/search">{t('catalog.allProducts')}</LinkButton>}
          />
        }
      />
    </div>
  )
}
