/** The two sides of mail: what was sent, and in which words. */
import { useT } from '../../../../ui/i18n.tsx'
import { Tabs } from '../../../../ui/parts/tabs.tsx'

export function MailTabs({ current }: { current: 'outbox' | 'wordings' }) {
  const t = useT()
  return (
    <Tabs
      label={t('settings.navMails')}
      items={[
        { to: '/console/mails', label: t('settings.mailOutbox'), isActive: current === 'outbox' },
        { to: '/console/mails/wordings', label: t('settings.wordings'), isActive: current === 'wordings' },
      ]}
    />
  )
}

type MailFrameProps = { src: string; title: string }

/** A mail as its reader sees it; nothing of it may run here. */
export const MailFrame = ({ src, title }: MailFrameProps) => (
  <iframe src={src} title={title} sandbox="" className="mail-frame" />
)
