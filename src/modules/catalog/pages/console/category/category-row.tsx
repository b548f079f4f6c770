/** One line of the tree: its picture, its name, what is in it, and the steps up and down. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { Form, Link } from 'react-router'
import { photoUrl } from '../../../../../frames/shop/photo.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import type { TreeNode } from './tree.ts'

export function CategoryRow({ node }: { node: TreeNode }) {
  const t = useT()
  return (
    <>
      {node.imageFileId ? (
        <img className="tree-image" src={photoUrl(node.imageFileId, 320)} alt="" loading="lazy" />
      ) : (
        <span className="tree-image" aria-hidden="true" />
      )}
      <span className="tree-name">
        <Link to={`/console/categories/${node.id}`}>{node.name}</Link>
        <span className="tree-count">{t('catalog.found', { count: node.productCount })}</span>
      </span>
      <Form method="post" className="flex" preventScrollReset>
        <input type="hidden" name="categoryId" value={node.id} />
        <button
          type="submit"
          name="move"
          value="up"
          className="btn btn-ghost btn-icon btn-small"
          aria-label={t('ui.moveUp', { label: node.name })}
        >
          <ArrowUp aria-hidden />
        </button>
        <button
          type="submit"
          name="move"
          value="down"
          className="btn btn-ghost btn-icon btn-small"
          aria-label={t('ui.moveDown', { label: node.name })}
        >
          <ArrowDown aria-hidden />
        </button>
      </Form>
    </>
  )
}
