/** The places of the back office, each shown to those who may go there. */
import BadgePercent from 'lucide-react/icons/badge-percent'
import Banknote from 'lucide-react/icons/banknote'
import ChartLine from 'lucide-react/icons/chart-line'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import Cog from 'lucide-react/icons/settings'
import FolderTree from 'lucide-react/icons/folder-tree'
import HeartPulse from 'lucide-react/icons/heart-pulse'
import History from 'lucide-react/icons/history'
import Inbox from 'lucide-react/icons/inbox'
import KeyRound from 'lucide-react/icons/key-round'
import Mail from 'lucide-react/icons/mail'
import Package from 'lucide-react/icons/package'
import Percent from 'lucide-react/icons/percent'
import ReceiptText from 'lucide-react/icons/receipt-text'
import Sprout from 'lucide-react/icons/sprout'
import Star from 'lucide-react/icons/star'
import Store from 'lucide-react/icons/store'
import Truck from 'lucide-react/icons/truck'
import Undo from 'lucide-react/icons/undo-2'
import Upload from 'lucide-react/icons/upload'
import UserPlus from 'lucide-react/icons/user-plus'
import Users from 'lucide-react/icons/users'
import UsersRound from 'lucide-react/icons/users-round'
import Workflow from 'lucide-react/icons/workflow'
import type { Todo } from '../modules/insights/todo.ts'
import type { Permission } from '../platform/access/roles.ts'
import type { MessageKey } from '../platform/i18n/keys.ts'
import type { Translate } from '../ui/i18n.tsx'
import type { ConsoleLayoutProps, ConsoleNavItem, PaletteAction } from '../ui/layouts/console-layout.tsx'

type Visitor = { permissions: ReadonlySet<Permission>; isProducer: boolean; todo: Todo }

type Place = Pick<ConsoleNavItem, 'to' | 'icon' | 'end'> & {
  label: MessageKey
  /** On a phone's bar: for everybody who may go there, or for those only who do not see whole orders. */
  main?: 'all' | 'producers'
  /** Any of these leads there; nothing: everybody here. */
  needs?: readonly Permission[]
  /** Only for people who act for a producer. */
  isOwn?: boolean
  waits?: keyof Todo | readonly (keyof Todo)[]
}

const places: { label: MessageKey; items: Place[] }[] = [
  {
    label: 'settings.navWork',
    items: [
      { to: '/console', label: 'settings.navDashboard', icon: ChartLine, main: 'all', end: true },
      {
        to: '/console/orders',
        label: 'settings.navOrders',
        icon: ClipboardList,
        main: 'all',
        needs: ['orders.readAll'],
        waits: 'unpaid',
      },
      {
        to: '/console/parts',
        label: 'settings.navParts',
        icon: Truck,
        main: 'all',
        needs: ['orders.fulfil', 'orders.readAll'],
        waits: 'partsToSend',
      },
      {
        to: '/console/returns',
        label: 'settings.navReturns',
        icon: Undo,
        needs: ['returns.manage'],
        waits: 'returns',
      },
    ],
  },
  {
    label: 'settings.navGoods',
    items: [
      {
        to: '/console/products',
        label: 'settings.navProducts',
        icon: Package,
        main: 'producers',
        needs: ['products.write', 'products.writeAny'],
      },
      {
        to: '/console/categories',
        label: 'settings.navCategories',
        icon: FolderTree,
        needs: ['categories.manage'],
      },
      { to: '/console/import', label: 'settings.navImport', icon: Upload, needs: ['imports.run'] },
      {
        to: '/console/reviews',
        label: 'settings.navReviews',
        icon: Star,
        needs: ['reviews.moderate', 'producers.profile'],
        // One of them is always zero: who lets reviews through does not answer them.
        waits: ['reviews', 'answers'],
      },
      { to: '/console/producers', label: 'settings.navProducers', icon: Sprout, needs: ['producers.manage'] },
      {
        to: '/console/applications',
        label: 'settings.navApplications',
        icon: UserPlus,
        needs: ['producers.manage'],
        waits: 'applications',
      },
      {
        to: '/console/profile',
        label: 'settings.navProfile',
        icon: Store,
        needs: ['producers.profile'],
        isOwn: true,
      },
    ],
  },
  {
    label: 'settings.navPeople',
    items: [
      { to: '/console/customers', label: 'settings.navCustomers', icon: Users, needs: ['customers.read'] },
      {
        to: '/console/promotions',
        label: 'settings.navPromotions',
        icon: BadgePercent,
        needs: ['promotions.manage'],
      },
    ],
  },
  {
    label: 'settings.navMoney',
    items: [
      {
        to: '/console/statements',
        label: 'settings.navStatements',
        icon: ReceiptText,
        needs: ['statements.read', 'payouts.manage'],
      },
      { to: '/console/payouts', label: 'settings.navPayouts', icon: Banknote, needs: ['payouts.manage'] },
      { to: '/console/taxes', label: 'settings.navTaxes', icon: Percent, needs: ['taxes.manage'] },
    ],
  },
  {
    label: 'settings.navHouse',
    items: [
      { to: '/console/settings', label: 'settings.navSettings', icon: Cog, needs: ['organization.manage'] },
      { to: '/console/shipping', label: 'settings.navShipping', icon: Inbox, needs: ['shipping.manage'] },
      { to: '/console/members', label: 'settings.navMembers', icon: UsersRound, needs: ['members.manage'] },
      { to: '/console/api-keys', label: 'settings.navKeys', icon: KeyRound, needs: ['apiKeys.manage'] },
      { to: '/console/audit', label: 'settings.navAudit', icon: History, needs: ['audit.read'] },
      { to: '/console/jobs', label: 'settings.navJobs', icon: Workflow, needs: ['jobs.manage'] },
      { to: '/console/mails', label: 'settings.navMails', icon: Mail, needs: ['mails.read'] },
      { to: '/console/health', label: 'settings.navHealth', icon: HeartPulse, needs: ['health.read'] },
    ],
  },
]

export function groupsFor(t: Translate, visitor: Visitor): ConsoleLayoutProps['groups'] {
  return places
    .map(({ label, items }) => ({
      label: t(label),
      items: items.filter((place) => isFor(place, visitor)).map((place) => item(t, place, visitor)),
    }))
    .filter(({ items }) => items.length > 0)
}

const isFor = ({ needs, isOwn }: Place, { permissions, isProducer }: Visitor): boolean =>
  (!needs || needs.some((permission) => permissions.has(permission))) && (!isOwn || isProducer)

function item(t: Translate, place: Place, { todo, permissions }: Visitor): ConsoleNavItem {
  const { to, icon, end, label, waits, main } = place
  return {
    to,
    icon,
    end,
    label: t(label),
    main: main === 'all' || (main === 'producers' && !permissions.has('orders.readAll')),
    ...(waits && { count: [waits].flat().reduce((sum, key) => sum + todo[key], 0) }),
  }
}

const actions: { to: string; label: MessageKey; needs: Permission }[] = [
  { to: '/console/products/new', label: 'settings.newProduct', needs: 'products.write' },
  { to: '/console/promotions/new', label: 'settings.newPromotion', needs: 'promotions.manage' },
  { to: '/console/statements/new', label: 'settings.newStatements', needs: 'payouts.manage' },
  { to: '/console/payouts/new', label: 'settings.newPayout', needs: 'payouts.manage' },
]

/** What the palette offers to do. */
export const actionsFor = (t: Translate, permissions: ReadonlySet<Permission>): PaletteAction[] =>
  actions
    .filter(({ needs }) => permissions.has(needs))
    .map(({ to, label }) => ({ id: `action:${to}`, to, label: t(label) }))
