/** The panel at the foot of a record's page: who changed what and when, each change with before and after. */
import { Link } from 'react-router'
import type { HistoryEntry, RecordHistory } from '../platform/audit/history.ts'
import type { MessageKey } from '../platform/i18n/keys.ts'
import { useFormat, useI18n, useT } from '../ui/i18n.tsx'
import { Badge } from '../ui/parts/badge.tsx'
import { Card } from '../ui/parts/card.tsx'
import { Disclosure } from '../ui/parts/disclosure.tsx'
import { Timeline, type TimelineItem } from '../ui/parts/timeline.tsx'
import type { Tone } from '../ui/tones.ts'

type RecordHistoryProps = {
  /** Null for who may not read the audit log: then there is no panel. */
  history: RecordHistory | null
  /** Entries of several kinds say which record they are about. */
  isMixed?: boolean
}

const tones: Record<string, Tone> = {
  create: 'good',
  delete: 'bad',
  remove: 'bad',
  cancel: 'bad',
  refuse: 'bad',
  suspend: 'warn',
}

export function RecordHistoryCard({ history, isMixed = false }: RecordHistoryProps) {
  const t = useT()
  const { date } = useFormat()
  const word = useWord()
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
      tone: tones[verb],
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
  const shown = useShown()
  const label = useLabel()
  return (
    <>
      {isOverride && <Badge tone="warn">{t('audit.overridden')}</Badge>}
      {changes.length > 0 && (
        <Disclosure summary={t('audit.changes', { count: changes.length })}>
          <table className="plain-table history-table">
            <thead>
              <tr>
                <th scope="col">{t('audit.field')}</th>
                <th scope="col">{t('audit.before')}</th>
                <th scope="col">{t('audit.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{label(field)}</th>
                  <td suppressHydrationWarning>{shown(before)}</td>
                  <td suppressHydrationWarning>{shown(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      )}
    </>
  )
}

/** A word of the audit's texts where there is one, else as the record calls it. */
function useWord(): (key: string, otherwise: string) => string {
  const { messages, t } = useI18n()
  return (key, otherwise) =>
    Object.hasOwn(messages, `audit.${key}`) ? t(`audit.${key}` as MessageKey) : otherwise
}

/** `name.el` as "Name (el)". */
function useLabel(): (field: string) => string {
  const word = useWord()
  return (field) => {
    const [first = '', rest] = field.split('.')
    const name = word(`field_${first}`, first)
    return rest ? `${name} (${word(`field_${rest}`, rest)})` : name
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

function useShown(): (value: string | null) => string {
  const t = useT()
  const { date } = useFormat()
  return (value) => {
    if (value === null || value === '' || value === '[]' || value === '{}') return t('audit.nothing')
    if (value === 'true') return t('audit.yes')
    if (value === 'false') return t('audit.no')
    return instant.test(value) ? date(value, 'dateTime') : value
  }
}
