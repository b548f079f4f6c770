/** A new promotion: first what it should do, then the rest. */
import BadgePercent from 'lucide-react/icons/badge-percent'
import Coins from 'lucide-react/icons/coins'
import Gift from 'lucide-react/icons/gift'
import Truck from 'lucide-react/icons/truck'
import { Link, redirect } from 'react-router'
import type { Route } from './+types/new-promotion.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { createPromotion } from '../promotions.ts'
import type { PromotionKind } from '../schema.ts'
import { scopeOf } from './editor/load.ts'
import { PromotionForm } from './editor/promotion-form.tsx'
import { inputOf } from './editor/save.ts'

const kinds = [
  { kind: 'percent', icon: BadgePercent },
  { kind: 'fixed', icon: Coins },
  { kind: 'freeShipping', icon: Truck },
  { kind: 'buyXGetY', icon: Gift },
] as const satisfies { kind: PromotionKind; icon: unknown }[]

const kindOf = ({ searchParams }: URL): PromotionKind | null => {
  const asked = searchParams.get('kind')
  return kinds.find(({ kind }) => kind === asked)?.kind ?? null
}

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'promotions.manage')
    const kind = kindOf(url)
    return { kind, scope: kind && (await scopeOf(ctx, null)), currency: ctx.organization.currency }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const kind = kindOf(url)
  if (!kind) return redirect('/console/promotions/new')
  const outcome = await attempt(() => {
    requirePermission(ctx, 'promotions.manage')
    return createPromotion(ctx, { kind, ...inputOf(fieldsOf(form, ctx.locale), kind, ctx.timeZone) })
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'promotions.created' })
  return redirect(`/console/promotions/${outcome.result.id}`)
}

const blank = {
  name: null,
  code: null,
  value: null,
  buyQuantity: null,
  getQuantity: null,
  minimumTotal: null,
  usageLimit: null,
  usageLimitPerCustomer: null,
  isStackable: true,
  startsAt: null,
  endsAt: null,
  priority: 0,
  version: null,
}

export default function NewPromotion({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { kind, scope, currency } = loaderData
  return (
    <div className="stack">
      <title>{t('promotions.new')}</title>
      <PageHeader
        title={kind ? t(`promotions.kind_${kind}`) : t('promotions.new')}
        crumbs={[
          { to: '/console/promotions', label: t('promotions.promotions') },
          ...(kind ? [{ to: '/console/promotions/new', label: t('promotions.new') }] : []),
        ]}
        text={kind ? t(`promotions.kindText_${kind}`) : t('promotions.chooseKind')}
      />
      {kind && scope ? (
        <PromotionForm
          promotion={{ ...blank, kind }}
          scope={scope}
          currency={currency}
          problem={problem}
          values={actionData?.values}
        />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {kinds.map(({ kind, icon: Icon }) => (
            <li key={kind}>
              <Link
                to={`?kind=${kind}`}
                className="card flex h-full items-start gap-4 hover:border-line-strong"
              >
                <span className="mt-1 text-2xl text-olive-ink">
                  <Icon aria-hidden />
                </span>
                <span>
                  <span className="block font-display text-xl">{t(`promotions.kind_${kind}`)}</span>
                  <span className="text-ink-soft">{t(`promotions.kindText_${kind}`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
