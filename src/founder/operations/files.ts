/** Which bytes of the file store belong to the rows. */
import type pg from 'pg'

/** The storage keys that rows refer to, each once, in order; of one organisation or of all. */
export async function storageKeys(client: pg.Client, tenantId: string | null = null): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    `select distinct key from (
      select tenant_id, storage_key as key from files
      union all select tenant_id, s.value from files, jsonb_each_text(sizes) s
      union all select tenant_id, tenant_id || '/imports/' || id || '.csv' from imports where kind = 'products'
      union all select tenant_id, a->>'storageKey' from mails, jsonb_array_elements(attachments) a) k
    where key is not null and ($1::uuid is null or tenant_id = $1) order by key`,
    [tenantId],
  )
  return rows.map((row) => row.key)
}
