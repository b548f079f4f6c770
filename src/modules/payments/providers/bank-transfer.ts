/** Payment by bank transfer: the customer is told where to and with which reference; people or statements confirm it. */
import { invalid, invalidField } from '../../../platform/http/app-error.ts'
import { creditorReference } from './creditor-reference.ts'
import { compactIban, isIban } from './iban.ts'
import { currencyDecimals, fromMinor, toMinor } from '../../../platform/values/minor-units.ts'
import type { Money, PaymentProvider, StartPayment, TransferInstructions } from './provider.ts'

export type BankTransferSettings = {
  beneficiary: string
  iban: string
  bic?: string
  bankName?: string
}

/** AppError `invalid` for settings that would send the customer's money astray. */
export function bankTransfer(settings: BankTransferSettings): PaymentProvider {
  if (!isIban(settings.iban)) throw invalidField('/iban', 'This is not a valid IBAN.')
  if (!settings.beneficiary.trim())
    throw invalidField('/beneficiary', 'The name of the account holder is missing.')
  if (settings.bic && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(settings.bic)) {
    throw invalidField('/bic', 'This is not a valid BIC.')
  }
  return {
    code: 'bank-transfer',
    async start(input) {
      if (toMinor(input.amount.amount, currencyDecimals(input.amount.currency)) <= 0) {
        throw invalid('There is nothing to pay.')
      }
      return {
        kind: 'instructions',
        providerReference: input.reference,
        transfer: instructions(settings, input),
      }
    },
    refund: async ({ amount }) => ({ kind: 'manual', amount }),
    find: async () => null,
  }
}

function instructions(settings: BankTransferSettings, input: StartPayment): TransferInstructions {
  const transfer = {
    beneficiary: settings.beneficiary.trim(),
    iban: compactIban(settings.iban),
    bic: settings.bic ?? null,
    bankName: settings.bankName ?? null,
    amount: input.amount,
    creditorReference: creditorReference(input.orderNumber, input.reference),
    remittanceText: input.description,
  }
  return { ...transfer, qrText: qrText(transfer) }
}

/**
 * What a banking app reads to fill in the transfer, or null when it is not in euros.
 * Source: EPC069-12, Quick Response Code: Guidelines to Enable Data Capture for the Initiation of a SEPA Credit
 * Transfer, version 2.1.
 */
function qrText(transfer: Omit<TransferInstructions, 'qrText'>): string | null {
  const cents = euroCents(transfer.amount)
  // The guidelines allow 0.01 to 999999999.99.
  if (cents === null || cents > 99_999_999_999) return null
  const name = transfer.beneficiary.slice(0, 70)
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    transfer.bic ?? '',
    name,
    transfer.iban,
    `EUR${fromMinor(cents, 2)}`,
  ]
  return [...lines, '', transfer.creditorReference].join('\n')
}

const euroCents = (amount: Money) => (amount.currency === 'EUR' ? toMinor(amount.amount, 2) : null)
