/**
 * A verb's refusal in the reader's language. Verbs speak plain English, so their sentences are recognised one by one;
 * what is not known here is shown as the verb said it.
 */
import type { MessageKey } from '../platform/i18n/keys.ts'
import type { FormProblem } from '../platform/pages/outcome.ts'
import type { Problem } from '../ui/forms/problem.ts'
import { type Translate, useFormat, useT } from '../ui/i18n.tsx'

type Known = [pattern: RegExp, key: MessageKey]

/** The groups of a pattern fill the places of its text. */
const known: readonly Known[] = [
  // What the shapes of input refuse.
  [/^Too small: expected string to have >=1 characters/, 'settings.r_missing'],
  [/^Invalid input: expected \w+, received undefined/, 'settings.r_missing'],
  [/^Too big: expected string to have <=(?<n>\d+) characters/, 'settings.r_tooLong'],
  [/^Too small: expected number to be >=(?<n>-?[\d.]+)/, 'settings.r_atLeast'],
  [/^Too big: expected number to be <=(?<n>[\d.]+)/, 'settings.r_atMost'],
  [/^Too small: expected array to have >=1 items/, 'settings.r_chooseSome'],
  [/^Invalid input: expected (number|int|nonoptional)/, 'settings.r_number'],
  [/^Must be a number with at most/, 'settings.r_number'],
  [/^Invalid email/, 'settings.r_email'],
  [/^Invalid (URL|hostname)/, 'settings.r_url'],
  [/^Invalid ISO/, 'settings.r_date'],
  [/^Invalid (UUID|option)/, 'settings.r_choice'],
  [/^Must be between 0 and 100/, 'settings.r_percent'],
  [/^Invalid (string|input)/, 'settings.r_format'],
  // What the verbs refuse.
  [/^Choose at least one item/, 'settings.r_chooseSome'],
  [/must be above zero|Must be above zero/, 'settings.r_aboveZero'],
  [/^A percentage lies above/, 'settings.r_percentRange'],
  [/^How many must be bought/, 'settings.r_howManyBought'],
  [/^How many are free/, 'settings.r_howManyFree'],
  [/^The end must come after/, 'settings.r_endAfterStart'],
  [/^A flat rate needs/, 'settings.r_needsPrice'],
  [/^Needs a price for at least one zone/, 'settings.r_needsZone'],
  [/^Weights must rise/, 'settings.r_weightsRise'],
  [/^The period ends before/, 'settings.r_periodBackwards'],
  [/^The period is not over/, 'settings.r_periodOpen'],
  [/^(Already taken|Another producer already has)/, 'settings.r_taken'],
  [/^Is no valid IBAN/, 'producers.r_iban'],
  [/^This person is (a member already|suspended)/, 'producers.r_member'],
  [/^There is already a customer/, 'customers.r_emailTaken'],
  [/^Only published reviews/, 'settings.r_wrongState'],
  [/^This review has been answered/, 'settings.r_wrongState'],
  [/^There is already a (method|promotion)/, 'settings.r_duplicate'],
  [/^A statement without money/, 'settings.r_nothingToPay'],
  [/^Some of these statements/, 'settings.r_notOpen'],
  [/^Only what has shipped/, 'settings.r_notReturnable'],
  [/^There is nothing left/, 'settings.r_nothingLeft'],
  [/^This order has shipped/, 'settings.r_shipped'],
  [/^This order is not paid/, 'settings.r_notPaid'],
  [
    /^(A part that is|This return (is already|was)|This refund failed|This payout was)/,
    'settings.r_wrongState',
  ],
  [/^Somebody changed this/, 'settings.r_changed'],
  [/^This promotion was used/, 'settings.r_inUse'],
  [/^At most (?<money>[\d.]+) (?<currency>[A-Z]{3}) can be refunded/, 'settings.r_atMostMoney'],
  [/^At most (?<money>[\d.]+) can be refunded/, 'settings.r_atMostMoney'],
  [/^Only (?<n>\d+) of (?<sku>.+?) (can be|are left)/, 'settings.r_onlyLeft'],
  [/^A list has at most/, 'settings.r_tooMany'],
  [/^Your role/, 'settings.r_forbidden'],
  [/^No IBAN is known for (?<names>.+)\.$/, 'settings.r_iban'],
  // What the catalogue refuses.
  [/^Another product already has this SKU/, 'catalog.r_sku'],
  [/^Another (product|category) already has this address/, 'catalog.r_address'],
  [/^This option needs a name/, 'catalog.r_option'],
  [/^"(?<sku>.+)" is there twice/, 'catalog.r_skuTwice'],
  [/^(This picture cannot be read|Files of this kind)/, 'catalog.r_picture'],
  [/^Choose a picture first/, 'catalog.r_noPicture'],
  [/^A product may have at most (?<n>\d+) pictures/, 'catalog.r_mostPictures'],
  [/^Must not be zero/, 'catalog.r_notZero'],
  [/^There is still something in this category/, 'catalog.r_notEmpty'],
  [/^A category cannot lie below itself/, 'catalog.r_cycle'],
  [/^Categories may lie at most (?<n>\d+) deep/, 'catalog.r_tooDeep'],
  [/^Say whose product/, 'catalog.r_whose'],
  [/^Must be a short name of Latin letters/, 'catalog.r_fact'],
  [/^This import cannot be started/, 'catalog.r_noImport'],
  [/^Only an import that was done/, 'catalog.r_noUndo'],
  [/^(Some of this is no longer in stock|There is not that much)/, 'catalog.r_outOfStock'],
  [/(still on its way|went back another way)/, 'settings.r_later'],
]

type Money = (value: { amount: string; currency: string }) => string

function wordsFor(t: Translate, money: Money, sentence: string): string {
  for (const [pattern, key] of known) {
    const groups = pattern.exec(sentence)
    if (!groups) continue
    const { money: amount, currency = 'EUR', ...values } = groups.groups ?? {}
    return t(key, { ...values, ...(amount && { amount: money({ amount, currency }) }) })
  }
  return sentence
}

export function useConsoleProblem(found: FormProblem | null | undefined): Problem | null {
  const t = useT()
  const { money } = useFormat()
  if (!found) return null
  const errors = found.errors.map(({ pointer, message }) => ({
    pointer,
    message: wordsFor(t, money, message),
  }))
  const isOfFields = errors.length > 0 && found.errors.some(({ message }) => message === found.title)
  return {
    code: found.code,
    title: isOfFields || errors.length > 1 ? t('ui.formRefused') : wordsFor(t, money, found.title),
    errors,
  }
}
