/** Answers that are made into JSON once for as long as the value lives: for what is shown again and again. */
import { type Answer, respond } from './endpoint.ts'

const made = new WeakMap<object, Map<string, string>>()

/** `present` is called once for this very object and `variant` (language, rights), which the answer may depend on. */
export function rendered(value: object, variant: string, present: () => object, version?: number): Answer {
  let texts = made.get(value)
  if (!texts) made.set(value, (texts = new Map()))
  let text = texts.get(variant)
  if (text === undefined) texts.set(variant, (text = JSON.stringify(present())))
  return respond(text, {
    headers: {
      'Content-Type': 'application/json',
      ...(version === undefined ? {} : { ETag: `"v${version}"` }),
    },
  })
}
