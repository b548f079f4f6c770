/** What the security page shows and does: password, second factor, passkeys, sessions. */
import { redirect, type RouterContextProvider } from 'react-router'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { attempt, type FormProblem } from '../../../platform/pages/outcome.ts'
import { getMe, listSessions, revokeOtherSessions, revokeSession } from '../me.ts'
import { presentSession } from '../present.ts'
import { askAccounts } from './ask-accounts.ts'
import { describeAgent } from './user-agent.ts'

type Reading = Readonly<RouterContextProvider>
type Passkey = { id: string; name: string | null; createdAt: string | null }

export async function readSecurity(context: Reading) {
  const ctx = stoa(context)
  const [{ user }, sessions, passkeys] = await Promise.all([
    getMe(ctx),
    listSessions(ctx),
    askAccounts<Passkey[]>(context, '/passkey/list-user-passkeys', undefined, 'GET'),
  ])
  return {
    hasSecondFactor: user.twoFactorEnabled ?? false,
    sessions: sessions
      .map((row) => presentSession(ctx, row))
      .map(({ userAgent, ...row }) => ({ ...row, agent: describeAgent(userAgent) })),
    passkeys: (passkeys.answer ?? []).map(({ id, name, createdAt }) => ({ id, name, createdAt })),
  }
}

export type SecurityAnswer = { intent: string; problem: FormProblem | null; status: number; codes?: string[] }

/** Redirects when it is done, but for new recovery codes, which are shown at once and never again. */
export async function changeSecurity(context: Reading, form: FormData): Promise<SecurityAnswer> {
  const intent = String(form.get('intent'))
  const text = (name: string) => String(form.get(name) ?? '')
  const done = (key: 'passwordChanged' | 'factorOff' | 'passkeyGone' | 'sessionEnded') => {
    flash(context, { key: `organization.${key}`, tone: 'good' })
    throw redirect('/account/security')
  }
  if (intent === 'password') {
    const body = { currentPassword: text('currentPassword'), newPassword: text('newPassword') }
    const asked = await askAccounts(context, '/change-password', body)
    return asked.problem ? { intent, ...asked } : done('passwordChanged')
  }
  if (intent === 'codes') {
    const asked = await askAccounts<{ backupCodes: string[] }>(context, '/two-factor/generate-backup-codes', {
      password: text('password'),
    })
    if (asked.problem) return { intent, ...asked }
    return { intent, problem: null, status: 200, codes: asked.answer.backupCodes }
  }
  if (intent === 'factor-off') {
    const asked = await askAccounts(context, '/two-factor/disable', { password: text('password') })
    return asked.problem ? { intent, ...asked } : done('factorOff')
  }
  if (intent === 'passkey-delete') {
    const asked = await askAccounts(context, '/passkey/delete-passkey', { id: text('id') })
    return asked.problem ? { intent, ...asked } : done('passkeyGone')
  }
  const ended = await attempt(() =>
    intent === 'session' ? revokeSession(stoa(context), text('id')) : revokeOtherSessions(stoa(context)),
  )
  return ended.problem ? { intent, ...ended } : done('sessionEnded')
}
