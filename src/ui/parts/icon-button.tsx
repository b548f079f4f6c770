/** A button that is only a picture; its label is read out and shown as a tip. */
import type { ReactNode } from 'react'
import { type ButtonProps, Button } from './button.tsx'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & {
  label: string
  icon: ReactNode
}

export const IconButton = ({ label, icon, tone = 'ghost', className = '', ...props }: IconButtonProps) => (
  <Tooltip text={label} isLabel>
    <Button {...props} tone={tone} icon={icon} aria-label={label} className={`btn-icon ${className}`} />
  </Tooltip>
)
