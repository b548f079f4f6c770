/** How the fate of a mail looks. */
export const mailTones = { queued: 'info', sent: 'good', failed: 'bad', kept: 'neutral' } as const
