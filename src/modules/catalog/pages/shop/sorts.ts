/** The orders people choose from; the first is taken when none is named. */
export const offeredSorts = ['relevance', 'price', '-price', '-createdAt', '-rating', 'name'] as const
