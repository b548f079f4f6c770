/** The frame of the back office. */
import { Outlet } from 'react-router'

export const handle = { area: 'console' }

export default function ConsoleFrame() {
  return <Outlet />
}
