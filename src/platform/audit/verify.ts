/**
 * Checks one organisation's audit log against its seals, from the first to the last, and names the first thing that is
 * wrong. A million entries take well under a minute. It reads in pieces, so that nothing waits for it.
 */
import type pg from 'pg'
import type { Services } from '../tenancy/context.ts'
import { type Anchor, isGenuine } from './anchor.ts'
import { auditColumns, entryLength, firstSeal, nextSeal, type SealedEntry } from './canonical.ts'
import { sealerCursor } from './sealer.ts'

export type AuditFault = {
  kind: 'changed' | 'missing' | 'seal_missing' | 'not_sealed' | 'cut' | 'anchor_differs' | 'anchor_forged'
  /** The number of the seal, from 1; null where there is none. */
  position: number | null
  auditId: string | null
  /** A sentence for people. */
  explanation: string
}

export type AuditVerdict = {
  isSound: boolean
  /** How many entries were found right, up to the fault. */
  checked: number
  head: { position: number; hash: string } | null
  fault: AuditFault | null
}

const batchSize = 5_000

/** `anchor` is what was written down or mailed earlier: with it, a log that was cut short is noticed too. */
export async function verifyAudit(
  services: Pick<Services, 'database' | 'secrets'>,
  tenantId: string,
  anchor?: Anchor,
): Promise<AuditVerdict> {
  if (anchor && (anchor.tenantId !== tenantId || !isGenuine(anchor, services.secrets))) {
    return { isSound: false, checked: 0, head: null, fault: forged }
  }
  const client = await services.database.relay.connect()
  try {
    return await walk(client, tenantId, anchor)
  } finally {
    client.release()
  }
}

async function walk(
  client: pg.PoolClient,
  tenantId: string,
  anchor: Anchor | undefined,
): Promise<AuditVerdict> {
  let position = 0
  let hash: Uint8Array = firstSeal(tenantId)
  const verdict = (fault: AuditFault | null): AuditVerdict => ({
    isSound: fault === null,
    checked: position,
    head: position > 0 ? { position, hash: Buffer.from(hash).toString('hex') } : null,
    fault,
  })
  for (;;) {
    const rows = await nextSeals(client, tenantId, position)
    for (const row of rows) {
      const entry = row.slice(0, entryLength) as unknown as SealedEntry
      const [at, auditId, seal] = row.slice(entryLength) as [number, string, Uint8Array]
      if (at !== position + 1) return verdict(faults.sealMissing(position + 1))
      if (entry[1] === null) return verdict(faults.missing(at, auditId))
      const next = nextSeal(hash, entry)
      if (!next.equals(seal)) return verdict(faults.changed(at, auditId))
      position = at
      hash = next
      if (anchor?.position === at && anchor.hash !== next.toString('hex'))
        return verdict(faults.anchorDiffers(at, auditId))
    }
    if (rows.length < batchSize) break
  }
  if (anchor && anchor.position > position) return verdict(faults.cut(anchor.position))
  const loose = await findUnsealed(client, tenantId)
  return verdict(loose ? faults.notSealed(loose) : null)
}

/** Each seal with its entry; one that has lost its entry comes with nulls. */
async function nextSeals(client: pg.PoolClient, tenantId: string, after: number): Promise<unknown[][]> {
  const { rows } = await client.query<unknown[]>({
    name: 'verify_seals',
    rowMode: 'array',
    text: `select ${auditColumns}, s.position, s.audit_id, s.hash
      from (select * from audit_seals where tenant_id = $1 and position > $2 order by position limit $3) s
      left join audit a on a.tenant_id = s.tenant_id and a.id = s.audit_id
      order by s.position`,
    values: [tenantId, after, batchSize],
  })
  return rows
}

/** An entry that the sealer has passed without a seal: slipped in later, or its seal was taken away. */
async function findUnsealed(client: pg.PoolClient, tenantId: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select a.id from audit a
      where a.tenant_id = $1
        and (a.xid, a.ordinal) <= (select c.xid, c.ordinal from outbox_cursors c where c.reader = $2)
        and not exists (select from audit_seals s where s.tenant_id = a.tenant_id and s.audit_id = a.id)
      limit 1`,
    [tenantId, sealerCursor],
  )
  return rows[0]?.id ?? null
}

const forged: AuditFault = {
  kind: 'anchor_forged',
  position: null,
  auditId: null,
  explanation: 'The anchor was not signed by this installation for this organisation, or it was changed.',
}

const faults = {
  changed: (position: number, auditId: string): AuditFault => ({
    kind: 'changed',
    position,
    auditId,
    explanation: `Entry ${position} (${auditId}) is not what was sealed: it or its seal was changed, or swapped with another.`,
  }),
  missing: (position: number, auditId: string): AuditFault => ({
    kind: 'missing',
    position,
    auditId,
    explanation: `Entry ${position} (${auditId}) was removed: its seal is still there.`,
  }),
  sealMissing: (position: number): AuditFault => ({
    kind: 'seal_missing',
    position,
    auditId: null,
    explanation: `Seal ${position} was removed.`,
  }),
  notSealed: (auditId: string): AuditFault => ({
    kind: 'not_sealed',
    position: null,
    auditId,
    explanation: `Entry ${auditId} has no seal: it was slipped in later, or its seal was taken away.`,
  }),
  cut: (position: number): AuditFault => ({
    kind: 'cut',
    position,
    auditId: null,
    explanation: `The log was cut: the anchor knows ${position} entries.`,
  }),
  anchorDiffers: (position: number, auditId: string): AuditFault => ({
    kind: 'anchor_differs',
    position,
    auditId,
    explanation: `Up to entry ${position} (${auditId}) the log is not the one that was anchored: it was written anew.`,
  }),
}
