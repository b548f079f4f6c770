/** Writes CSV that every spreadsheet opens rightly: a byte order mark, quotation marks where needed, CRLF (RFC 4180). */

export const csvStart = '\ufeff'

export const csvLine = (cells: readonly string[], delimiter = ','): string =>
  `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`

/** Spreadsheets trim blanks that are not in quotation marks, and some take ; or a tab for the separator. */
const csvCell = (text: string, delimiter: string): string =>
  /["\r\n,;\t]|^\s|\s$/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
