// The figures of a count, to be checked before they are signed or published.
import type { Answer } from '../app/confirm.ts'
import { count } from '../app/format.ts'
import { t } from '../app/i18n.ts'
import type { VoteWhole } from './vote.queries.ts'

export const voteAnswers = ({ proposal, turnout, electorate, result }: VoteWhole): Answer[] => {
  if (!result) return []
  const figures = [
    ['AGREE', result.agree],
    ['DISAGREE', result.disagree],
    ['ABSTAIN', result.abstain],
  ] as const
  return [
    { label: t('compacts.vote.proposal'), value: proposal },
    { label: t('compacts.vote.turnout'), value: `${count(turnout)} / ${count(electorate?.size ?? 0)}` },
    ...figures.map(([choice, n]) => ({ label: t(`compacts.choice.${choice}`), value: count(n) })),
    { label: t('compacts.vote.result'), value: t(result.carried ? 'compacts.vote.carried' : 'compacts.vote.lost') },
  ]
}
