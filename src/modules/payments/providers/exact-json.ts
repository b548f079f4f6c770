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
