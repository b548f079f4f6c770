/** What one change of many products did: how many it was possible for, which not and why, and taking it back. */
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/bulk-change.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Button, LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { Notice } from '../../../../ui/parts/notice.tsx'
import { undoBulkChange } from '../../bulk-undo.ts'
import { loadBulk } from './product/bulk.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  return orErrorPage(() => loadBulk(stoa(context), params.id))
}

export async function action({ context, params }: Route.ActionArgs) {
  const outcome = await attempt(() => undoBulkChange(stoa(context), params.id))
  return outcome.problem ? refused(outcome) : redirect(`/console/products/bulk/${params.id}`)
}

export default function BulkChange({ loaderData, actionData }: Route.ComponentProps) {
  const { count, isUndone, failed } = loaderData
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  return (
    <div className="stack">
      <title>{t('catalog.bulkTitle')}</title>
      <PageHeader
        title={t('catalog.bulkTitle')}
        crumbs={[{ to: '/console/products', label: t('catalog.managed') }]}
        actions={<LinkButton to="/console/products">{t('catalog.bulkBack')}</LinkButton>}
      />
      {problem && (
        <Notice tone="bad" announce>
          {problem.title}
        </Notice>
      )}
      <Notice
        tone={count > 0 ? 'good' : 'info'}
        title={isUndone ? t('catalog.bulkUndone', { count }) : t('catalog.bulkDone', { count })}
        actions={
          !isUndone &&
          count > 0 && (
            <Form method="post">
              <Button type="submit" size="small">
                {t('catalog.importUndo')}
              </Button>
            </Form>
          )
        }
      />
      {failed.length > 0 && (
        <Card title={t(isUndone ? 'catalog.bulkKept' : 'catalog.bulkFailed', { count: failed.length })}>
          <ul className="grid gap-2">
            {failed.map(({ id, name, code, message }) => (
              <li key={id}>
                {name ? <Link to={`/console/products/${id}`}>{name}</Link> : t('catalog.bulkNoProduct')}
                {': '}
                {code ? t(`catalog.failure_${code}`) : message}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
