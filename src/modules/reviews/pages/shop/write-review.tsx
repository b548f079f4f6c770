/** A buyer's word on one thing of an order. */
import { data, redirect } from 'react-router'
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { Photo } from '../../../../frames/shop/photo.tsx'
import { useProblem } from '../../../../frames/shop/use-problem.ts'
import { countKnock } from '../../../../platform/http/limits.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextArea, TextField } from '../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { RatingInput } from '../../../../ui/parts/rating.tsx'
import { getOrderDetail } from '../../../checkout/detail.ts'
import { isOrderId, orderAccessOf } from '../../../checkout/pages/order-access.ts'
import { presentOrder } from '../../../checkout/present.ts'
import { writeReview } from '../../reviews.ts'
import type { Route } from './+types/write-review.ts'
import './reviews.css'

export async function loader({ context, request, params: { id, productId } }: Route.LoaderArgs) {
  if (!isOrderId(id) || !isOrderId(productId)) throw nothing()
  const ctx = stoa(context)
  const detail = await orErrorPage(() =>
    getOrderDetail(ctx, { orderId: id, access: orderAccessOf(request, id) }),
  )
  const order = presentOrder(ctx, detail)
  const line = order.lines.find((one) => one.productId === productId)
  if (!line) throw nothing()
  return {
    order: { id, number: order.number },
    name: line.name,
    photo: line.imageFileId,
    author: order.shippingAddress.name.split(' ')[0] ?? '',
  }
}

const nothing = () => data({ message: null }, { status: 404 })

export async function action({ context, request, params: { id, productId } }: Route.ActionArgs) {
  if (!isOrderId(id) || !isOrderId(productId)) throw nothing()
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(async () => {
    await countKnock(ctx.services, 'review-pages', ctx.address ?? 'unknown', { max: 20, windowSeconds: 3600 })
    return writeReview(ctx, {
      productId,
      orderId: id,
      access: orderAccessOf(request, id),
      rating: fields.whole('rating'),
      title: fields.optional('title'),
      body: fields.text('body'),
      authorName: fields.optional('authorName'),
    })
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'reviews.written' })
  return redirect(`/orders/${id}`)
}

export default function WriteReview({ loaderData, actionData }: Route.ComponentProps) {
  const { order, name, photo, author } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, {
    codes: {
      already_reviewed: t('reviews.already'),
      not_bought: t('reviews.notYet'),
      too_many: t('cart.slower'),
    },
    fields: { '/rating': t('reviews.chooseStars'), '/body': t('reviews.bodyMissing') },
  })
  const title = t('reviews.write', { name })
  return (
    <div className="wrap">
      <PageMeta title={title} />
      <PageHeader
        title={title}
        crumbs={[{ to: `/orders/${order.id}`, label: t('orders.order', { number: order.number }) }]}
      />
      <div className="write">
        <Photo file={photo} alt="" sizes="(min-width: 48rem) 18rem, 8rem" />
        <Form problem={problem} values={actionData?.values}>
          <RatingInput
            name="rating"
            label={t('reviews.stars')}
            defaultValue={Number(actionData?.values?.['rating']) || undefined}
            required
          />
          <TextArea
            name="body"
            label={t('reviews.body')}
            hint={t('reviews.bodyHint')}
            rows={5}
            maxLength={4000}
          />
          <TextField name="title" optional label={t('reviews.headline')} maxLength={120} />
          <TextField
            name="authorName"
            optional
            label={t('reviews.author')}
            hint={t('reviews.authorHint')}
            defaultValue={author}
            maxLength={60}
          />
          <div className="form-actions">
            <SubmitButton tone="accent">{t('reviews.send')}</SubmitButton>
            <LinkButton to={`/orders/${order.id}`} tone="ghost">
              {t('ui.cancel')}
            </LinkButton>
          </div>
          <p className="checkout-hint">{t('reviews.sendHint')}</p>
        </Form>
      </div>
    </div>
  )
}
