// Records picked by hand, as a filter: no more of them than a page holds.
import { badInput } from '../shared/errors.ts'
import { MOST } from '../shared/page.ts'
import { text } from '../shared/words.ts'

export const AMONG = `Only these, ${MOST} at most.`

/** The condition for a filter by ids; none given is no condition. */
export const among = (ids: readonly string[] | null | undefined) => {
  if (!ids) return true
  if (ids.length > MOST)
    throw badInput(text(`一次最多指定${MOST}条记录。`, `At most ${MOST} records at a time.`), { field: 'ids' })
  return { id: { $in: [...ids] } }
}
