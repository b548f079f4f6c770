/** Setting up the second factor: the password, then the QR code and the codes to keep, then a first code as proof. */
import { data, redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { CopyButton } from '../../../ui/parts/copy-button.tsx'
import type { Route } from './+types/second-factor-setup.ts'
import { AccountPage } from './account-page.tsx'
import { useAccountWording } from './account-wording.ts'
import { askAccounts } from './ask-accounts.ts'
import { type Qr, qrOf } from './qr.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { requireSignedIn } from './signed-in.ts'

type Setup = { uri: string; secret: string; qr: Qr; codes: string[] }

export function loader({ context, request }: Route.LoaderArgs) {
  requireSignedIn(context, request)
  return null
}

export async function action({ context, request }: Route.ActionArgs) {
  requireSignedIn(context, request)
  const form = await request.formData()
  const uri = String(form.get('uri') ?? '')
  // Before the proof the secret travels with the form, so that a mistyped code does not begin it all again.
  if (!uri.startsWith('otpauth://totp/')) return begin(context, String(form.get('password') ?? ''))
  const code = String(form.get('code') ?? '').replaceAll(' ', '')
  const asked = await askAccounts(context, '/two-factor/verify-totp', { code })
  if (asked.problem)
    return answer(setupOf(uri, String(form.get('codes') ?? '').split(' ')), asked.problem, asked.status)
  flash(context, { key: 'organization.factorOn', tone: 'good' })
  throw redirect('/account/security')
}

async function begin(context: Route.ActionArgs['context'], password: string) {
  const asked = await askAccounts<{ totpURI: string; backupCodes: string[] }>(context, '/two-factor/enable', {
    password,
  })
  if (asked.problem) return answer(null, asked.problem, asked.status)
  return answer(setupOf(asked.answer.totpURI, asked.answer.backupCodes), null, 200)
}

type Problem = Parameters<typeof useProblem>[0]

const answer = (setup: Setup | null, problem: Problem, status: number) =>
  data({ setup, problem }, { status, headers: { 'Cache-Control': 'no-store' } })

function setupOf(uri: string, codes: string[]): Setup {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return { uri, secret, qr: qrOf(uri), codes }
}

export default function SecondFactorSetup({ actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useProblem(actionData?.problem, useAccountWording())
  const title = t('organization.factorTurnOn')
  const setup = actionData?.setup
  return (
    <AccountPage
      title={title}
      crumbs={[{ to: '/account/security', label: t('organization.security') }]}
      text={!setup && t('organization.factorSetupText')}
    >
      <Card>
        {setup ? (
          <div className="stack">
            <Secret setup={setup} />
            <RecoveryCodes codes={setup.codes} />
            <Form problem={problem} key="confirm">
              <input type="hidden" name="uri" value={setup.uri} />
              <input type="hidden" name="codes" value={setup.codes.join(' ')} />
              <TextField
                name="code"
                label={t('organization.code', { kind: 'app' })}
                hint={t('organization.factorProof')}
                autoComplete="one-time-code"
                inputMode="numeric"
              />
              <SubmitButton>{t('organization.turnOn')}</SubmitButton>
            </Form>
          </div>
        ) : (
          <Form problem={problem} key="begin">
            <TextField
              name="password"
              type="password"
              label={t('organization.currentPassword')}
              autoComplete="current-password"
            />
            <SubmitButton>{t('organization.goOn')}</SubmitButton>
          </Form>
        )}
      </Card>
    </AccountPage>
  )
}

function Secret({ setup: { qr, secret } }: { setup: Setup }) {
  const t = useT()
  return (
    <div className="stack">
      <p>{t('organization.factorScan')}</p>
      <figure>
        <svg
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          width="200"
          height="200"
          aria-hidden
          shapeRendering="crispEdges"
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <figcaption className="sr-only">{t('organization.factorQr')}</figcaption>
      </figure>
      <p>
        {t('organization.factorByHand')} <code className="font-mono break-all">{secret}</code>
      </p>
      <CopyButton text={secret} />
    </div>
  )
}
