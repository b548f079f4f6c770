/** Recovery codes, shown this once: to copy, to print, to keep elsewhere than the phone. */
import { useT } from '../../../ui/i18n.tsx'
import { CopyButton } from '../../../ui/parts/copy-button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'

export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useT()
  return (
    <Notice
      tone="warn"
      announce
      title={t('organization.codesTitle')}
      actions={<CopyButton text={codes.join('\n')} />}
    >
      <p>{t('organization.codesText')}</p>
      <ul className="mt-2 grid grid-cols-2 gap-x-6 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  )
}
