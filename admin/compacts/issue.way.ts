// Where an issue stands on its way of seven stages, read from its state and its history.
import { day } from '../app/format.ts'
import type { Step } from '../app/ui/Stepper.vue'
import { ISSUE_STAGES, issueStageOf, issueStatuses, type IssueStage } from './compacts.display.ts'
import type { IssueStatus, IssueWhole } from './issue.queries.ts'

const ENDED = new Set<IssueStatus>(['REJECTED', 'REFERRED', 'NOT_ADOPTED', 'WITHDRAWN', 'SUSPENDED'])
const PASSED = new Set<IssueStatus>(['ADOPTED'])

const isStatus = (name: string | null | undefined): name is IssueStatus => issueStatuses.some((status) => status === name)
const stageOf = (name: string | null | undefined): IssueStage | null => (isStatus(name) ? issueStageOf[name] : null)

export const issueWay = ({ status, events }: Pick<IssueWhole, 'status' | 'events'>, t: (key: string) => string): Step[] => {
  const reached = new Map<IssueStage, string>([['raise', events[0]?.at ?? '']])
  for (const { to, at } of events) {
    const stage = stageOf(to)
    if (stage && !reached.has(stage)) reached.set(stage, at)
  }
  const last = [...events]
    .reverse()
    .map(({ from }) => stageOf(from))
    .find((stage) => stage !== null)
  const now = issueStageOf[status] ?? last ?? 'raise'
  const isOver = status === 'CONCLUDED'
  const place = ISSUE_STAGES.indexOf(now)

  const stateOf = (stage: IssueStage, at: number): Step['state'] => {
    if (stage === now && !isOver) return ENDED.has(status) ? 'stopped' : PASSED.has(status) ? 'done' : 'now'
    return reached.has(stage) && (at < place || isOver) ? 'done' : 'later'
  }
  return ISSUE_STAGES.map((stage, at) => {
    const since = reached.get(stage)
    const state = stateOf(stage, at)
    return { key: stage, label: t(`compacts.stage.${stage}`), state, ...(since && state !== 'later' && { note: day(since) }) }
  })
}
