/** The list that can be dragged, also by keyboard: Enter on the handle, arrows, Enter. */
import GripVertical from 'lucide-react/icons/grip-vertical'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { localeTags } from '../../platform/i18n/locales.ts'
import { useI18n } from '../i18n.tsx'
import type { ReorderItem } from './reorder.tsx'

type DragListProps = {
  label: string
  items: readonly ReorderItem[]
  row: (item: ReorderItem) => ReactNode
  onChange: (ids: readonly string[]) => void
}

export default function DragList({ label, items, row, onChange }: DragListProps) {
  const { locale, t } = useI18n()
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': items.find((item) => item.id === key)?.label ?? '' })),
    onReorder({ keys, target }) {
      const moved = items.map((item) => item.id).filter((id) => keys.has(id))
      const rest = items.map((item) => item.id).filter((id) => !keys.has(id))
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      onChange([...rest.slice(0, at), ...moved, ...rest.slice(at)])
    },
  })
  return (
    <I18nProvider locale={localeTags[locale]}>
      <GridList aria-label={label} items={items} dragAndDropHooks={dragAndDropHooks} className="reorder">
        {(item) => (
          <GridListItem id={item.id} textValue={item.label} className="reorder-item">
            <Button slot="drag" className="reorder-grip" aria-label={t('ui.dragHint')}>
              <GripVertical aria-hidden />
            </Button>
            {row(item)}
          </GridListItem>
        )}
      </GridList>
    </I18nProvider>
  )
}
