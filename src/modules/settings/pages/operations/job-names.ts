/** Background jobs in the reader's words; one that has none is called by its code. */
import type { MessageKey } from '../../../../platform/i18n/keys.ts'
import { useI18n } from '../../../../ui/i18n.tsx'

export function useJobName(): (name: string) => string {
  const { messages, t } = useI18n()
  return (name) => {
    const key = `settings.work_${name.replaceAll(/[.-]/g, '_')}`
    return Object.hasOwn(messages, key) ? t(key as MessageKey) : name
  }
}
