/** What the frame has loaded, for the step within it. */
import { useRouteLoaderData } from 'react-router'
import type { CheckoutState } from './checkout-state.ts'

export const useCheckout = (): CheckoutState =>
  useRouteLoaderData<CheckoutState>('modules/checkout/pages/checkout')! as CheckoutState
