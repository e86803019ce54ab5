// The first letters of the pinyin of Chinese words, from the order in which the language sorts its signs.
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const LETTERS = 'abcdefghjklmnopqrstwxyz'
/** The first sign of each letter in that order. */
const FIRST = '吖八嚓咑妸发旮铪丌咔垃妈拏噢妑七呥仨他屲夕丫帀'
const HAN = /\p{Script=Han}/u

const initialOf = (sign: string): string => {
  if (!HAN.test(sign)) return sign
  let at = LETTERS.length - 1
  while (at > 0 && order.compare(sign, FIRST[at]!) < 0) at -= 1
  return LETTERS[at]!
}

export const initialsOf = (words: string): string => Array.from(words, initialOf).join('').toLowerCase()
