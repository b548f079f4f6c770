/** Addresses of the shop that lead nowhere. */
import { notFound } from '../platform/http/app-error.ts'
import { orErrorPage } from '../platform/pages/outcome.ts'

export const loader = () => orErrorPage(() => Promise.reject(notFound('page')))

export default function Unknown() {
  return null
}
