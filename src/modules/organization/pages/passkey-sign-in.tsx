/** The button for people who have a passkey; it is there only where the browser can use one. */
import KeyRound from 'lucide-react/icons/key-round'
import { useState } from 'react'
import { useT } from '../../../ui/i18n.tsx'
import { Button } from '../../../ui/parts/button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { useHydrated } from '../../../ui/use-hydrated.ts'
import { knowsPasskeys, signInWithPasskey } from './passkey-client.ts'

export function PasskeySignIn({ back }: { back: string }) {
  const t = useT()
  const [state, setState] = useState<'still' | 'asking' | 'failed'>('still')
  if (!useHydrated() || !knowsPasskeys()) return null
  const signIn = async () => {
    setState('asking')
    const outcome = await signInWithPasskey()
    // A whole new page: everything on it was made for a guest.
    if (outcome.ok) window.location.assign(back)
    else setState(outcome.code === 'NotAllowedError' ? 'still' : 'failed')
  }
  return (
    <div className="stack mt-3">
      {state === 'failed' && <Notice tone="bad" announce title={t('organization.passkeyFailed')} />}
      <Button icon={<KeyRound aria-hidden />} wide pending={state === 'asking'} onClick={signIn}>
        {t('organization.passkeySignIn')}
      </Button>
    </div>
  )
}
