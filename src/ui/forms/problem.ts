/** What a refused request answers (RFC 9457), as far as a form shows it. */

export type Problem = {
  title: string
  detail?: string
  status?: number
  code?: string
  requestId?: string
  /** `pointer` is a JSON pointer into the body: `/address/line1`. */
  errors?: readonly { pointer: string; message: string }[]
}

/** Names of fields are paths with dots: `variants.0.price` stands for `/variants/0/price`. */
export const pointerOf = (name: string): string => `/${name.replaceAll('.', '/')}`
