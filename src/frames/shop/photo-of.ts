/** Where a stored picture is, without the width, which the page adds as it needs it. */
import type { Context } from '../../platform/tenancy/context.ts'

export const photoOf = (ctx: Pick<Context, 'tenantId'>, fileId: string | null | undefined): string | null =>
  fileId ? `/files/${ctx.tenantId}/${fileId}` : null
