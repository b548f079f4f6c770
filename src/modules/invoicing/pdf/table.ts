/** The lines of a document as a table that goes on over pages, its head repeated on each. */
import { formatMoney, formatNumber } from '../../../platform/i18n/format.ts'
import type { InvoiceRow } from '../compose.ts'
import type { FactLine, Facts } from '../e-invoice/facts.ts'
import { unitName } from './units.ts'
import { bottom, hair, heightOf, margin, money, rule, set, type Sheet, soft, width } from './sheet.ts'

type Column = { label: string; width: number; align: 'left' | 'right'; text: (line: FactLine) => string }

const gap = 8

export function drawLines(sheet: Sheet, facts: Facts, invoice: InvoiceRow): void {
  const { document, root } = sheet
  const columns = columnsOf(sheet, facts)
  const table = document.struct('Table')
  root.add(table)
  document.y += 14
  drawHead(sheet, columns, table)
  for (const line of facts.lines) {
    const detail = detailOf(sheet, line, invoice)
    const height = rowHeight(sheet, columns, line, detail)
    if (document.y + height > bottom) {
      document.addPage()
      document.y = margin
      drawHead(sheet, columns, table)
    }
    drawRow(sheet, columns, table, line, detail, height)
  }
  table.end()
}

function columnsOf(sheet: Sheet, { currency }: Facts): Column[] {
  const { t, locale } = sheet
  const number = (value: string) => formatNumber(locale, value, { maximumFractionDigits: 6 })
  const fixed: Column[] = [
    {
      label: t('invoicing.pdfQuantity'),
      width: 72,
      align: 'right',
      text: (line) => `${number(line.quantity)} ${unitName(locale, line.unit)}`,
    },
    {
      label: t('invoicing.pdfPrice'),
      width: 78,
      align: 'right',
      text: (line) => priceOf(sheet, line, currency),
    },
    {
      label: t('invoicing.pdfVat'),
      width: 44,
      align: 'right',
      text: (line) => (line.category === 'O' ? '–' : `${number(line.rate)}%`),
    },
    {
      label: t('invoicing.pdfNet'),
      width: 82,
      align: 'right',
      text: (line) => money(sheet, line.net, currency),
    },
  ]
  const left = width - fixed.reduce((sum, column) => sum + column.width + gap, 0)
  return [
    {
      label: t('invoicing.pdfDescription'),
      width: left,
      align: 'left',
      text: (line) => line.description ?? line.name,
    },
    ...fixed,
  ]
}

/** With as many decimals as it has, and at least the currency's. */
function priceOf({ locale }: Sheet, line: FactLine, currency: string): string {
  const rounded = line.price.replace(/(\.\d{6})\d+$/, '$1')
  const price = formatMoney(locale, { amount: rounded, currency })
  return line.baseQuantity === '1' ? price : `${price} / ${formatNumber(locale, line.baseQuantity, {})}`
}

function detailOf(sheet: Sheet, line: FactLine, { currency }: InvoiceRow): string {
  const told = (sign: string) => (one: FactLine['charges'][number]) => {
    const percent = one.percent
      ? ` ${formatNumber(sheet.locale, one.percent, { maximumFractionDigits: 4 })}%`
      : ''
    const reason = one.reason === 'Discount' ? sheet.t('invoicing.pdfDiscount') : one.reason
    return `${reason}${percent}: ${sign}${money(sheet, one.amount, currency)}`
  }
  return [line.itemCode, ...line.allowances.map(told('−')), ...line.charges.map(told('+'))]
    .filter(Boolean)
    .join('\n')
}

function rowHeight(sheet: Sheet, columns: readonly Column[], line: FactLine, detail: string): number {
  const main = Math.max(
    ...columns.map((column) => heightOf(sheet, column.text(line), { width: column.width })),
  )
  return main + (detail ? heightOf(sheet, detail, { width: columns[0]!.width, size: 8 }) : 0) + 10
}

function drawHead(sheet: Sheet, columns: readonly Column[], table: PDFKit.PDFStructureElement): void {
  const { document } = sheet
  const row = document.struct('TR')
  table.add(row)
  const y = document.y
  let x = margin
  let end = y
  for (const column of columns) {
    end = Math.max(
      end,
      set(sheet, column.label, {
        x,
        y,
        width: column.width,
        align: column.align,
        size: 8,
        isBold: true,
        color: soft,
        tag: 'TH',
        parent: row,
      }),
    )
    x += column.width + gap
  }
  row.end()
  rule(sheet, end + 3, soft)
  document.y = end + 8
}

function drawRow(
  sheet: Sheet,
  columns: readonly Column[],
  table: PDFKit.PDFStructureElement,
  line: FactLine,
  detail: string,
  height: number,
): void {
  const { document } = sheet
  const row = document.struct('TR')
  table.add(row)
  const y = document.y
  let x = margin
  columns.forEach((column, at) => {
    const cell = document.struct('TD')
    row.add(cell)
    const end = set(sheet, column.text(line), {
      x,
      y,
      width: column.width,
      align: column.align,
      parent: cell,
    })
    if (at === 0 && detail)
      set(sheet, detail, { x, y: end, width: column.width, size: 8, color: soft, parent: cell })
    cell.end()
    x += column.width + gap
  })
  row.end()
  rule(sheet, y + height - 4, hair)
  document.y = y + height
}
