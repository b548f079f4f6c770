/** The steps of a checkout, in their order. */
export const stepIds = ['address', 'shipping', 'payment', 'review'] as const
export type StepId = (typeof stepIds)[number]

export const stepPath = (step: StepId): string => `/checkout/${step}`

/** The step after this one. */
export const nextStep = (step: StepId): string => stepPath(stepIds[stepIds.indexOf(step) + 1] ?? 'review')
