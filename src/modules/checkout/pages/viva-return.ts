/** Where Viva sends people back to: it knows its own order code only, which leads to the order it was for. */
import { redirect } from 'react-router'
import { stoa } from '../../../platform/pages/context.ts'
import { orderOfReference } from '../../payments/payments.ts'
import type { Route } from './+types/viva-return.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const orderId = await orderOfReference(
    stoa(context),
    'viva',
    new URL(request.url).searchParams.get('s') ?? '',
  )
  return redirect(orderId ? `/orders/${orderId}` : '/account/orders')
}
