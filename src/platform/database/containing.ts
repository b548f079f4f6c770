/** A pattern for `ilike` that finds a text anywhere; what people type is never a wildcard. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
