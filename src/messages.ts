/**
 * Registers the texts of every room with the compiler: one line for each `messages` folder. `MessageKey` is made of
 * them, and a test fails when a room is missing here.
 */
declare module './platform/i18n/keys.ts' {
  interface MessageRooms {
    audit: typeof import('./platform/audit/messages/en.json')
    cart: typeof import('./modules/cart/messages/en.json')
    catalog: typeof import('./modules/catalog/messages/en.json')
    checkout: typeof import('./modules/checkout/messages/en.json')
    customers: typeof import('./modules/customers/messages/en.json')
    export: typeof import('./platform/export/messages/en.json')
    insights: typeof import('./modules/insights/messages/en.json')
    invoicing: typeof import('./modules/invoicing/messages/en.json')
    mail: typeof import('./platform/mail/messages/en.json')
    orders: typeof import('./modules/orders/messages/en.json')
    organization: typeof import('./modules/organization/messages/en.json')
    payouts: typeof import('./modules/payouts/messages/en.json')
    pricing: typeof import('./modules/pricing/messages/en.json')
    promotions: typeof import('./modules/promotions/messages/en.json')
    producers: typeof import('./modules/producers/messages/en.json')
    reviews: typeof import('./modules/reviews/messages/en.json')
    settings: typeof import('./modules/settings/messages/en.json')
    shipping: typeof import('./modules/shipping/messages/en.json')
    ui: typeof import('./ui/messages/en.json')
  }
}

export {}
