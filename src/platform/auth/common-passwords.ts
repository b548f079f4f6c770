/** Passwords that everybody tries first, kept out of memory until somebody chooses one. */

let loaded: Promise<ReadonlySet<string>> | undefined

/** True for one of some 49,000 known passwords, also when only its case or a short tail of digits and signs differs. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const known = await (loaded ??= load())
  const plain = password.normalize('NFKC').toLowerCase()
  const core = plain.replace(/[^\p{L}]{1,6}$/u, '').replace(/^[^\p{L}]{1,6}/u, '')
  return known.has(plain) || (core.length >= 4 && known.has(core))
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'])
}
