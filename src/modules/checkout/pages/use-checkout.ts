/** What the frame of the checkout has loaded, for the step within it. */
import { useOutletContext } from 'react-router'
import type { CheckoutState } from './checkout-state.ts'

export const useCheckout = (): CheckoutState => useOutletContext<CheckoutState>()
