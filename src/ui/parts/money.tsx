/** An amount in the reader's way of writing it. */
import type { MoneyValue } from '../../platform/i18n/format.ts'
import { useFormat } from '../i18n.tsx'

// Two builds of the language data may differ in a space; the server's text then stands.
export const Money = ({ value, className }: { value: MoneyValue; className?: string }) => (
  <span className={className ? `money ${className}` : 'money'} suppressHydrationWarning>
    {useFormat().money(value)}
  </span>
)
