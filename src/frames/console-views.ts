/** Keeps and deletes saved views of the console's lists: `?list=orders` names the list. */
import type { Route } from './+types/console-views.ts'
import { stoa } from '../platform/pages/context.ts'
import { fieldsOf } from '../platform/pages/form-fields.ts'
import { attempt, refused } from '../platform/pages/outcome.ts'
import { deleteView, saveView } from '../platform/tenancy/saved-views.ts'

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const list = url.searchParams.get('list') ?? ''
  const outcome = await attempt(async () => {
    if (fields.text('intent') === 'delete-view') return deleteView(ctx, fields.text('id'))
    await saveView(ctx, { list, name: fields.text('name'), query: fields.text('query') })
  })
  return outcome.problem ? refused(outcome, form) : { problem: null }
}
