/** Passkeys: listed and taken away by anyone, added where the browser knows how. */
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useT } from '../../../ui/i18n.tsx'
import { Button } from '../../../ui/parts/button.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { ConfirmButton } from '../../../ui/parts/confirm-button.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { useHydrated } from '../../../ui/use-hydrated.ts'
import { addPasskey, knowsPasskeys } from './passkey-client.ts'

type Passkey = { id: string; name: string | null; createdAt: string | null }

export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const t = useT()
  return (
    <Card title={t('organization.passkeys')} actions={<AddPasskey />}>
      <p>{t('organization.passkeysText')}</p>
      {passkeys.length > 0 && (
        <ul className="divide-y divide-line">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <span>
                <strong>{name ?? t('organization.passkey')}</strong>{' '}
                {createdAt && <DateTime at={createdAt} format="date" />}
              </span>
              <ConfirmButton
                tone="danger"
                size="small"
                fields={{ intent: 'passkey-delete', id }}
                title={t('organization.passkeyDelete')}
                text={t('organization.passkeyDeleteText')}
                confirmLabel={t('organization.remove')}
              >
                {t('organization.remove')}
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function AddPasskey() {
  const t = useT()
  const { revalidate } = useRevalidator()
  const [state, setState] = useState<'still' | 'asking' | 'failed' | 'stale'>('still')
  if (!useHydrated() || !knowsPasskeys()) return null
  const add = async () => {
    setState('asking')
    const outcome = await addPasskey('')
    if (outcome.ok) await revalidate()
    const isQuiet = outcome.ok || outcome.code === 'NotAllowedError'
    setState(isQuiet ? 'still' : outcome.code === 'SESSION_NOT_FRESH' ? 'stale' : 'failed')
  }
  return (
    <>
      {state === 'failed' && <Notice tone="bad" announce title={t('organization.passkeyFailed')} />}
      {state === 'stale' && <Notice tone="warn" announce title={t('organization.notFresh')} />}
      <Button size="small" pending={state === 'asking'} onClick={add}>
        {t('organization.passkeyAdd')}
      </Button>
    </>
  )
}
