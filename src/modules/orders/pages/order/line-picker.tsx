/** How many of which lines: of each the most that is possible, each as a number to be lowered. */
import { useFormState } from '../../../../ui/forms/form-context.ts'
import { useT } from '../../../../ui/i18n.tsx'

export type Pickable = { id: string; name: string; variantName: string; sku: string; available: number }

type LinePickerProps = {
  legend: string
  lines: readonly Pickable[]
  /** Whether everything is chosen to begin with. */
  isAll: boolean
}

export function LinePicker({ legend, lines, isAll }: LinePickerProps) {
  const t = useT()
  const { problem, values } = useFormState()
  const error = problem?.errors?.find(({ pointer }) => pointer.startsWith('/lines'))?.message
  return (
    <fieldset className="field">
      <legend className="field-label">{legend}</legend>
      <ul className="mt-1 divide-y divide-line rounded-md border border-line">
        {lines.map((line) => {
          const name = `quantity.${line.id}`
          const typed = values[name]
          return (
            <li key={line.id} className="flex items-center justify-between gap-4 px-4 py-2">
              <label htmlFor={name} className="min-w-0">
                <span className="font-semibold">{line.name}</span>
                {line.variantName && <span className="text-ink-soft"> · {line.variantName}</span>}
                <span className="block text-sm text-ink-soft">{t('orders.sku', { sku: line.sku })}</span>
              </label>
              <span className="flex flex-none items-center gap-2">
                <input
                  id={name}
                  name={name}
                  type="number"
                  min={0}
                  max={line.available}
                  required
                  className="input w-20 text-right"
                  defaultValue={typeof typed === 'string' ? typed : isAll ? line.available : 0}
                />
                <span className="text-sm text-ink-soft">{t('orders.of', { count: line.available })}</span>
              </span>
            </li>
          )
        })}
      </ul>
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
