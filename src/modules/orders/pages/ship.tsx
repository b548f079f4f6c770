/** A parcel leaves: all that is left of the part, or some of it now and the rest later. */
import type { Route } from './+types/ship.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { act } from './order/acts.ts'
import { AddressLines } from './order/customer.tsx'
import { LinePicker } from './order/line-picker.tsx'
import { loadPart } from './order/load.ts'

export const loader = ({ context, params }: Route.LoaderArgs) => loadPart(context, params.id, 'orders.fulfil')

export const action = ({ context, request, params }: Route.ActionArgs) =>
  act({ context, request, id: params.id, back: `/console/parts/${params.id}` })

export default function ShipPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { part, order, isReleased, maySeeOrder } = loaderData
  const title = t('orders.shipTitle', { number: part.number })
  const lines = loaderData.lines
    .map((line) => ({ ...line, available: line.quantity - line.shippedQuantity - line.cancelledQuantity }))
    .filter((line) => line.available > 0)
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[
          { to: '/console/parts', label: maySeeOrder ? t('orders.parts') : t('orders.partsOwn') },
          { to: `/console/parts/${part.id}`, label: part.number },
        ]}
        text={t('orders.shipText')}
      />
      {!part.can.ship || lines.length === 0 ? (
        <Notice tone="warn" title={isReleased ? t('orders.nothingLeft') : t('orders.whyUnpaid')} />
      ) : (
        <div className="panes">
          <Card>
            <Form problem={problem} values={actionData?.values}>
              <input type="hidden" name="intent" value="ship" />
              <input type="hidden" name="partId" value={part.id} />
              <LinePicker legend={t('orders.howMany')} lines={lines} isAll />
              <TextField
                name="carrier"
                label={t('orders.carrier')}
                hint={t('orders.carrierHint', { method: order.shippingMethod.name })}
                optional
                maxLength={60}
              />
              <TextField
                name="trackingNumber"
                label={t('orders.tracking')}
                hint={t('orders.trackingHint')}
                optional
                maxLength={60}
                autoComplete="off"
              />
              <SubmitButton>{t('orders.shipSubmit')}</SubmitButton>
            </Form>
          </Card>
          <Card title={t('orders.shipTo')}>
            <AddressLines address={order.shippingAddress} />
          </Card>
        </div>
      )}
    </div>
  )
}
