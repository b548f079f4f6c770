/** What a start prints: where it is, and on a demo the accounts to try. */
import type { Services } from '../tenancy/context.ts'

export const demoPassword = 'open-the-stoa-2026'
export const demoAccounts = [
  'owner',
  'admin',
  'lead',
  'member',
  'accountant',
  'producer',
  'producer2',
  'seller',
  'customer',
  'customer2',
] as const

export function welcome({
  url,
  services,
  hasDemo,
}: {
  url: string
  services: Services
  hasDemo: boolean
}): void {
  if (hasDemo) {
    const port = new URL(url).port
    console.log(`\n  The demo market   ${url}   (also http://demo.localhost:${port})`)
    console.log(`  The back office   ${url}/console`)
    console.log(`  The API           ${url}/api/docs`)
    console.log(`  Accounts          ${demoAccounts.map((name) => `${name}@demo.test`).join(', ')}`)
    console.log(`                    owner@other.test (another organisation)`)
    console.log(`  Password          ${demoPassword}\n`)
  }
  if (!services.env.SMTP_URL && !services.env.production)
    console.log('  Mails stay here: see Mail in the back office.\n')
  console.log(`ready ${url}`)
}
