/** The frame of the shop's pages. */
import { Outlet } from 'react-router'

export default function ShopFrame() {
  return <Outlet />
}
