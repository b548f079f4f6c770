/** Charts of accounts to begin with: the Greek one (ΕΓΛΣ's groups) and a generic one. An organisation adds its own. */
import type { Translated } from '../../platform/values/shapes.ts'
import type { AccountKind, AccountRole } from './values.ts'

export type ChartAccount = { code: string; kind: AccountKind; role: AccountRole | null; name: Translated }

const account = (
  code: string,
  kind: AccountKind,
  role: AccountRole | null,
  el: string,
  en: string,
): ChartAccount => ({ code, kind, role, name: { el, en } })

const greek: ChartAccount[] = [
  account('30.00', 'asset', 'receivables', 'Πελάτες', 'Customers'),
  account(
    '30.05',
    'liability',
    'customerCredit',
    'Προκαταβολές και πιστωτικά υπόλοιπα πελατών',
    'Customers’ advances and credit',
  ),
  account('38.00', 'asset', 'cash', 'Ταμείο', 'Cash'),
  account('38.03', 'asset', 'bank', 'Καταθέσεις όψεως', 'Bank'),
  account('40.00', 'equity', null, 'Κεφάλαιο', 'Capital'),
  account('50.00', 'liability', null, 'Προμηθευτές', 'Suppliers'),
  account('54.00', 'liability', 'vatOutput', 'ΦΠΑ εκροών', 'VAT on sales'),
  account('54.01', 'asset', null, 'ΦΠΑ εισροών', 'VAT on purchases'),
  account('64.00', 'expense', null, 'Διάφορα έξοδα', 'Other expenses'),
  account('70.00', 'income', 'sales', 'Πωλήσεις', 'Sales'),
  account('81.00', 'expense', 'exchangeLoss', 'Συναλλαγματικές διαφορές, ζημιές', 'Exchange losses'),
  account('81.01', 'income', 'exchangeGain', 'Συναλλαγματικές διαφορές, κέρδη', 'Exchange gains'),
  account('81.99', 'expense', 'rounding', 'Διαφορές στρογγυλοποίησης', 'Rounding'),
]

const generic: ChartAccount[] = [
  account('1000', 'asset', 'cash', 'Ταμείο', 'Cash'),
  account('1010', 'asset', 'bank', 'Τράπεζα', 'Bank'),
  account('1200', 'asset', 'receivables', 'Πελάτες', 'Accounts receivable'),
  account('1300', 'asset', null, 'ΦΠΑ αγορών', 'VAT on purchases'),
  account('2000', 'liability', null, 'Προμηθευτές', 'Accounts payable'),
  account('2100', 'liability', 'customerCredit', 'Πιστωτικά υπόλοιπα πελατών', 'Customer credit'),
  account('2200', 'liability', 'vatOutput', 'ΦΠΑ πωλήσεων', 'VAT on sales'),
  account('3000', 'equity', null, 'Κεφάλαιο', 'Capital'),
  account('4000', 'income', 'sales', 'Πωλήσεις', 'Sales'),
  account('4900', 'income', 'exchangeGain', 'Κέρδη από συνάλλαγμα', 'Exchange gains'),
  account('6000', 'expense', null, 'Έξοδα', 'Expenses'),
  account('6900', 'expense', 'exchangeLoss', 'Ζημιές από συνάλλαγμα', 'Exchange losses'),
  account('6990', 'expense', 'rounding', 'Στρογγυλοποιήσεις', 'Rounding'),
]

export const chartFor = (country: string): readonly ChartAccount[] => (country === 'GR' ? greek : generic)
