/** Which passwords are good enough (NIST SP 800-63B 5.1.1.2): long, not common, not leaked, not made of one's own name. */
import { AppError } from '../http/app-error.ts'
import { isBreached } from './breach-service.ts'
import { isCommonPassword } from './common-passwords.ts'

export const passwordLength = { min: 10, max: 200 }

export type PasswordRules = {
  /** Words a stranger would guess first: the e-mail address, the person's and the organisation's name. */
  words: readonly string[]
  /** Where to ask for breaches; null asks nobody. */
  breachService: string | null
}

/** Throws 422 with `pointer` and a code that says which rule the password breaks. */
export async function requireGoodPassword(
  password: string,
  rules: PasswordRules,
  pointer = '/password',
): Promise<void> {
  const refuse = (code: string, message: string) =>
    new AppError('invalid', message, { code, errors: [{ pointer, message }] })
  // Counted as people count them: a letter with its accent, or an emoji, is one.
  const length = [...password].length
  if (length < passwordLength.min)
    throw refuse('password_too_short', `Use at least ${passwordLength.min} characters.`)
  if (length > passwordLength.max)
    throw refuse('password_too_long', `Use at most ${passwordLength.max} characters.`)
  if (new Set(password).size < 5)
    throw refuse('password_common', 'This repeats the same few characters. Choose another password.')
  if (isMadeOf(password, rules.words))
    throw refuse(
      'password_personal',
      'This is close to a name or the e-mail address. Choose another password.',
    )
  if (await isCommonPassword(password))
    throw refuse('password_common', 'Many people use this password. Choose another one.')
  if (rules.breachService && (await isBreached(password, rules.breachService)))
    throw refuse(
      'password_breached',
      'This password is known from a data breach elsewhere. Choose another one.',
    )
}

/** True when little is left of the password without the words. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const parts = words
    .flatMap((word) => [plain(word), ...word.split(/[\s@._+-]+/).map(plain)])
    .filter((word) => word.length >= 4)
    .toSorted((a, b) => b.length - a.length)
  const whole = plain(password)
  const rest = parts.reduce((left, word) => left.replaceAll(word, ''), whole)
  return rest.length < 6 && rest.length < whole.length
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
