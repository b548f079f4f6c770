/** UBL 2.1 as Peppol BIS Billing 3.0 reads it: the elements in the order of the OASIS schema. */
import type { Address } from '../../../platform/values/shapes.ts'
import type { Buyer, Seller } from '../kept.ts'
import type { FactAdjustment, FactLine, Facts, TaxedAdjustment } from './facts.ts'
import { endpointId } from './ids.ts'
import { type Content, documentXml, element, leaf } from './xml.ts'

const common = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
const basic = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
const customization = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
const profile = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'

export function ublXml(facts: Facts): string {
  const isNote = facts.kind === 'credit-note'
  const root = isNote ? 'CreditNote' : 'Invoice'
  const amount = (name: string, value: string) => leaf(name, value, { currencyID: facts.currency })
  return documentXml(
    root,
    {
      xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
      'xmlns:cac': common,
      'xmlns:cbc': basic,
    },
    leaf('cbc:CustomizationID', customization),
    leaf('cbc:ProfileID', profile),
    leaf('cbc:ID', facts.number),
    leaf('cbc:IssueDate', facts.issuedOn),
    !isNote && leaf('cbc:DueDate', facts.dueOn),
    leaf(isNote ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', isNote ? '381' : '380'),
    leaf('cbc:Note', facts.notes),
    leaf('cbc:DocumentCurrencyCode', facts.currency),
    leaf('cbc:TaxCurrencyCode', facts.accounting?.currency),
    leaf('cbc:BuyerReference', facts.buyerReference),
    element('cac:OrderReference', leaf('cbc:ID', facts.orderReference)),
    facts.corrects &&
      element(
        'cac:BillingReference',
        element(
          'cac:InvoiceDocumentReference',
          leaf('cbc:ID', facts.corrects.number),
          leaf('cbc:IssueDate', facts.corrects.issuedOn),
        ),
      ),
    element('cac:AccountingSupplierParty', party(facts, facts.seller)),
    element('cac:AccountingCustomerParty', party(facts, facts.buyer)),
    delivery(facts),
    paymentMeans(facts),
    element('cac:PaymentTerms', leaf('cbc:Note', isNote ? `Correction of ${facts.corrects?.number}` : null)),
    facts.allowances.map((one) => adjustment(facts, one, 'false', taxCategory('cac:TaxCategory', one))),
    facts.charges.map((one) => adjustment(facts, one, 'true', taxCategory('cac:TaxCategory', one))),
    taxTotal(facts),
    facts.accounting &&
      element(
        'cac:TaxTotal',
        leaf('cbc:TaxAmount', facts.accounting.vatTotal, { currencyID: facts.accounting.currency }),
      ),
    element(
      'cac:LegalMonetaryTotal',
      amount('cbc:LineExtensionAmount', facts.totals.lines),
      amount('cbc:TaxExclusiveAmount', facts.totals.net),
      amount('cbc:TaxInclusiveAmount', facts.totals.gross),
      facts.allowances.length > 0 && amount('cbc:AllowanceTotalAmount', facts.totals.allowances),
      facts.charges.length > 0 && amount('cbc:ChargeTotalAmount', facts.totals.charges),
      isSome(facts.totals.prepaid) && amount('cbc:PrepaidAmount', facts.totals.prepaid),
      isSome(facts.totals.rounding) && amount('cbc:PayableRoundingAmount', facts.totals.rounding),
      amount('cbc:PayableAmount', facts.totals.due),
    ),
    facts.lines.map((line) => ublLine(facts, line)),
  )
}

export const isSome = (amount: string): boolean => /[1-9]/.test(amount)

const vatScheme = element('cac:TaxScheme', leaf('cbc:ID', 'VAT'))

function party(facts: Facts, one: Seller | Buyer): string {
  // Outside of VAT nobody's VAT number may be told (BR-O-02).
  const isOutside = facts.vat.some(({ category }) => category === 'O')
  const isSeller = one === facts.seller
  return element(
    'cac:Party',
    one.endpoint && leaf('cbc:EndpointID', endpointId(one.endpoint), { schemeID: one.endpoint.scheme }),
    element('cac:PartyName', leaf('cbc:Name', one.name)),
    one.address && address('cac:PostalAddress', one.address),
    !isOutside &&
      one.vatNumber &&
      element('cac:PartyTaxScheme', leaf('cbc:CompanyID', one.vatNumber), vatScheme),
    element(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', one.name),
      isSeller && leaf('cbc:CompanyID', one.vatNumber?.slice(2)),
    ),
    element(
      'cac:Contact',
      leaf('cbc:Name', one.address?.name ?? one.name),
      leaf('cbc:Telephone', one.phone),
      leaf('cbc:ElectronicMail', one.email),
    ),
  )
}

const address = (name: string, { line1, line2, city, postalCode, region, country }: Address) =>
  element(
    name,
    leaf('cbc:StreetName', line1),
    leaf('cbc:AdditionalStreetName', line2),
    leaf('cbc:CityName', city),
    leaf('cbc:PostalZone', postalCode),
    leaf('cbc:CountrySubentity', region),
    element('cac:Country', leaf('cbc:IdentificationCode', country)),
  )

function delivery({ deliveredOn, vat, buyer }: Facts): Content {
  const isWithinEu = vat.some(({ category }) => category === 'K')
  return element(
    'cac:Delivery',
    leaf('cbc:ActualDeliveryDate', deliveredOn),
    isWithinEu && buyer.address && element('cac:DeliveryLocation', address('cac:Address', buyer.address)),
  )
}

/** 58 is a SEPA credit transfer; without an account of the seller nothing is said. */
const paymentMeans = ({ seller, number, kind }: Facts): Content =>
  seller.bank &&
  kind === 'invoice' &&
  element(
    'cac:PaymentMeans',
    leaf('cbc:PaymentMeansCode', '58'),
    leaf('cbc:PaymentID', number),
    element(
      'cac:PayeeFinancialAccount',
      leaf('cbc:ID', seller.bank.iban.replaceAll(' ', '')),
      leaf('cbc:Name', seller.bank.holder),
      element('cac:FinancialInstitutionBranch', leaf('cbc:ID', seller.bank.bic)),
    ),
  )

const adjustment = (
  facts: Facts,
  one: FactAdjustment,
  indicator: 'true' | 'false',
  category: Content = null,
) =>
  element(
    'cac:AllowanceCharge',
    leaf('cbc:ChargeIndicator', indicator),
    leaf('cbc:AllowanceChargeReason', one.reason),
    one.base && leaf('cbc:MultiplierFactorNumeric', one.percent),
    leaf('cbc:Amount', one.amount, { currencyID: facts.currency }),
    leaf('cbc:BaseAmount', one.base, { currencyID: facts.currency }),
    category,
  )

const taxCategory = (
  name: string,
  { category, rate }: Pick<TaxedAdjustment, 'category' | 'rate'>,
  more: Content = null,
) => element(name, leaf('cbc:ID', category), category !== 'O' && leaf('cbc:Percent', rate), more, vatScheme)

const taxTotal = ({ vat, totals, currency }: Facts) =>
  element(
    'cac:TaxTotal',
    leaf('cbc:TaxAmount', totals.vatTotal, { currencyID: currency }),
    vat.map((group) =>
      element(
        'cac:TaxSubtotal',
        leaf('cbc:TaxableAmount', group.base, { currencyID: currency }),
        leaf('cbc:TaxAmount', group.amount, { currencyID: currency }),
        taxCategory('cac:TaxCategory', group, [
          leaf('cbc:TaxExemptionReasonCode', group.exemption?.code),
          leaf('cbc:TaxExemptionReason', group.exemption?.reason),
        ]),
      ),
    ),
  )

function ublLine(facts: Facts, line: FactLine): string {
  const isNote = facts.kind === 'credit-note'
  const unitCode = { unitCode: line.unit }
  return element(
    isNote ? 'cac:CreditNoteLine' : 'cac:InvoiceLine',
    leaf('cbc:ID', line.id),
    leaf(isNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', line.quantity, unitCode),
    leaf('cbc:LineExtensionAmount', line.net, { currencyID: facts.currency }),
    line.allowances.map((one) => adjustment(facts, one, 'false')),
    line.charges.map((one) => adjustment(facts, one, 'true')),
    element(
      'cac:Item',
      leaf('cbc:Description', line.description),
      leaf('cbc:Name', line.name),
      element('cac:SellersItemIdentification', leaf('cbc:ID', line.itemCode)),
      taxCategory('cac:ClassifiedTaxCategory', line),
    ),
    element(
      'cac:Price',
      leaf('cbc:PriceAmount', line.price, { currencyID: facts.currency }),
      line.baseQuantity !== '1' && leaf('cbc:BaseQuantity', line.baseQuantity, unitCode),
    ),
  )
}
