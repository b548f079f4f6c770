/** Somebody else saved meanwhile: what was typed is still here, and what can be done is said. */
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { Notice } from '../../../../../ui/parts/notice.tsx'

export function FasterNotice({ productId }: { productId: string }) {
  const t = useT()
  return (
    <Notice
      tone="warn"
      title={t('catalog.fasterTitle')}
      actions={
        <>
          <a
            className="btn btn-quiet btn-small"
            href={`/console/products/${productId}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('catalog.fasterSee')}
          </a>
          <a className="btn btn-quiet btn-small" href={`/console/products/${productId}`}>
            {t('catalog.fasterTake')}
          </a>
          <Button type="submit" name="force" value="1" size="small">
            {t('catalog.fasterKeep')}
          </Button>
        </>
      }
    >
      {t('catalog.fasterText')}
    </Notice>
  )
}
