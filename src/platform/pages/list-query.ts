/** A list's state as it stands in the address: what is unknown or makes no sense is left out, for people edit addresses. */
import type { z } from 'zod'

/** The parameters that the schema takes; `fixed` ones are the page's own and cannot be overridden. */
export function listQuery<S extends z.ZodObject>(
  schema: S,
  url: string | URL,
  fixed: Partial<z.input<S>> = {},
): z.output<S> {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  const given = [...new URL(url).searchParams].filter(
    ([name, value]) =>
      value !== '' && Object.hasOwn(shape, name) && (shape[name] as z.ZodType).safeParse(value).success,
  )
  return schema.parse({ ...Object.fromEntries(given), ...fixed })
}
