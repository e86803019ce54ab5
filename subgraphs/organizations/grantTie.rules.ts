// What ties a person to an organisation, so that they stay out of its business (回避).
import { text, type Text } from '../shared/words.ts'

export const TIE_KINDS = {
  EMPLOYED: text('任职、受雇', 'Employed'),
  BOARD: text('理事、监事', 'On its board'),
  SHAREHOLDER: text('举办人、出资人', 'Founder or shareholder'),
  KIN: text('近亲属任职', 'Kin there'),
  MENTOR: text('项目辅导', 'Mentor of its projects'),
  INCUBATOR: text('同一孵化机构', 'Same incubator'),
  OTHER: text('其他利害关系', 'Another interest'),
} satisfies Record<string, Text>
export type TieKind = keyof typeof TIE_KINDS

/** These bind for three years after they ended; all others for good. */
export const ENDING = ['EMPLOYED', 'BOARD', 'SHAREHOLDER'] as const satisfies readonly TieKind[]
export const TIE_YEARS = 3

/** Whether a tie still binds on a day; `until` is its last day, null while it lasts. */
export const binds = ({ kind, until }: { readonly kind: TieKind; readonly until: string | null }, today: string): boolean => {
  if (until === null || !(ENDING as readonly string[]).includes(kind)) return true
  return `${Number(until.slice(0, 4)) + TIE_YEARS}${until.slice(4)}` >= today
}
