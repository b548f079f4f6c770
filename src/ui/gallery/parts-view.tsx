/** The gallery's parts, each in all its states. */
import Package from 'lucide-react/icons/package'
import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { useI18n } from '../i18n.tsx'
import { Sparkline } from '../charts/sparkline.tsx'
import { EmptyState } from '../layouts/empty-state.tsx'
import { PageHeader } from '../layouts/page-header.tsx'
import { TableSkeleton, TextSkeleton } from '../layouts/skeleton.tsx'
import { LiveDot } from '../live/live-dot.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Badge, StatusBadge } from '../parts/badge.tsx'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { DateTime, TimeAgo } from '../parts/date-time.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FileDrop } from '../parts/file-drop.tsx'
import { IconButton } from '../parts/icon-button.tsx'
import { KeyValue } from '../parts/key-value.tsx'
import { Money } from '../parts/money.tsx'
import { Notice } from '../parts/notice.tsx'
import { ProgressBar } from '../parts/progress-bar.tsx'
import { StatTile } from '../parts/stat-tile.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { toast } from '../parts/toast-store.ts'
import { Tooltip } from '../parts/tooltip.tsx'
import { samples, sampleTones, statuses } from './samples.ts'

const tones = ['primary', 'accent', 'quiet', 'ghost', 'danger'] as const
const at = '2026-06-13T11:05:00Z'

export function PartsView() {
  const { locale } = useI18n()
  const { words, statuses: names, people } = samples[locale]
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="stack">
      <PageHeader
        title={words.orders}
        crumbs={[{ to: '?view=parts', label: words.today }]}
        mark={<StatusBadge status="paid" tones={sampleTones} label={names.paid} />}
        text={words.emptyText}
        actions={<Button tone="primary">{words.save}</Button>}
      />
      <Tabs
        label={words.orders}
        items={[
          { to: '?view=parts', label: words.orders, count: 12, isActive: true },
          { to: '?view=list', label: words.customer, isActive: false },
        ]}
      />
      <div className="tiles">
        <StatTile
          label={words.sales}
          value={<Money value={{ amount: '12480.50', currency: 'EUR' }} />}
          change={{ percent: 12, isGood: true }}
          chart={<Sparkline values={[3, 5, 4, 7, 6, 9, 12]} />}
        />
        <StatTile label={words.orders} value="312" change={{ percent: -4, isGood: false }} to="?view=list" />
        <StatTile label={words.stock} value="7" hint={words.refuse} />
      </div>
      <Card title="Button">
        <div className="flex flex-wrap items-start gap-3">
          {tones.map((tone) => (
            <Button key={tone} tone={tone}>
              {tone}
            </Button>
          ))}
          <Button tone="primary" pending>
            {words.save}
          </Button>
          <Button tone="danger" reason={words.refuse}>
            {words.delete}
          </Button>
          <Button size="small" icon={<Pencil aria-hidden />}>
            {words.notes}
          </Button>
          <IconButton label={words.notes} icon={<Pencil aria-hidden />} />
          <Tooltip text={words.courierHint}>
            <Button>{words.courier}</Button>
          </Tooltip>
          <ConfirmButton
            tone="danger"
            icon={<Trash aria-hidden />}
            title={`${words.delete};`}
            text={words.emptyText}
            confirmLabel={words.delete}
            fields={{ intent: 'delete' }}
          >
            {words.delete}
          </ConfirmButton>
          <Button onClick={() => setOpen(true)}>Dialog</Button>
          <Button onClick={() => toast({ text: words.refuse, undo: { run: () => undefined } })}>Toast</Button>
          <CopyButton text="stoa" />
        </div>
        <Dialog
          open={isOpen}
          onClose={() => setOpen(false)}
          title={words.help}
          footer={
            <Button tone="primary" onClick={() => setOpen(false)}>
              {words.save}
            </Button>
          }
        >
          {words.answer}
        </Dialog>
      </Card>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title="Badge">
          <div className="flex flex-wrap items-center gap-3">
            {statuses.map((status) => (
              <StatusBadge key={status} status={status} tones={sampleTones} label={names[status]} />
            ))}
            <Badge tone="info">{words.today}</Badge>
            <Badge tone="bad">{words.delete}</Badge>
            {people.map((name) => (
              <Avatar key={name} name={name} />
            ))}
            <LiveDot />
          </div>
        </Card>
        <Card title="KeyValue">
          <KeyValue
            facts={[
              { label: words.customer, value: people[0] },
              { label: words.placed, value: <DateTime at={at} format="dateTime" /> },
              { label: words.day, value: <DateTime at="2026-06-13" format="longDate" /> },
              { label: words.status, value: <TimeAgo at={at} now="2026-06-13T14:05:00Z" /> },
              { label: words.notes, value: null },
            ]}
          />
        </Card>
      </div>
      <div className="grid gap-3 lg:grid-cols-2">
        <Notice title={words.help}>{words.answer}</Notice>
        <Notice tone="good" title={words.save}>
          {words.answer}
        </Notice>
        <Notice tone="warn">{words.refuse}</Notice>
        <Notice tone="bad" title={words.refuse} actions={<Button size="small">{words.save}</Button>} />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Timeline">
          <Timeline
            items={[
              { id: '1', at, title: names.shipped, who: people[1], tone: 'good', text: 'ACS 7401239' },
              { id: '2', at: '2026-06-12T08:00:00Z', title: names.paid, who: people[0], tone: 'olive' },
              { id: '3', at: '2026-06-11T07:30:00Z', title: names.pending },
            ]}
          />
        </Card>
        <Card title="FileDrop">
          <div className="stack">
            <FileDrop name="file" label="CSV" accept=".csv" maxBytes={5_000_000} />
            <ProgressBar label="shopify.csv" value={62} />
            <ProgressBar label="woocommerce.csv" value={null} />
            <TextSkeleton />
          </div>
        </Card>
      </div>
      <TableSkeleton columns={4} rows={3} />
      <Card>
        <EmptyState
          icon={<Package aria-hidden />}
          title={words.empty}
          text={words.emptyText}
          actions={<Button tone="primary">{words.add}</Button>}
        />
      </Card>
    </div>
  )
}
