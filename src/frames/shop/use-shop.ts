/** What the shop's frame has loaded; undefined on a page outside of it. */
import { useRouteLoaderData } from 'react-router'
import type { loader } from '../shop.tsx'

export const useShop = () => useRouteLoaderData<typeof loader>('frames/shop')
