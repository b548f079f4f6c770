/** Takes what is done with a product's pictures: answers a script with data, and a form without one with the page again. */
import { redirect } from 'react-router'
import type { Route } from './+types/product-pictures.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { attempt } from '../../../../platform/pages/outcome.ts'
import { actOnPictures, readPictures } from './product/pictures-save.ts'

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/console/products/${params.id}`)

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const page = `/console/products/${params.id}`
  const isPlain = request.headers.get('accept')?.includes('text/html') ?? false
  const outcome = await attempt(async () => actOnPictures(ctx, params.id, await readPictures(request)))
  if (!isPlain)
    return outcome.problem
      ? Response.json({ detail: outcome.problem.title, problem: outcome.problem }, { status: outcome.status })
      : Response.json(outcome.result)
  if (outcome.problem)
    flash(context, {
      key: 'catalog.pictureRefused',
      values: { reason: outcome.problem.title },
      tone: 'bad',
    })
  else
    flash(context, {
      key: outcome.result.message,
      ...(outcome.result.undo && { undo: { action: `${page}/pictures`, fields: outcome.result.undo } }),
    })
  return redirect(`${page}#pictures`)
}
