/** UN/CEFACT Cross Industry Invoice (D22B) as Factur-X carries it, in the profile EN 16931: elements in the schema's order. */
import type { Buyer, Seller } from '../kept.ts'
import type { FactAdjustment, FactLine, Facts, TaxedAdjustment } from './facts.ts'
import { endpointId } from './ids.ts'
import { isSome } from './ubl.ts'
import { type Content, documentXml, element, leaf } from './xml.ts'

const name = 'urn:un:unece:uncefact:data:standard:'

export function ciiXml(facts: Facts): string {
  return documentXml(
    'rsm:CrossIndustryInvoice',
    {
      'xmlns:rsm': `${name}CrossIndustryInvoice:100`,
      'xmlns:qdt': `${name}QualifiedDataType:100`,
      'xmlns:ram': `${name}ReusableAggregateBusinessInformationEntity:100`,
      'xmlns:udt': `${name}UnqualifiedDataType:100`,
    },
    element(
      'rsm:ExchangedDocumentContext',
      element('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', 'urn:cen.eu:en16931:2017')),
    ),
    element(
      'rsm:ExchangedDocument',
      leaf('ram:ID', facts.number),
      leaf('ram:TypeCode', facts.kind === 'credit-note' ? '381' : '380'),
      element('ram:IssueDateTime', day('udt:DateTimeString', facts.issuedOn)),
      element('ram:IncludedNote', leaf('ram:Content', facts.notes)),
    ),
    element(
      'rsm:SupplyChainTradeTransaction',
      facts.lines.map(ciiLine),
      agreement(facts),
      deliveryOf(facts),
      settlement(facts),
    ),
  )
}

const day = (element: string, on: string): string => leaf(element, on.replaceAll('-', ''), { format: '102' })

function ciiLine(line: FactLine): string {
  const unitCode = { unitCode: line.unit }
  return element(
    'ram:IncludedSupplyChainTradeLineItem',
    element('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', line.id)),
    element(
      'ram:SpecifiedTradeProduct',
      leaf('ram:SellerAssignedID', line.itemCode),
      leaf('ram:Name', line.name),
      leaf('ram:Description', line.description),
    ),
    element(
      'ram:SpecifiedLineTradeAgreement',
      element(
        'ram:NetPriceProductTradePrice',
        leaf('ram:ChargeAmount', line.price),
        line.baseQuantity !== '1' && leaf('ram:BasisQuantity', line.baseQuantity, unitCode),
      ),
    ),
    element('ram:SpecifiedLineTradeDelivery', leaf('ram:BilledQuantity', line.quantity, unitCode)),
    element(
      'ram:SpecifiedLineTradeSettlement',
      tax('ram:ApplicableTradeTax', line),
      line.allowances.map((one) => adjustment(one, 'false')),
      line.charges.map((one) => adjustment(one, 'true')),
      element('ram:SpecifiedTradeSettlementLineMonetarySummation', leaf('ram:LineTotalAmount', line.net)),
    ),
  )
}

const tax = (wrapper: string, { category, rate }: Pick<TaxedAdjustment, 'category' | 'rate'>) =>
  element(
    wrapper,
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:CategoryCode', category),
    category !== 'O' && leaf('ram:RateApplicablePercent', rate),
  )

const adjustment = (one: FactAdjustment, indicator: 'true' | 'false', category: Content = null) =>
  element(
    'ram:SpecifiedTradeAllowanceCharge',
    element('ram:ChargeIndicator', leaf('udt:Indicator', indicator)),
    one.base && leaf('ram:CalculationPercent', one.percent),
    leaf('ram:BasisAmount', one.base),
    leaf('ram:ActualAmount', one.amount),
    leaf('ram:Reason', one.reason),
    category,
  )

const agreement = (facts: Facts) =>
  element(
    'ram:ApplicableHeaderTradeAgreement',
    leaf('ram:BuyerReference', facts.buyerReference),
    party('ram:SellerTradeParty', facts, facts.seller),
    party('ram:BuyerTradeParty', facts, facts.buyer),
    element('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', facts.orderReference)),
  )

function party(wrapper: string, facts: Facts, one: Seller | Buyer): string {
  const isOutside = facts.vat.some(({ category }) => category === 'O')
  return element(
    wrapper,
    leaf('ram:Name', one.name),
    one === facts.seller &&
      element('ram:SpecifiedLegalOrganization', leaf('ram:ID', one.vatNumber?.slice(2))),
    element(
      'ram:DefinedTradeContact',
      leaf('ram:PersonName', one.address?.name ?? one.name),
      element('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', one.phone)),
      element('ram:EmailURIUniversalCommunication', leaf('ram:URIID', one.email)),
    ),
    one.address && postal('ram:PostalTradeAddress', one.address),
    one.endpoint &&
      element(
        'ram:URIUniversalCommunication',
        leaf('ram:URIID', endpointId(one.endpoint), { schemeID: one.endpoint.scheme }),
      ),
    !isOutside && element('ram:SpecifiedTaxRegistration', leaf('ram:ID', one.vatNumber, { schemeID: 'VA' })),
  )
}

const postal = (wrapper: string, address: NonNullable<Buyer['address']>) =>
  element(
    wrapper,
    leaf('ram:PostcodeCode', address.postalCode),
    leaf('ram:LineOne', address.line1),
    leaf('ram:LineTwo', address.line2),
    leaf('ram:CityName', address.city),
    leaf('ram:CountryID', address.country),
    leaf('ram:CountrySubDivisionName', address.region),
  )

/** The element is asked for even when there is nothing to say in it. */
function deliveryOf({ deliveredOn, vat, buyer }: Facts): string {
  const isWithinEu = vat.some(({ category }) => category === 'K')
  const content = element(
    'ram:ApplicableHeaderTradeDelivery',
    isWithinEu &&
      buyer.address &&
      element(
        'ram:ShipToTradeParty',
        leaf('ram:Name', buyer.name),
        postal('ram:PostalTradeAddress', buyer.address),
      ),
    deliveredOn &&
      element(
        'ram:ActualDeliverySupplyChainEvent',
        element('ram:OccurrenceDateTime', day('udt:DateTimeString', deliveredOn)),
      ),
  )
  return content || '<ram:ApplicableHeaderTradeDelivery/>'
}

function settlement(facts: Facts): string {
  const { totals, seller, currency, accounting, corrects } = facts
  const isNote = facts.kind === 'credit-note'
  return element(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', facts.number),
    leaf('ram:TaxCurrencyCode', accounting?.currency),
    leaf('ram:InvoiceCurrencyCode', currency),
    !isNote &&
      seller.bank &&
      element(
        'ram:SpecifiedTradeSettlementPaymentMeans',
        leaf('ram:TypeCode', '58'),
        element(
          'ram:PayeePartyCreditorFinancialAccount',
          leaf('ram:IBANID', seller.bank.iban.replaceAll(' ', '')),
          leaf('ram:AccountName', seller.bank.holder),
        ),
        element('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', seller.bank.bic)),
      ),
    facts.vat.map((group) =>
      element(
        'ram:ApplicableTradeTax',
        leaf('ram:CalculatedAmount', group.amount),
        leaf('ram:TypeCode', 'VAT'),
        leaf('ram:ExemptionReason', group.exemption?.reason),
        leaf('ram:BasisAmount', group.base),
        leaf('ram:CategoryCode', group.category),
        leaf('ram:ExemptionReasonCode', group.exemption?.code),
        group.category !== 'O' && leaf('ram:RateApplicablePercent', group.rate),
      ),
    ),
    facts.allowances.map((one) => adjustment(one, 'false', tax('ram:CategoryTradeTax', one))),
    facts.charges.map((one) => adjustment(one, 'true', tax('ram:CategoryTradeTax', one))),
    element(
      'ram:SpecifiedTradePaymentTerms',
      isNote && leaf('ram:Description', `Correction of ${corrects?.number}`),
      !isNote && element('ram:DueDateDateTime', day('udt:DateTimeString', facts.dueOn)),
    ),
    element(
      'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
      leaf('ram:LineTotalAmount', totals.lines),
      facts.charges.length > 0 && leaf('ram:ChargeTotalAmount', totals.charges),
      facts.allowances.length > 0 && leaf('ram:AllowanceTotalAmount', totals.allowances),
      leaf('ram:TaxBasisTotalAmount', totals.net),
      leaf('ram:TaxTotalAmount', totals.vatTotal, { currencyID: currency }),
      accounting && leaf('ram:TaxTotalAmount', accounting.vatTotal, { currencyID: accounting.currency }),
      isSome(totals.rounding) && leaf('ram:RoundingAmount', totals.rounding),
      leaf('ram:GrandTotalAmount', totals.gross),
      isSome(totals.prepaid) && leaf('ram:TotalPrepaidAmount', totals.prepaid),
      leaf('ram:DuePayableAmount', totals.due),
    ),
    corrects &&
      element(
        'ram:InvoiceReferencedDocument',
        leaf('ram:IssuerAssignedID', corrects.number),
        element('ram:FormattedIssueDateTime', day('qdt:DateTimeString', corrects.issuedOn)),
      ),
  )
}
