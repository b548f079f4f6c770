/** The files of a list whose address is `path`: `exports={filesOf('/api/v1/orders')}`. */
export const filesOf = (path: string) => [
  { path: `${path}.csv`, label: 'CSV' },
  { path: `${path}.xlsx`, label: 'Excel (XLSX)' },
]
