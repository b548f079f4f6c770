/**
 * Pages of the shop that look the same to everybody are drawn once and kept while nothing of the organisation changes.
 * What must be another each time, the nonce and the request's number, is put in as the page goes out.
 */
import type { Context } from '../tenancy/context.ts'
import { whileUnchanged } from '../tenancy/unchanged.ts'

/** What is new in every answer. */
export type Fresh = { nonce: string; requestId: string }
/** The page's bytes, cut where something fresh belongs: which of it follows each piece. */
type Kept = { headers: [string, string][]; pieces: { bytes: Buffer; next: keyof Fresh | null }[] }

const shared = /^\/(?:$|(?:categories|products|producers)\/[^/.]+$|(?:producers|search)$)/
/** Cookies that change how a page is drawn and nothing else; whoever has others is somebody. */
const harmless = /^(?:stoa\.theme=(?:light|dark)|stoa\.locale=\w{2})$/

/** Under what this request's page may be kept; null for people with an account, a basket or a message waiting. */
export function sharedKey(ctx: Context, request: Request): string | null {
  const { pathname, search, host } = new URL(request.url)
  if (request.method !== 'GET' || !shared.test(pathname) || ctx.actor.kind !== 'guest') return null
  if (request.headers.has('authorization') || request.headers.has('stoa-now')) return null
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/).filter(Boolean)
  if (!cookies.every((cookie) => harmless.test(cookie))) return null
  return JSON.stringify([host, pathname, search, ctx.locale, cookies.toSorted()])
}

/** `draw` answers the page as it is for `fresh`; only whole pages that set no cookie are kept. */
export async function keptPage(
  ctx: Context,
  key: string,
  fresh: Fresh,
  draw: () => Promise<Response>,
): Promise<Response> {
  let drawn: Response | undefined
  const make = async (): Promise<Kept | null> => {
    drawn = await draw()
    if (drawn.status !== 200 || drawn.headers.has('set-cookie')) return null
    const text = await drawn.clone().text()
    return { headers: [...drawn.headers], pieces: cut(text, fresh) }
  }
  const kept = await whileUnchanged(ctx, key, make, 'pages')
  if (drawn) return drawn
  if (!kept) return draw()
  const bytes = Buffer.concat(
    kept.pieces.flatMap(({ bytes, next }) => (next ? [bytes, Buffer.from(fresh[next])] : [bytes])),
  )
  return new Response(bytes, { headers: kept.headers })
}

function cut(text: string, { nonce, requestId }: Fresh): Kept['pieces'] {
  const words = [nonce, requestId].map((word) => RegExp.escape(word)).join('|')
  // Capturing, so that what was cut at stays between the pieces.
  const parts = text.split(new RegExp(`(${words})`))
  return parts
    .map((part, index) => ({ part, at: parts[index + 1] }))
    .filter((_, index) => index % 2 === 0)
    .map(({ part, at }) => ({
      bytes: Buffer.from(part),
      next: at === undefined ? null : at === nonce ? 'nonce' : 'requestId',
    }))
}
