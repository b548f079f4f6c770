/** Words and tones for what members are and how they stand. */
import type { Role } from '../../../platform/access/roles.ts'
import type { Translate } from '../../../ui/i18n.tsx'
import type { Tone } from '../../../ui/tones.ts'
import type { InvitationState } from '../invitations.ts'

export const statusTones = { active: 'good', waiting: 'warn', suspended: 'bad' } as const satisfies Record<
  string,
  Tone
>

export const invitationTones = {
  open: 'info',
  accepted: 'good',
  revoked: 'neutral',
  expired: 'warn',
} as const satisfies Record<InvitationState, Tone>

export const roleLabel = (t: Translate, role: Role): string => t(`settings.role_${role}`)
