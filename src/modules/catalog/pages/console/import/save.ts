/** What the page of an import is asked to do. */
import { requirePermission } from '../../../../../platform/access/require.ts'
import type { MessageKey } from '../../../../../platform/i18n/keys.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { retryImages } from '../../../import/image-report.ts'
import { startImport, undoImport } from '../../../import/imports.ts'

/** The message that it was done; null when nothing known was asked. */
export async function actOnImport(
  ctx: Context,
  importId: string,
  intent: string,
): Promise<MessageKey | null> {
  requirePermission(ctx, 'imports.run')
  switch (intent) {
    case 'apply':
      await startImport(ctx, importId)
      return 'catalog.importStarted'
    case 'undo':
      await undoImport(ctx, importId)
      return 'catalog.importUndoing'
    case 'retry':
      await retryImages(ctx, importId)
      return 'catalog.importRetrying'
    default:
      return null
  }
}
