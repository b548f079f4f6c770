/** The tree of categories: dragged by mouse, touch or keyboard once the page is awake, moved by buttons before. */
import { lazy, Suspense } from 'react'
import { useHydrated } from '../../../../../ui/use-hydrated.ts'
import { CategoryRow } from './category-row.tsx'
import type { Place, TreeNode } from './tree.ts'
import './category.css'

export type CategoryTreeProps = {
  label: string
  tree: readonly TreeNode[]
  onMove: (categoryId: string, place: Place) => void
}

const DragTree = lazy(() => import('./drag-tree.tsx'))

export function CategoryTree(props: CategoryTreeProps) {
  const isAwake = useHydrated()
  const plain = <Branch nodes={props.tree} label={props.label} />
  if (!isAwake) return plain
  return (
    <Suspense fallback={plain}>
      <DragTree {...props} />
    </Suspense>
  )
}

const Branch = ({ nodes, label }: { nodes: readonly TreeNode[]; label?: string }) => (
  <ul className="tree-plain" aria-label={label}>
    {nodes.map((node) => (
      <li key={node.id}>
        <div className="tree-line">
          <CategoryRow node={node} />
        </div>
        {node.children.length > 0 && <Branch nodes={node.children} />}
      </li>
    ))}
  </ul>
)
