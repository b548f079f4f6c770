/** What is still to be paid, and how. */
import { Form } from 'react-router'
import { T, useT } from '../../../ui/i18n.tsx'
import { Button } from '../../../ui/parts/button.tsx'
import { CopyButton } from '../../../ui/parts/copy-button.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import type { OrderPage, Transfer } from './order-view.ts'

type OrderPaymentProps = {
  order: OrderPage
  /** What the way back from the payment page says. */
  state: string | null
  isPaying: boolean
}

export function OrderPayment({ order, state, isPaying }: OrderPaymentProps) {
  const t = useT()
  const { due, can, transfer, refunded } = order
  if (!can.pay) {
    return refunded ? (
      <Notice tone="info">
        <T k="checkout.refunded" values={{ amount: <Money key="amount" value={refunded} /> }} />
      </Notice>
    ) : null
  }
  if (isPaying) return <Notice tone="info" title={t('checkout.confirming')} announce />
  return (
    <section className="card">
      <h2 className="card-title">{t(transfer ? 'checkout.payByTransfer' : 'checkout.waitsForPayment')}</h2>
      {state === 'cancelled' && <p>{t('checkout.turnedBack')}</p>}
      {state === 'unavailable' && (
        <p className="field-error" role="alert">
          {t('checkout.payUnavailable')}
        </p>
      )}
      {transfer ? (
        <TransferFacts transfer={transfer} />
      ) : (
        <p>
          <T
            k="checkout.toPay"
            values={{ amount: <Money key="amount" value={due} className="font-semibold" /> }}
          />
        </p>
      )}
      <div className="pay-ways">
        {sorted(order).map((code, index) =>
          code === 'bank-transfer' && transfer ? null : (
            <Form key={code} method="post">
              <input type="hidden" name="intent" value="pay" />
              <input type="hidden" name="provider" value={code} />
              <Button type="submit" tone={index === 0 && !transfer ? 'accent' : 'quiet'}>
                {t(`checkout.payWith_${code as 'stripe'}`)}
              </Button>
            </Form>
          ),
        )}
      </div>
    </section>
  )
}

/** The way that was chosen comes first. */
const sorted = ({ providers, paymentProvider }: OrderPage) =>
  providers.toSorted((a, b) => Number(b === paymentProvider) - Number(a === paymentProvider))

function TransferFacts({ transfer }: { transfer: Transfer }) {
  const t = useT()
  const rows = [
    { label: t('checkout.beneficiary'), value: transfer.beneficiary },
    { label: 'IBAN', value: transfer.iban, isCopied: true },
    ...(transfer.bic ? [{ label: 'BIC', value: transfer.bic }] : []),
    ...(transfer.bankName ? [{ label: t('checkout.bank'), value: transfer.bankName }] : []),
    { label: t('checkout.reference'), value: transfer.reference, isCopied: true },
  ]
  return (
    <div className="transfer">
      <div>
        <p>{t('checkout.transferText')}</p>
        <dl>
          <div>
            <dt>{t('checkout.amount')}</dt>
            <dd>
              <Money value={transfer.amount} />
            </dd>
          </div>
          {rows.map(({ label, value, isCopied }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span className="transfer-value">{value}</span>
                {isCopied && <CopyButton text={value.replaceAll(' ', '')} />}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {transfer.qr && (
        <figure className="qr">
          <svg
            viewBox={`0 0 ${transfer.qr.size} ${transfer.qr.size}`}
            aria-hidden="true"
            shapeRendering="crispEdges"
          >
            <rect width="100%" height="100%" fill="#fff" />
            <path d={transfer.qr.path} fill="#000" />
          </svg>
          <figcaption>{t('checkout.qrText')}</figcaption>
        </figure>
      )}
    </div>
  )
}
