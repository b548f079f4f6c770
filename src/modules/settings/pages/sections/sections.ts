/** The parts of the settings, each with its own form and address. */
export const sections = ['general', 'selling', 'payments', 'access', 'alerts'] as const
export type Section = (typeof sections)[number]

export const sectionOf = (name: string | undefined): Section | null =>
  name === undefined ? 'general' : (sections.find((section) => section === name) ?? null)

/** The payment providers in the order in which the checkout may offer them. */
export const providers = ['bank-transfer', 'cash-on-delivery', 'stripe', 'viva'] as const
