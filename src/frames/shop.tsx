/** The frame of every shop page: who sells, what there is, who is here and how full their basket is. */
import { Outlet } from 'react-router'
import type { Route } from './+types/shop.ts'
import { claimGuestCart, countMyCart } from '../modules/cart/pages/cart-cookie.ts'
import { listCategories } from '../modules/catalog/categories.ts'
import { stoa } from '../platform/pages/context.ts'
import { inLocale } from '../platform/values/shapes.ts'
import { useT } from '../ui/i18n.tsx'
import { ShopLayout } from '../ui/layouts/shop-layout.tsx'
import { themeOf } from './theme.ts'
import './shop/basket.css'
import { originOf } from './shop/origin.ts'
import { SearchBox } from './shop/search-box.tsx'
import './shop/shop.css'

// Before any loader of the page, so that none of them sees the cart as it was before signing in.
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, request }, next) => {
    await claimGuestCart(context, request)
    return next()
  },
]

/** More do not fit above the page; all of them are on the first one. */
const mostCategories = 9

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const { organization, actor } = ctx
  const { settings } = organization
  const [cartCount, categories] = await Promise.all([countMyCart(ctx, request), listCategories(ctx)])
  return {
    brand: { name: organization.name },
    origin: originOf(ctx, request),
    categories: categories
      .filter(({ parentId, productCount }) => parentId === null && productCount > 0)
      .slice(0, mostCategories)
      .map(({ slug, name }) => ({ slug, name: inLocale(name, ctx.locale, organization.defaultLocale) })),
    account: actor.userId ? { name: actor.name } : null,
    hasConsole: actor.permissions.size > 0 || actor.producerIds.length > 0,
    cartCount,
    theme: themeOf(request),
    returnDays: settings.returnDays ?? 14,
    imprint: {
      address: settings.address ?? null,
      vatNumber: settings.vatNumber ?? null,
      email: settings.email ?? null,
      phone: settings.phone ?? null,
    },
  }
}

/** Only what is posted changes the basket or the account; a walk through the shop need not ask again. */
export const shouldRevalidate = ({ formMethod }: { formMethod?: string }): boolean =>
  formMethod !== undefined && formMethod !== 'GET'

export default function ShopFrame({ loaderData }: Route.ComponentProps) {
  const { brand, categories, account, hasConsole, cartCount, theme, imprint } = loaderData
  const t = useT()
  return (
    <ShopLayout
      brand={brand}
      categories={categories.map(({ slug, name }) => ({ to: `/categories/${slug}`, label: name }))}
      account={account}
      accountLinks={[
        ...(account ? [{ to: '/account/orders', label: t('catalog.myOrders') }] : []),
        ...(hasConsole ? [{ to: '/console', label: t('catalog.backOffice') }] : []),
      ]}
      cartCount={cartCount}
      theme={theme}
      search={<SearchBox />}
      footer={[
        {
          title: t('catalog.footShop'),
          links: [
            { to: '/search', label: t('catalog.allProducts') },
            { to: '/producers', label: t('catalog.producers') },
            { to: '/become-a-producer', label: t('catalog.becomeProducer') },
          ],
        },
        {
          title: t('catalog.footYou'),
          links: [
            { to: '/account/orders', label: t('catalog.myOrders') },
            { to: '/account/addresses', label: t('catalog.myAddresses') },
            { to: '/cart', label: t('ui.cart') },
          ],
        },
      ]}
      imprint={<Imprint {...imprint} name={brand.name} />}
    >
      <Outlet />
    </ShopLayout>
  )
}

type ImprintProps = Route.ComponentProps['loaderData']['imprint'] & { name: string }

function Imprint({ name, address, vatNumber, email, phone }: ImprintProps) {
  const t = useT()
  return (
    <>
      <p>{address?.company ?? name}</p>
      {address && (
        <p>
          {address.line1}, {address.postalCode} {address.city}
        </p>
      )}
      {vatNumber && <p>{t('catalog.vatNumber', { number: vatNumber })}</p>}
      {phone && <p>{phone}</p>}
      {email && (
        <p>
          <a href={`mailto:${email}`} className="link">
            {email}
          </a>
        </p>
      )}
    </>
  )
}
