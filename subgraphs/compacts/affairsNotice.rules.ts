// What the notices of the committee's affairs say: a disclosure, and a moral review. Knows facts, not records.
import { text } from '../shared/words.ts'
import { DISCLOSURE_CATEGORIES, type DisclosureCategory } from './disclosure.rules.ts'
import { MORAL_KINDS, type MoralKind } from './moral.rules.ts'
import { lasting, onDay, type Term, type Wording } from './notice.rules.ts'
import { dayOf } from '../shared/calendar.ts'

interface Disclosed {
  readonly title: string
  readonly category: DisclosureCategory
  readonly begunAt: Date
  readonly term: Term
  readonly corrections: number
}

export const disclosureWords = ({ title, category, begunAt, term, corrections }: Disclosed): Wording => {
  const { zh, en } = DISCLOSURE_CATEGORIES[category]
  return {
    title: text(`居务公开：${title}`, `Disclosure: ${title}`),
    lead: text(`按照居务公开制度，现将${zh}公布如下。`, `As the law asks, the committee makes public: ${en.toLowerCase()}.`),
    period: lasting(begunAt, term),
    basis: text('《城市居民委员会组织法》第三十四条', 'Urban Residents Committees Organic Law, art. 34'),
    appeal: text(
      '对公布的内容有疑问的，可以向居民委员会查询；认为公布不及时或者不真实的，可以向街道办事处或者镇人民政府反映（第三十五条）。',
      'Questions go to the residents’ committee. Whoever finds it late or untrue may tell the subdistrict office or town government (art. 35).',
    ),
    since: corrections > 0 ? text('公布后作了更正，以更正说明为准。', 'It was corrected since; the correction stands.') : null,
  }
}

interface Commended {
  readonly kind: MoralKind
  readonly begunAt: Date
}

export const moralWords = ({ kind, begunAt }: Commended): Wording => {
  const day = onDay(dayOf(begunAt))
  return {
    title: text(`道德评议公告（${MORAL_KINDS[kind].zh}）`, `Moral review: ${MORAL_KINDS[kind].en.toLowerCase()}`),
    lead: text('经居民组成的道德评议会评议，现将评议意见公布如下。', 'A panel of residents has reviewed the matter below.'),
    period: text(`自${day.zh}起公布`, `Public from ${day.en}`),
    basis: text(
      '社区道德评议会章程；未经本人书面同意不公开姓名',
      'The panel’s own rules; nobody is named without written consent',
    ),
    appeal: text(
      '对评议意见有异议的，可以向居民委员会或者居务监督委员会提出。',
      'Objections go to the residents’ committee or the supervision committee.',
    ),
    since: null,
  }
}
