/** Payment by bank transfer: the customer is told where to and with which reference; people or statements confirm it. */
import { invalid, invalidField } from '../../../platform/http/app-error.ts'
import { minorUnits, money } from '../../../platform/values/money.ts'
import { creditorReference } from './creditor-reference.ts'
import { compactIban, isIban } from './iban.ts'
import type { PaymentProvider, StartPayment, TransferInstructions } from './provider.ts'

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
      if (minorUnits(input.amount.amount, input.amount.currency) <= 0n) {
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
    amount: money(input.amount.amount, input.amount.currency),
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
  const { amount, currency } = transfer.amount
  // The guidelines allow 0.01 to 999999999.99.
  if (currency !== 'EUR' || minorUnits(amount, currency) > 99_999_999_999n) return null
  const name = transfer.beneficiary.slice(0, 70)
  const lines = ['BCD', '002', '1', 'SCT', transfer.bic ?? '', name, transfer.iban, `EUR${amount}`]
  return [...lines, '', transfer.creditorReference].join('\n')
}
