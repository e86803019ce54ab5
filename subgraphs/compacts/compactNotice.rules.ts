// What the notices of a compact say: the call for comment, and the announcement. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import { lasting, onDay, type Term, type Wording } from './notice.rules.ts'

export interface CompactPosted {
  readonly title: string
  readonly edition: number
  readonly begunAt: Date
  readonly term: Term
}

export const commentWords = ({ title, edition, begunAt, term }: CompactPosted): Wording => ({
  title: text(`关于《${title}》公开征求意见的公告`, `Call for comment on “${title}”`),
  lead: text(
    `《${title}》${edition > 1 ? `（第${edition}版）` : ''}征求意见稿经合法性审查，现全文公布，向本社区居民公开征求意见。`,
    `The draft of “${title}”${edition > 1 ? ` (edition ${edition})` : ''} has been found lawful and is open to the comments of the residents.`,
  ),
  period: lasting(begunAt, term),
  basis: text('《城市居民委员会组织法》第三十条、第三十一条', 'Urban Residents Committees Organic Law, arts. 30 and 31'),
  appeal: text(
    '对本稿有意见的，请在上述期限内逐条提出，或者书面送交居民委员会；每条意见都会得到答复。',
    'Comment article by article within this time, or in writing to the residents’ committee; every comment is answered.',
  ),
  since: null,
})

export interface Announced extends CompactPosted {
  /** Null for a civility pledge, which is not filed. */
  readonly receipt: string | null
  readonly effectiveOn: string
  readonly isInForce: boolean
  /** Articles that do not apply until corrected. */
  readonly ordered: readonly number[]
}

const sinceThen = ({ effectiveOn, isInForce, ordered }: Announced): Text | null => {
  if (ordered.length > 0)
    return text(
      `第${ordered.join('、')}条已被责令改正，改正前暂停适用。`,
      `Articles ${ordered.join(', ')} are ordered to be corrected and do not apply until then.`,
    )
  const from = onDay(effectiveOn)
  return isInForce ? text(`已自${from.zh}起施行。`, `In force since ${from.en}.`) : null
}

export const announcementWords = (announced: Announced): Wording => {
  const { title, edition, begunAt, term, receipt, effectiveOn } = announced
  const [from, name] = [onDay(effectiveOn), `《${title}》${edition > 1 ? `（第${edition}版）` : ''}`]
  const named = `“${title}”${edition > 1 ? ` (edition ${edition})` : ''}`
  return {
    title: text(`关于公布《${title}》的公告`, `Announcement of “${title}”`),
    lead: receipt
      ? text(
          `${name}经居民依法表决通过，并已向街镇备案（备案号：${receipt}），现予公布，自${from.zh}起施行。`,
          `${named} was adopted by the residents and filed (receipt ${receipt}). It takes effect on ${from.en}.`,
        )
      : text(
          `${name}经议事会确认，现作为倡议公布，自${from.zh}起施行；签署自愿，可以随时撤回。`,
          `${named} was confirmed by the council and is announced as a pledge from ${from.en} on. Signing is voluntary and may be taken back at any time.`,
        ),
    period: lasting(begunAt, term),
    basis: receipt
      ? text(
          '《城市居民委员会组织法》第三十条、第三十一条、第三十四条',
          'Urban Residents Committees Organic Law, arts. 30, 31 and 34',
        )
      : text('《城市居民委员会组织法》第三十二条、第三十四条', 'Urban Residents Committees Organic Law, arts. 32 and 34'),
    appeal: text(
      '对内容有异议的，可以向居民委员会提出，也可以向街道办事处或者镇人民政府反映。',
      'Objections go to the residents’ committee, or to the subdistrict office or town government.',
    ),
    since: sinceThen(announced),
  }
}
