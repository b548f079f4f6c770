/** JSON whose numbers stay as they were written: 16-digit order codes and decimal amounts survive as strings. */

/**
 * Each number becomes the string of its digits, `9123456789012345` and `30.10` alike. Throws SyntaxError.
 * Uses the source text access of JSON.parse (ECMAScript 2026).
 */
export function parseExact(text: string): unknown {
  const keepSource = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value
  return JSON.parse(text, keepSource)
}

/** For JSON.stringify: a number with exactly these digits. Throws SyntaxError when it is none. */
export const exactNumber = (digits: string): unknown =>
  // Not yet in TypeScript's library.
  (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits)
