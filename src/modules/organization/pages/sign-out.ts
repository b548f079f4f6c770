/** Signing out: posted to, so that no link and no picture does it. */
import { redirect } from 'react-router'
import type { Route } from './+types/sign-out.ts'
import { askAccounts } from './ask-accounts.ts'

export async function action({ context }: Route.ActionArgs) {
  await askAccounts(context, '/sign-out', {})
  throw redirect('/')
}

export const loader = () => redirect('/')
