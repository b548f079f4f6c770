/** The mails that the house sends, each in its words in every language. */
import { Link } from 'react-router'
import type { Route } from './+types/wordings.ts'
import { listMailTemplates } from '../../../../platform/mail/templates.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { MailTabs } from './mail-tabs.tsx'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    const states = await listMailTemplates(ctx)
    const own = new Set(states.filter(({ isOwn }) => isOwn).map(({ template }) => template))
    return states
      .filter(({ locale }) => locale === ctx.locale)
      .map(({ template, purpose, subject }) => ({ template, purpose, subject, isOwn: own.has(template) }))
  })
}

export default function Wordings({ loaderData: wordings }: Route.ComponentProps) {
  const t = useT()
  return (
    <div className="stack">
      <title>{t('settings.wordings')}</title>
      <PageHeader title={t('settings.navMails')} text={t('settings.wordingsText')} />
      <MailTabs current="wordings" />
      <Card flush>
        <ul className="divide-y divide-line">
          {wordings.map(({ template, purpose, subject, isOwn }) => (
            <li key={template} className="px-5 py-3">
              <p className="flex flex-wrap items-center gap-x-3">
                <Link to={`/console/mails/wordings/${template}`} className="link font-semibold">
                  {purpose}
                </Link>
                {isOwn && <Badge tone="olive">{t('settings.wordingOwn')}</Badge>}
              </p>
              <p className="text-sm text-ink-soft">{subject}</p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
