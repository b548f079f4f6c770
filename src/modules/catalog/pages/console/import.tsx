/** One product file: what it would do, done with one press, followed, and taken back. */
import { redirect } from 'react-router'
import type { Route } from './+types/import.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Notice } from '../../../../ui/parts/notice.tsx'
import { Pagination } from '../../../../ui/parts/pagination.tsx'
import { Tabs } from '../../../../ui/parts/tabs.tsx'
import { importEffects } from '../../values.ts'
import './import/import.css'
import { ImportActs } from './import/acts.tsx'
import { Items } from './import/items.tsx'
import { loadImport } from './import/load.ts'
import { ImportPictures } from './import/pictures.tsx'
import { actOnImport } from './import/save.ts'
import { ImportStanding } from './import/standing.tsx'
import { isWorking, statusTones, tallyOf } from './import/state.ts'
import { useWhileWorking } from './import/use-while-working.ts'

export function loader({ context, params, url }: Route.LoaderArgs) {
  return orErrorPage(() => loadImport(stoa(context), params.id, url))
}

export async function action({ context, request, params, url }: Route.ActionArgs) {
  const form = await request.formData()
  const outcome = await attempt(() => actOnImport(stoa(context), params.id, String(form.get('intent'))))
  if (outcome.problem) return refused(outcome)
  if (outcome.result) flash(context, { key: outcome.result })
  return redirect(`/console/import/${params.id}${url.search}`)
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const { shown, producer, effect, items, page } = loaderData
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const tally = tallyOf(shown)
  const waiting = shown.images?.waiting ?? 0
  useWhileWorking(isWorking(shown.status) || (shown.status === 'applied' && waiting > 0))
  return (
    <div className="stack">
      <title>{shown.fileName}</title>
      <PageHeader
        title={shown.fileName}
        crumbs={[{ to: '/console/import', label: t('catalog.imports') }]}
        mark={
          <StatusBadge
            status={shown.status}
            tones={statusTones}
            label={t(`catalog.import_${shown.status}`)}
          />
        }
        text={t(producer ? 'catalog.importOf' : 'catalog.importOfFile', {
          format: t(`catalog.format_${shown.format}`),
          rows: shown.counts['rows'] ?? 0,
          producer: producer ?? '',
        })}
        actions={<ImportActs shown={shown} />}
      />
      {problem && (
        <Notice tone="bad" announce>
          {problem.title}
        </Notice>
      )}
      <ImportStanding shown={shown} />
      {shown.images && <ImportPictures images={shown.images} />}
      <Tabs
        label={t('catalog.importOutcomes')}
        items={[
          {
            to: '?',
            label: t('catalog.effectAll'),
            count: importEffects.reduce((sum, one) => sum + tally[one], 0),
            isActive: effect === null,
          },
          ...importEffects.map((one) => ({
            to: `?effect=${one}`,
            label: t(`catalog.effect_${one}`),
            count: tally[one],
            isActive: effect === one,
          })),
        ]}
      />
      {items.length > 0 ? (
        <Items items={items} label={t('catalog.importOutcomes')} />
      ) : (
        !isWorking(shown.status) && (
          <EmptyState
            title={t('catalog.importNone')}
            text={t('catalog.importNoneText')}
            actions={effect && <LinkButton to="?">{t('catalog.effectAll')}</LinkButton>}
          />
        )
      )}
      <Pagination {...page} />
    </div>
  )
}
