// The way of a compact as a list of tasks: what each stage still lacks or has brought, and where on the page it is found.
import { day } from '../app/format.ts'
import type { Step } from '../app/ui/Stepper.vue'
import type { CompactWhole } from './compact.queries.ts'
import { CIVILITY_STAGES, civilityStageOf, COMPACT_STAGES, compactStageOf, legalityChecks } from './compacts.display.ts'

type Stage = (typeof COMPACT_STAGES | typeof CIVILITY_STAGES)[number]
type Known = Pick<
  CompactWhole,
  | 'kind'
  | 'status'
  | 'articles'
  | 'comments'
  | 'commentOpenedAt'
  | 'partyOpinion'
  | 'townOpinion'
  | 'votes'
  | 'receipt'
  | 'announcedAt'
  | 'inForceAt'
  | 'effectiveOn'
>
type Say = (key: string, values?: Record<string, unknown>) => string

const OVER = new Set(['REPEALED', 'SUPERSEDED', 'EXPIRED', 'WITHDRAWN'])

/** What is known of a stage, in a few words; nothing as long as nothing is. */
const notes: Record<Stage, (compact: Known, t: Say) => string | null | undefined> = {
  draft: ({ articles }, t) =>
    t('compacts.way.checked', {
      n: articles.filter(({ passed }) => passed.length === legalityChecks.length).length,
      all: articles.length,
    }),
  comment: ({ commentOpenedAt, comments }, t) =>
    commentOpenedAt &&
    t('compacts.way.answered', { n: comments.filter(({ answer }) => answer !== null).length, all: comments.length }),
  study: ({ partyOpinion }, t) => partyOpinion && t('compacts.way.studied'),
  review: ({ townOpinion }, t) => townOpinion && t('compacts.way.reviewed'),
  vote: ({ votes }, t) => (votes.length ? t('compacts.way.votes', { n: votes.length }) : null),
  file: ({ receipt }) => receipt,
  confirm: () => null,
  post: ({ announcedAt }) => announcedAt && day(announcedAt),
  force: ({ inForceAt, effectiveOn }) => (inForceAt ? day(inForceAt) : effectiveOn),
}

const targets: Record<Stage, string> = {
  draft: 'compact-text',
  comment: 'compact-comments',
  study: 'compact-facts',
  review: 'compact-facts',
  vote: 'compact-facts',
  file: 'compact-facts',
  confirm: 'compact-facts',
  post: 'compact-facts',
  force: 'compact-facts',
}

export const compactWay = (compact: Known, t: Say): Step[] => {
  const [stages, reached] = compact.kind === 'CIVILITY' ? [CIVILITY_STAGES, civilityStageOf] : [COMPACT_STAGES, compactStageOf]
  const behind = reached[compact.status]
  const stateOf = (at: number): Step['state'] => {
    if (OVER.has(compact.status)) return 'stopped'
    if (at !== behind) return at < behind ? 'done' : 'later'
    return compact.status === 'ORDERED_TO_CORRECT' ? 'stopped' : 'now'
  }
  return stages.map((stage, at) => {
    const note = at <= behind ? notes[stage](compact, t) : null
    return { key: stage, label: t(`compacts.way.${stage}`), state: stateOf(at), target: targets[stage], ...(note && { note }) }
  })
}
