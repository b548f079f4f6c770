/** The tree that can be dragged, also by keyboard: Enter on the handle, arrows to the place, Enter. */
import GripVertical from 'lucide-react/icons/grip-vertical'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { localeTags } from '../../../../../platform/i18n/locales.ts'
import { useI18n } from '../../../../../ui/i18n.tsx'
import { CategoryRow } from './category-row.tsx'
import type { CategoryTreeProps } from './category-tree.tsx'
import { dropOf, flatten, type TreeNode } from './tree.ts'

export default function DragTree({ label, tree, onMove }: CategoryTreeProps) {
  const { locale } = useI18n()
  const all = flatten(tree)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': all.find(({ node }) => node.id === key)?.node.name ?? '' })),
    onMove({ keys, target }) {
      const [id] = [...keys].map(String)
      const place = id ? dropOf(tree, id, String(target.key), target.dropPosition) : null
      if (id && place) onMove(id, place)
    },
  })
  return (
    <I18nProvider locale={localeTags[locale]}>
      <Tree
        aria-label={label}
        className="tree"
        items={tree}
        dragAndDropHooks={dragAndDropHooks}
        expandedKeys={all.map(({ node }) => node.id)}
        selectionMode="none"
      >
        {(node) => <Node node={node} />}
      </Tree>
    </I18nProvider>
  )
}

function Node({ node }: { node: TreeNode }) {
  const { t } = useI18n()
  return (
    <TreeItem id={node.id} textValue={node.name} className="tree-item">
      <TreeItemContent>
        {({ level }) => (
          <div className={`tree-line tree-level-${Math.min(level, 8)}`}>
            <Button slot="drag" className="reorder-grip" aria-label={t('catalog.treeDrag')}>
              <GripVertical aria-hidden />
            </Button>
            <CategoryRow node={node} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{(child) => <Node node={child} />}</Collection>
    </TreeItem>
  )
}
