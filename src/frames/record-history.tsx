/** The panel at the foot of a record's page: who changed what and when, each change with before and after. */
import { Link } from 'react-router'
import type { HistoryEntry, RecordHistory } from '../platform/audit/history.ts'
import { useFormat, useT } from '../ui/i18n.tsx'
import { Badge } from '../ui/parts/badge.tsx'
import { Card } from '../ui/parts/card.tsx'
import { Disclosure } from '../ui/parts/disclosure.tsx'
import { Timeline, type TimelineItem } from '../ui/parts/timeline.tsx'
import { ChangesTable } from './audit-changes.tsx'
import { useAuditWord, verbTones } from './audit-words.ts'

type RecordHistoryProps = {
  /** Null for who may not read the audit log: then there is no panel. */
  history: RecordHistory | null
  /** Entries of several kinds say which record they are about. */
  isMixed?: boolean
}

export function RecordHistoryCard({ history, isMixed = false }: RecordHistoryProps) {
  const t = useT()
  const { date } = useFormat()
  const word = useAuditWord()
  if (!history) return null
  const { entries, isCut } = history
  const newest = entries[0]

  const item = (entry: HistoryEntry): TimelineItem => {
    const verb = entry.action.slice(entry.action.lastIndexOf('.') + 1)
    const name = word(`verb_${verb}`, verb)
    return {
      id: entry.id,
      at: entry.at,
      who: entry.actor,
      tone: verbTones[verb],
      title: isMixed ? `${word(`entity_${entry.entity}`, entry.entity)}: ${name}` : name,
      text: (entry.isOverride || entry.changes.length > 0) && <Detail entry={entry} />,
    }
  }
  return (
    <Card className="history">
      <Disclosure
        summary={
          <span>
            <span className="card-title">{t('audit.history')}</span>
            <span className="block text-sm font-normal text-ink-soft" suppressHydrationWarning>
              {newest ? `${date(newest.at, 'dateTime')} · ${newest.actor}` : t('audit.historyEmpty')}
            </span>
          </span>
        }
      >
        <Timeline items={entries.map(item)} />
        {isCut && (
          <p className="mt-4 text-sm text-ink-soft">
            {t('audit.historyCut')}{' '}
            <Link to="/console/audit" className="link">
              {t('audit.historyAll')}
            </Link>
          </p>
        )}
      </Disclosure>
    </Card>
  )
}

function Detail({ entry: { changes, isOverride } }: { entry: HistoryEntry }) {
  const t = useT()
  return (
    <>
      {isOverride && <Badge tone="warn">{t('audit.overridden')}</Badge>}
      {changes.length > 0 && (
        <Disclosure summary={t('audit.changes', { count: changes.length })}>
          <ChangesTable changes={changes} />
        </Disclosure>
      )}
    </>
  )
}
