/** A SEPA credit-transfer initiation, ISO 20022 pain.001.001.09, as banks in the euro area read it (EPC132-08). Pure. */

export type SepaDebtor = { name: string; iban: string; bic?: string }
export type SepaTransfer = {
  /** Comes back on the statement: at most 35 characters. */
  endToEndId: string
  name: string
  iban: string
  /** Two decimals; SEPA moves euros only. */
  amount: string
  remittance: string
}

export type SepaFile = {
  messageId: string
  createdAt: Date
  executeOn: string
  debtor: SepaDebtor
  transfers: readonly SepaTransfer[]
  total: string
}

export function sepaXml({ messageId, createdAt, executeOn, debtor, transfers, total }: SepaFile): string {
  const account = (iban: string) => `<Id><IBAN>${compact(iban)}</IBAN></Id>`
  const rows = transfers.map(
    (transfer) => `
      <CdtTrfTxInf>
        <PmtId><EndToEndId>${text(transfer.endToEndId, 35)}</EndToEndId></PmtId>
        <Amt><InstdAmt Ccy="EUR">${transfer.amount}</InstdAmt></Amt>
        <Cdtr><Nm>${text(transfer.name, 70)}</Nm></Cdtr>
        <CdtrAcct>${account(transfer.iban)}</CdtrAcct>
        <RmtInf><Ustrd>${text(transfer.remittance, 140)}</Ustrd></RmtInf>
      </CdtTrfTxInf>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>${text(messageId, 35)}</MsgId>
      <CreDtTm>${createdAt.toISOString().slice(0, 19)}Z</CreDtTm>
      <NbOfTxs>${transfers.length}</NbOfTxs>
      <CtrlSum>${total}</CtrlSum>
      <InitgPty><Nm>${text(debtor.name, 70)}</Nm></InitgPty>
    </GrpHdr>
    <PmtInf>
      <PmtInfId>${text(messageId, 35)}</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <NbOfTxs>${transfers.length}</NbOfTxs>
      <CtrlSum>${total}</CtrlSum>
      <PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>
      <ReqdExctnDt><Dt>${executeOn}</Dt></ReqdExctnDt>
      <Dbtr><Nm>${text(debtor.name, 70)}</Nm></Dbtr>
      <DbtrAcct>${account(debtor.iban)}</DbtrAcct>
      <DbtrAgt><FinInstnId>${debtor.bic ? `<BICFI>${text(debtor.bic, 11)}</BICFI>` : '<Othr><Id>NOTPROVIDED</Id></Othr>'}</FinInstnId></DbtrAgt>
      <ChrgBr>SLEV</ChrgBr>${rows.join('')}
    </PmtInf>
  </CstmrCdtTrfInitn>
</Document>
`
}

const compact = (iban: string): string => iban.replaceAll(/\s/g, '').toUpperCase()

/** Only the letters that every bank takes (EPC217-08): Greek becomes Latin, the rest a space. */
function text(value: string, max: number): string {
  const latin = [...value.normalize('NFD').replaceAll(/\p{M}/gu, '')]
    .map((letter) => greek[letter.toLowerCase()] ?? letter)
    .join('')
  const short = latin
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .trim()
    .slice(0, max)
  // The schema takes no empty text, and the apostrophe counts as one letter.
  return (short || 'NOTPROVIDED').replaceAll("'", '&apos;')
}

/** ELOT 743, letter by letter; case is lost where the Latin has two letters. */
const greek: Record<string, string> = Object.fromEntries(
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
