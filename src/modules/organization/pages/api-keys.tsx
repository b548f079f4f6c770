/** API keys: made for oneself, shown once, ended at a press. */
import { data, redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { hereOf } from '../../../platform/pages/here.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { CopyButton } from '../../../ui/parts/copy-button.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { filesOf } from '../../../ui/tables/files.ts'
import { List } from '../../../ui/tables/list.tsx'
import { createApiKey, listApiKeys, ListApiKeys, revokeApiKey } from '../api-keys.ts'
import { presentApiKey } from '../present.ts'
import type { Route } from './+types/api-keys.ts'
import { NewKeyForm } from './new-key-form.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    const { data, page, total } = await listApiKeys(
      ctx,
      listQuery(ListApiKeys, request.url, { count: 'exact' }),
    )
    const rows = data.map((row) => ({
      ...presentApiKey(row),
      isOver: row.expiresAt !== null && row.expiresAt <= ctx.now,
    }))
    return { rows, page, total: total ?? null, roles: [...ctx.actor.roles] }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  if (fields.text('intent') === 'revoke') {
    const ended = await attempt(async () => {
      for (const id of fields.all('id')) await revokeApiKey(ctx, id)
    })
    if (ended.problem) return refused(ended)
    flash(context, { key: 'organization.keyEnded', tone: 'good' })
    throw redirect(hereOf(request))
  }
  const day = fields.optional('expiresOn')
  const made = await attempt(() =>
    createApiKey(ctx, {
      name: fields.text('name'),
      isReadOnly: fields.flag('isReadOnly'),
      ...(day && { expiresAt: `${day}T23:59:59Z` }),
    }),
  )
  if (made.problem) return refused(made, form)
  return data(
    { key: made.result.key, problem: null, values: {} },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

export default function ApiKeys({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useProblem(actionData?.problem, {
    fields: { '/name': t('organization.nameNeeded'), '/expiresAt': t('organization.mustBeFuture') },
  })
  const key = actionData && 'key' in actionData ? actionData.key : null
  const title = t('organization.apiKeys')
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} text={t('organization.apiKeysText')} />
      {key && (
        <Notice tone="good" announce title={t('organization.keyMade')} actions={<CopyButton text={key} />}>
          <p>{t('organization.keyOnce')}</p>
          <code className="font-mono break-all">{key}</code>
        </Notice>
      )}
      <NewKeyForm problem={problem} values={actionData?.values ?? {}} made={key} />
      <List
        name="api-keys"
        caption={title}
        exports={filesOf('/api/v1/api-keys')}
        rows={loaderData.rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        columns={[
          { key: 'name', label: t('organization.name'), render: (row) => row.name },
          { key: 'prefix', label: t('organization.keyPrefix'), render: (row) => <code>{row.prefix}…</code> },
          {
            key: 'state',
            label: t('organization.status'),
            card: 'aside',
            render: (row) => {
              const state = row.revokedAt
                ? 'revoked'
                : row.isOver
                  ? 'expired'
                  : row.isReadOnly
                    ? 'reads'
                    : 'writes'
              const tone = state === 'reads' || state === 'writes' ? 'good' : 'neutral'
              return <Badge tone={tone}>{t('organization.keyState', { state })}</Badge>
            },
          },
          {
            key: 'lastUsedAt',
            label: t('organization.lastUsed'),
            render: (row) =>
              row.lastUsedAt ? <DateTime at={row.lastUsedAt} format="dateTime" /> : t('organization.never'),
          },
          {
            key: 'expiresAt',
            label: t('organization.goodUntil'),
            render: (row) => (row.expiresAt ? <DateTime at={row.expiresAt} /> : '–'),
          },
        ]}
        search={false}
        bulk={[
          {
            name: 'revoke',
            label: t('organization.endKey'),
            tone: 'danger',
            confirm: {
              title: t('organization.endKey'),
              text: (count) => t('organization.endKeyText', { count }),
            },
          },
        ]}
        page={loaderData.page}
        total={loaderData.total}
        empty={<EmptyState title={t('organization.noKeys')} text={t('organization.apiKeysText')} />}
        loading={false}
        error={null}
      />
    </>
  )
}
