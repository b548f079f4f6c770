/** What becomes of each product of a file, with the cells that change and what was found wrong, by row. */
import type { z } from 'zod'
import { Link } from 'react-router'
import { useFormat, useT } from '../../../../../ui/i18n.tsx'
import { StatusBadge } from '../../../../../ui/parts/badge.tsx'
import { Disclosure } from '../../../../../ui/parts/disclosure.tsx'
import type { ImportItemView } from '../../../import/present.ts'
import { cellOf, wordOf } from './cells.ts'
import { effectTones } from './state.ts'

export type ShownItem = z.output<typeof ImportItemView>

/** So many changed cells are shown at once; more wait behind a line. */
const shownAtOnce = 4

export function Items({ items, label }: { items: readonly ShownItem[]; label: string }) {
  return (
    <ol className="import-items" aria-label={label}>
      {items.map((item) => (
        <Item key={item.position} item={item} />
      ))}
    </ol>
  )
}

function Item({ item }: { item: ShownItem }) {
  const t = useT()
  const { number } = useFormat()
  const { effect, title, row, productId, changes, problems } = item
  const cells = <Cells changes={changes} isNew={effect === 'create'} title={title} />
  return (
    <li className="import-item">
      <div className="import-item-head">
        <StatusBadge status={effect} tones={effectTones} label={t(`catalog.effectOne_${effect}`)} />
        <span className="import-item-title">
          {productId ? <Link to={`/console/products/${productId}`}>{title}</Link> : title}
        </span>
        <span className="import-item-row">{t('catalog.importRow', { row: number(row) })}</span>
      </div>
      {problems.length > 0 && (
        <ul className="import-problems">
          {problems.map((problem, at) => (
            <li key={at} data-severity={problem.severity}>
              <span className="import-problem-where">
                {[
                  problem.row > 0 &&
                    problem.row !== row &&
                    t('catalog.importRow', { row: number(problem.row) }),
                  problem.column && `${problem.column}${problem.value && `: “${problem.value}”`}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {problem.message}
            </li>
          ))}
        </ul>
      )}
      {changes.length > shownAtOnce ? (
        <Disclosure summary={t('catalog.importCells', { count: changes.length })}>{cells}</Disclosure>
      ) : (
        changes.length > 0 && cells
      )}
    </li>
  )
}

type CellsProps = { changes: ShownItem['changes']; isNew: boolean; title: string }

function Cells({ changes, isNew, title }: CellsProps) {
  const t = useT()
  const { number } = useFormat()
  const said = (name: ReturnType<typeof cellOf>['name'], value: string) => {
    const key = wordOf(name, value)
    return key ? t(key) : value
  }
  return (
    <div className="import-cells">
      <table>
        <caption className="sr-only">{t('catalog.importCellsOf', { title })}</caption>
        <thead>
          <tr>
            <th scope="col" className="import-cell-row">
              {t('catalog.importRowShort')}
            </th>
            <th scope="col">{t('catalog.importCell')}</th>
            {!isNew && <th scope="col">{t('catalog.importFrom')}</th>}
            <th scope="col">{isNew ? t('catalog.importValue') : t('catalog.importTo')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ row, field, from, to }, at) => {
            const { sku, name, raw } = cellOf(field)
            return (
              <tr key={at}>
                <td className="import-cell-row">{number(row)}</td>
                <th scope="row">
                  {name ? t(`catalog.cell_${name}`) : raw}
                  {sku && <span className="import-cell-sku">{sku}</span>}
                </th>
                {!isNew && <td>{from ? <del>{said(name, from)}</del> : '–'}</td>}
                <td>{to ? <ins>{said(name, to)}</ins> : t('catalog.importCleared')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
