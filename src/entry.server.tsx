/** Renders a page to a stream under its own nonce; robots are given it whole. */
import { isbot } from 'isbot'
import { renderToReadableStream } from 'react-dom/server'
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { pageContext } from './platform/pages/context.ts'

const renderLimitMs = 10_000

// Never renderToString: the data for hydration comes from inside a Suspense boundary, and would be missing without a word.
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
) {
  headers.set('content-type', 'text/html; charset=utf-8')
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const { nonce, ctx } = context.get(pageContext)
  const body = await renderToReadableStream(
    <ServerRouter context={routerContext} url={request.url} nonce={nonce} />,
    {
      nonce,
      signal: AbortSignal.timeout(renderLimitMs),
      onError: (error) => {
        status = 500
        ctx.services.log.error({ err: error, requestId: ctx.requestId }, 'page could not be rendered')
      },
    },
  )
  if (isbot(request.headers.get('user-agent') ?? '')) await body.allReady
  return new Response(body, { status, headers })
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  const { ctx } = context.get(pageContext)
  ctx.services.log.error(
    { err: error, requestId: ctx.requestId, path: new URL(request.url).pathname },
    'page failed',
  )
}
