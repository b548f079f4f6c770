/** The basket: what is in it, by producer, what it comes to, and what has changed since it was filled. */
import ShoppingBasket from 'lucide-react/icons/shopping-basket'
import { PageMeta } from '../../../frames/shop/page-meta.tsx'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import type { Route } from './+types/cart.ts'
import { findBasket } from './basket.ts'
import { cartAction } from './cart-action.ts'
import { CartChanges } from './cart-changes.tsx'
import { CartLine } from './cart-line.tsx'
import { CartSums } from './cart-sums.tsx'
import { useCartWording } from './cart-wording.ts'
import { FreeShipping } from './free-shipping.tsx'
import { PromotionCode } from './promotion-code.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  return { basket: (await findBasket(stoa(context), request))?.basket ?? null }
}

export const action = async (sent: Route.ActionArgs) => cartAction(sent, await sent.request.formData())

export default function Cart({ loaderData, actionData }: Route.ComponentProps) {
  const { basket } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, useCartWording())
  const isCode = actionData?.intent === 'code-add'
  const title = t('cart.title')
  return (
    <div className="wrap">
      <PageMeta title={title} />
      <PageHeader
        title={title}
        mark={basket && <span className="page-count">{t('cart.items', { count: basket.itemCount })}</span>}
      />
      {problem && !isCode && <Notice tone="bad" announce title={problem.title} />}
      {basket ? (
        <div className="panes mt-4">
          <div className="stack">
            <CartChanges changes={basket.changes} />
            {basket.groups.map(({ id, producer, lines }) => (
              <section key={id} className="cart-group" aria-labelledby={`from-${id}`}>
                <h2 id={`from-${id}`} className="cart-from">
                  {t('cart.from', { producer })}
                </h2>
                <ul>
                  {lines.map((line) => (
                    <CartLine key={line.id} line={line} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <aside className="cart-aside card">
            <h2 className="card-title">{t('cart.summary')}</h2>
            <CartSums basket={basket} />
            {basket.freeShipping && <FreeShipping {...basket.freeShipping} />}
            <PromotionCode applied={basket.promotions} problem={isCode ? problem : null} />
            <LinkButton to="/checkout" tone="accent" size="large" wide>
              {t('cart.checkout')}
            </LinkButton>
            <p className="cart-note">{t('cart.noAccount')}</p>
          </aside>
        </div>
      ) : (
        <EmptyState
          icon={<ShoppingBasket aria-hidden />}
          title={t('cart.empty')}
          text={t('cart.emptyText')}
          actions={
            <>
              <LinkButton to="/search" tone="primary">
                {t('cart.browse')}
              </LinkButton>
              <LinkButton to="/producers">{t('cart.meetProducers')}</LinkButton>
            </>
          }
        />
      )}
    </div>
  )
}
