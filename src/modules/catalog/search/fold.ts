/** Words as search compares them: no accents, no case, no final sigma. */

/** The text in small letters without accents; Greek stays Greek. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFC')

/** The words of a text in small letters, accents still on (they part «αϊ» from «αι»); «500ml» is two. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu) ?? []
  ).map((word) => word.slice(0, longestWord))

const longestWord = 60

const common = new Set(
  `και με το τα τη ο η οι του της των τον την σε απο για στο στη στην ενα μια
  the and of with in a an for from to or`.split(/\s+/),
)

/** Without the words that say nothing, unless there are no others. */
export function withoutCommon(words: readonly string[]): string[] {
  const telling = words.filter((word) => !common.has(fold(word)))
  return telling.length > 0 ? telling : [...words]
}

/** People who type Greek in Latin letters write θ as 8, ξ as 3 and ψ as 4. */
export const withoutGreeklishDigits = (text: string): string =>
  text.replace(
    /(?<=\p{Script=Latin})[348](?=\p{Script=Latin})|(?<![\p{L}\p{N}])[348](?=\p{Script=Latin}{3})/gu,
    (digit) => (digit === '8' ? 'th' : digit === '3' ? 'ks' : 'ps'),
  )
