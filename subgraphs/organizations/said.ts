// What people write into a record: not empty, not longer than anyone will read, and nothing in it that is no sign.
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'

/** Longest line, such as a title, and longest text. */
export const LINE = 100
export const TEXT = 5_000

/** Control characters but tab and line feed: a database cannot hold the first of them, and no reader sees the others. */
const UNSEEN = /[^\t\n -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** The words without what is no sign. */
export const clean = (words: string): string => words.replace(/\r\n?/g, '\n').replace(UNSEEN, '').normalize('NFC').trim()

/** The words without the space around them; refused when there are none, or too many. */
export const said = (words: string, field: string, most = TEXT): string => {
  const trimmed = clean(words)
  if (!trimmed) throw badInput(text('请填写内容。', 'This must not be empty.'), { field })
  if (trimmed.length > most) throw badInput(text(`不超过${most}字。`, `At most ${most} characters.`), { field })
  return trimmed
}

/** The same where nothing need be said. */
export const saidOrNull = (words: string | null | undefined, field: string, most = TEXT): string | null =>
  words && clean(words) ? said(words, field, most) : null
