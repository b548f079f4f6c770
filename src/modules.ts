/** Everything that is mounted, by name: the endpoints, the jobs, and what follows from which event. */
import { booksApi } from './modules/books/api.ts'
import { bookJobs, bookSubscriptions } from './modules/books/jobs.ts'
import { bookingApi } from './modules/booking/api.ts'
import { bookingJobs } from './modules/booking/jobs.ts'
import { cartApi } from './modules/cart/api.ts'
import { productsApi } from './modules/catalog/api.ts'
import { importsApi } from './modules/catalog/api-imports.ts'
import { catalogPartsApi } from './modules/catalog/api-parts.ts'
import { catalogJobs } from './modules/catalog/jobs.ts'
import { orderExportsApi } from './modules/checkout/exports-api.ts'
import { checkoutJobs, checkoutSubscriptions } from './modules/checkout/jobs.ts'
import { ordersApi } from './modules/checkout/orders-api.ts'
import { paymentsApi } from './modules/checkout/payments-api.ts'
import { customersApi } from './modules/customers/api.ts'
import { insightsApi } from './modules/insights/api.ts'
import { orderJobs, orderSubscriptions } from './modules/orders/vouchers.ts'
import { invoicesApi } from './modules/invoicing/api.ts'
import { invoiceFilesApi } from './modules/invoicing/files-api.ts'
import { invoicingJobs } from './modules/invoicing/reminders.ts'
import { organizationApi } from './modules/organization/api.ts'
import { organizationJobs } from './modules/organization/jobs.ts'
import { paymentJobs, paymentSubscriptions } from './modules/payments/jobs.ts'
import { payoutsApi } from './modules/payouts/api.ts'
import { payoutJobs, payoutSubscriptions } from './modules/payouts/jobs.ts'
import { pricingApi } from './modules/pricing/api.ts'
import { producersApi } from './modules/producers/api.ts'
import { promotionsApi } from './modules/promotions/api.ts'
import { receivablesApi } from './modules/receivables/api.ts'
import { reviewsApi } from './modules/reviews/api.ts'
import { reviewJobs } from './modules/reviews/jobs.ts'
import { servicesApi } from './modules/services/api.ts'
import { shippingApi } from './modules/shipping/api.ts'
import { anchorJob } from './platform/audit/anchor.ts'
import { auditApi } from './platform/audit/api.ts'
import { eventsApi } from './platform/events/api.ts'
import type { Subscription } from './platform/events/relay.ts'
import { filesApi } from './platform/files/api.ts'
import type { Endpoint } from './platform/http/endpoint.ts'
import { jobsApi } from './platform/jobs/api.ts'
import type { JobDefinition } from './platform/jobs/boss.ts'
import { sweepJob } from './platform/jobs/sweep.ts'
import { mailApi } from './platform/mail/api.ts'
import { sendMailJob } from './platform/mail/jobs.ts'
import { alertsJob, postAlertJob } from './platform/observability/alerts.ts'
import { healthApi } from './platform/observability/api.ts'

export const endpoints: readonly Endpoint[] = [
  ...organizationApi,
  ...customersApi,
  ...producersApi,
  ...productsApi,
  ...catalogPartsApi,
  ...importsApi,
  ...promotionsApi,
  ...pricingApi,
  ...shippingApi,
  ...servicesApi,
  ...bookingApi,
  ...cartApi,
  ...orderExportsApi,
  ...ordersApi,
  ...paymentsApi,
  ...payoutsApi,
  ...receivablesApi,
  ...invoicesApi,
  ...invoiceFilesApi,
  ...booksApi,
  ...reviewsApi,
  ...insightsApi,
  ...auditApi,
  ...eventsApi,
  ...filesApi,
  ...jobsApi,
  ...mailApi,
  ...healthApi,
]

export const jobDefinitions: readonly JobDefinition[] = [
  ...organizationJobs,
  ...catalogJobs,
  ...bookingJobs,
  ...orderJobs,
  ...paymentJobs,
  ...checkoutJobs,
  ...payoutJobs,
  ...invoicingJobs,
  ...bookJobs,
  ...reviewJobs,
  anchorJob,
  sendMailJob,
  sweepJob,
  alertsJob,
  postAlertJob,
]

export const subscriptions: readonly Subscription[] = [
  ...orderSubscriptions,
  ...paymentSubscriptions,
  ...checkoutSubscriptions,
  ...payoutSubscriptions,
  ...bookSubscriptions,
]
