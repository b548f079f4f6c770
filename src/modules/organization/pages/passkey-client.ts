/** The browser's side of passkeys (WebAuthn Level 3): its JSON forms are what the accounts take and give. */

const base = '/api/auth/passkey'

type Outcome = { ok: true } | { ok: false; code: string }

export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'toJSON' in PublicKeyCredential.prototype

/** Signs in with whichever passkey the person chooses. */
export async function signInWithPasskey(): Promise<Outcome> {
  const wanted = await get<PublicKeyCredentialRequestOptionsJSON>('/generate-authenticate-options')
  if (!wanted.ok) return wanted
  return withCredential(
    () =>
      navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(wanted.answer),
      }),
    (response) => post('/verify-authentication', { response }),
  )
}

/** Makes a passkey of this device or key for the account that is signed in. */
export async function addPasskey(name: string): Promise<Outcome> {
  const wanted = await get<PublicKeyCredentialCreationOptionsJSON>('/generate-register-options')
  if (!wanted.ok) return wanted
  return withCredential(
    () =>
      navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(wanted.answer),
      }),
    (response) => post('/verify-registration', { response, ...(name && { name }) }),
  )
}

/** The device refuses by throwing, above all when the person thinks better of it. */
async function withCredential(
  ask: () => Promise<Credential | null>,
  send: (response: unknown) => Promise<Outcome>,
): Promise<Outcome> {
  let credential: Credential | null
  try {
    credential = await ask()
  } catch (error) {
    return { ok: false, code: error instanceof Error ? error.name : 'unknown' }
  }
  return credential
    ? send((credential as PublicKeyCredential).toJSON())
    : { ok: false, code: 'NotAllowedError' }
}

async function get<T>(path: string): Promise<{ ok: true; answer: T } | { ok: false; code: string }> {
  const response = await fetch(base + path)
  const answer = (await response.json()) as T & { code?: string }
  return response.ok ? { ok: true, answer } : { ok: false, code: answer.code ?? '' }
}

async function post(path: string, body: object): Promise<Outcome> {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.ok) return { ok: true }
  return { ok: false, code: ((await response.json()) as { code?: string }).code ?? '' }
}
