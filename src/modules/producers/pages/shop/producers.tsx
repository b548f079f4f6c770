/** Everybody who sells here. */
import Search from 'lucide-react/icons/search'
import { Form } from 'react-router'
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { stoa } from '../../../../platform/pages/context.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Button, LinkButton } from '../../../../ui/parts/button.tsx'
import { Pagination } from '../../../../ui/parts/pagination.tsx'
import { listProducers } from '../../list.ts'
import { ListProducers } from '../../shapes.ts'
import './producers.css'
import type { Route } from './+types/producers.ts'
import { ProducerCard } from './producer-card.tsx'
import { producerBrief } from './producer-view.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const { searchParams } = url
  const q = searchParams.get('q')?.trim().slice(0, 120) ?? ''
  const asked = { q, limit: 60, count: 'exact', cursor: searchParams.get('cursor') ?? undefined } as const
  const list = await listProducers(ctx, ListProducers.parse(asked))
  return {
    q,
    isFirst: !asked.cursor,
    producers: list.data.map((row) => producerBrief(ctx, row)),
    next: list.page.next,
    total: list.total ?? 0,
  }
}

export default function Producers({
  loaderData: { q, isFirst, producers, next, total },
}: Route.ComponentProps) {
  const t = useT()
  const title = t('producers.title')
  return (
    <div className="wrap">
      <PageMeta title={title} description={t('producers.text')} path={q || !isFirst ? null : '/producers'} />
      <PageHeader
        title={title}
        text={t('producers.text')}
        actions={<LinkButton to="/become-a-producer">{t('catalog.becomeProducer')}</LinkButton>}
      />
      {(total > 8 || q) && (
        <search>
          <Form className="prod-search">
            <input
              type="search"
              name="q"
              className="input"
              aria-label={t('producers.search')}
              placeholder={t('producers.search')}
              defaultValue={q}
              key={q}
            />
            <Button type="submit" icon={<Search aria-hidden />}>
              {t('ui.search')}
            </Button>
          </Form>
        </search>
      )}
      {producers.length > 0 ? (
        <ul className="prods">
          {producers.map((producer, index) => (
            <ProducerCard key={producer.slug} producer={producer} priority={index < 2} />
          ))}
        </ul>
      ) : q ? (
        <EmptyState
          title={t('ui.nothingFound')}
          text={t('producers.noneText', { q })}
          actions={<LinkButton to="/producers">{t('producers.all')}</LinkButton>}
        />
      ) : (
        <EmptyState
          title={t('producers.empty')}
          text={t('producers.emptyText')}
          actions={
            <LinkButton to="/become-a-producer" tone="primary">
              {t('catalog.becomeProducer')}
            </LinkButton>
          }
        />
      )}
      <Pagination next={next} />
    </div>
  )
}
