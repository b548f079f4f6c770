/** What a change did, field by field: before and after. */
import type { Difference } from '../platform/audit/differences.ts'
import { useT } from '../ui/i18n.tsx'
import { useFieldName, useFieldValue } from './audit-words.ts'

export function ChangesTable({ changes }: { changes: readonly Difference[] }) {
  const t = useT()
  const nameOf = useFieldName()
  const shown = useFieldValue()
  return (
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
            <th scope="row">{nameOf(field)}</th>
            <td suppressHydrationWarning>{shown(before)}</td>
            <td suppressHydrationWarning>{shown(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
