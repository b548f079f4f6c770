/** Keeps a cell that a spreadsheet would run as a formula from running, and takes the guard off again on reading. */

// OWASP's list: the four signs, their full-width twins, tab and line breaks.
const trigger = /^[=+\-@\t\r\n＝＋－＠]/
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/

/** Writes so that `fromSafeCell` gives the very same text back: a value that already looks guarded gets one more. */
export const toSafeCell = (value: string): string =>
  trigger.test(value) || guarded.test(value) ? `'${value}` : value

export const fromSafeCell = (value: string): string => (guarded.test(value) ? value.slice(1) : value)

/** For repeating cells of somebody else's file, which may be guarded already. */
export const guardCell = (value: string): string => (trigger.test(value) ? `'${value}` : value)
