/** Saved views: a name for a set of filters and an order, as tabs above the list. */
import BookmarkPlus from 'lucide-react/icons/bookmark-plus'
import Trash from 'lucide-react/icons/trash-2'
import { useFetcher, useSearchParams } from 'react-router'
import { useT } from '../i18n.tsx'
import { Button } from '../parts/button.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { ListProps } from './list-types.ts'
import { changedQuery } from './query.ts'

export function ListViews({
  views,
  caption,
}: {
  views: NonNullable<ListProps<never>['views']>
  caption: string
}) {
  const t = useT()
  const fetcher = useFetcher()
  const [query] = useSearchParams()
  const current = changedQuery(query)
  const normal = (text: string) => changedQuery(new URLSearchParams(text))
  const active = views.items.find((view) => normal(view.query) === current)
  return (
    <div className="list-views">
      <Tabs
        label={t('ui.viewsOf', { caption })}
        items={[
          { to: '?', label: t('ui.all'), isActive: current === '' },
          ...views.items.map((view) => ({
            to: `?${normal(view.query)}`,
            label: view.name,
            isActive: view === active,
          })),
        ]}
      />
      {active?.mayDelete && (
        <fetcher.Form method="post" action={views.action}>
          <input type="hidden" name="id" value={active.id} />
          <Button
            type="submit"
            size="small"
            tone="ghost"
            name="intent"
            value="delete-view"
            icon={<Trash aria-hidden />}
          >
            {t('ui.deleteView')}
          </Button>
        </fetcher.Form>
      )}
      {!active && current !== '' && (
        <details className="menu">
          <summary className="btn btn-ghost btn-small">
            <BookmarkPlus aria-hidden />
            {t('ui.saveView')}
          </summary>
          <fetcher.Form method="post" action={views.action} className="menu-panel save-view">
            <input type="hidden" name="intent" value="save-view" />
            <input type="hidden" name="query" value={current} />
            <label className="field">
              <span className="field-label">{t('ui.viewName')}</span>
              <input name="name" className="input" required maxLength={60} autoComplete="off" />
            </label>
            <Button type="submit" tone="primary" pending={fetcher.state !== 'idle'}>
              {t('ui.save')}
            </Button>
          </fetcher.Form>
        </details>
      )}
    </div>
  )
}
