/** What the audit log records by its codes, in the reader's words. */
import type { MessageKey } from '../platform/i18n/keys.ts'
import { useFormat, useI18n, useT } from '../ui/i18n.tsx'
import type { Tone } from '../ui/tones.ts'

export const verbTones: Record<string, Tone> = {
  create: 'good',
  delete: 'bad',
  remove: 'bad',
  cancel: 'bad',
  refuse: 'bad',
  suspend: 'warn',
}

/** A word of the audit's texts where there is one, else as the record calls it. */
export function useAuditWord(): (key: string, otherwise: string) => string {
  const { messages, t } = useI18n()
  return (key, otherwise) =>
    Object.hasOwn(messages, `audit.${key}`) ? t(`audit.${key}` as MessageKey) : otherwise
}

/** `name.el` as "Name (el)". */
export function useFieldName(): (field: string) => string {
  const word = useAuditWord()
  return (field) => {
    const [first = '', rest] = field.split('.')
    const name = word(`field_${first}`, first)
    return rest ? `${name} (${word(`field_${rest}`, rest)})` : name
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

export function useFieldValue(): (value: string | null) => string {
  const t = useT()
  const { date } = useFormat()
  return (value) => {
    if (value === null || value === '' || value === '[]' || value === '{}') return t('audit.nothing')
    if (value === 'true') return t('audit.yes')
    if (value === 'false') return t('audit.no')
    return instant.test(value) ? date(value, 'dateTime') : value
  }
}

/** `order.cancel` as "Order: cancelled". */
export function useActionName(): (action: string) => string {
  const word = useAuditWord()
  return (action) => {
    const [entity = '', verb = ''] = action.split('.')
    return `${word(`entity_${entity}`, entity)}: ${word(`verb_${verb}`, verb).toLocaleLowerCase()}`
  }
}
