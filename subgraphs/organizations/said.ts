// What people write into a record: not empty, and not longer than anyone will read.
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'

/** Longest line, such as a title, and longest text. */
export const LINE = 100
export const TEXT = 5_000

/** The words without the space around them; refused when there are none, or too many. */
export const said = (words: string, field: string, most = TEXT): string => {
  const trimmed = words.trim()
  if (!trimmed) throw badInput(text('请填写内容。', 'This must not be empty.'), { field })
  if (trimmed.length > most) throw badInput(text(`不超过${most}字。`, `At most ${most} characters.`), { field })
  return trimmed
}
