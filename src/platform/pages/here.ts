/** Where the reader is. The router passes requests on as they came, so the one for a page's data has a name of its own. */

/** Path and query of the page, as its address bar shows them: without `.data`, `_routes` and `index`. */
export function hereOf(request: Request): string {
  const url = new URL(request.url)
  const isData = url.pathname.endsWith('.data')
  const path = url.pathname.replace(/(\/_root|\/_)?\.data$/, '')
  if (isData) for (const own of ['_routes', 'index']) url.searchParams.delete(own)
  return (path || '/') + url.search
}
