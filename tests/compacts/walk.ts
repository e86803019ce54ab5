// The stages of one issue, each a function that leaves the world at its end; the tests begin wherever they need to.
import { act, headOf, inDays, look, M, residentOf, type Step, type World } from './world.ts'
import { DIVISION } from './actors.ts'

export const raise = async (w: World, title = '三号楼楼道堆物整治', author = w.people.author): Promise<Step> => {
  const input = { division: DIVISION, title, body: '三号楼楼道长期堆放杂物，影响消防通道，请大家商量怎么办。' }
  return act(w, 'Issue', author, await w.run(author, M.createIssue, { input }), 'SUBMIT')
}

export const accept = (w: World, issue: Step): Promise<Step> =>
  w.run(w.people.secretary, M.acceptIssue, {
    ...issue,
    input: { scope: 'SELF_GOVERNANCE', lead: '示例委员', needsAssembly: true },
  })

const result = (position: number, outcome: string) => ({
  position,
  outcome,
  result: '与会人员一致同意开展整治。',
  dissent: '一户希望先清理公共区域。',
})

/** A meeting from plan to published minutes. */
export const hold = async (w: World, issue: Step, type: string): Promise<Step> => {
  const { secretary, member, chair, supervision, author } = w.people
  const input = {
    type,
    title: '楼道堆物整治会议',
    startsAt: inDays(w, 0, 2),
    place: '居委会会议室',
    agenda: ['怎么清理', '怎么保持'],
  }
  let meeting = await w.run(secretary, M.planMeeting, { ...(await look(w, 'issue', issue.id)), input })
  meeting = await act(w, 'Meeting', secretary, meeting, 'NOTICE')
  w.tick(0, 2)
  await w.run(author, M.attend, { id: meeting.id })
  meeting = await act(w, 'Meeting', chair, await w.run(chair, M.attend, { id: meeting.id }), 'OPEN')
  meeting = await act(w, 'Meeting', chair, meeting, 'CLOSE')
  meeting = await w.run(member, M.minutes, {
    ...meeting,
    input: { minutes: '会议纪要（示例）。', items: [result(1, 'CONSENSUS'), result(2, 'CONSENSUS')] },
  })
  return act(w, 'Meeting', supervision, meeting, 'PUBLISH')
}

export const study = async (w: World, issue: Step): Promise<Step> =>
  w.run(w.people.party, M.study, { ...(await look(w, 'issue', issue.id)), opinion: '同意提交居民会议表决。' })

/** A residents' meeting by household, noticed ten days ahead and open on its day. `plan` names what it is planned on. */
export const assemble = async (w: World, on: { issue: Step } | { compact: Step }): Promise<Step> => {
  const { secretary, chair } = w.people
  const input = {
    type: 'RESIDENTS',
    title: '居民会议',
    startsAt: inDays(w, 10),
    place: '小区广场',
    agenda: ['表决'],
    basis: 'HOUSEHOLD',
  }
  let meeting =
    'issue' in on
      ? await w.run(secretary, M.planMeeting, { ...(await look(w, 'issue', on.issue.id)), input })
      : await w.run(secretary, M.planAssembly, { ...(await look(w, 'compact', on.compact.id)), input })
  meeting = await act(w, 'Meeting', secretary, meeting, 'NOTICE')
  w.tick(10)
  return act(w, 'Meeting', chair, await w.run(chair, M.attend, { id: meeting.id }), 'OPEN')
}

/** An open vote of an open meeting; `before` is done while it is fixed and not open yet. */
export const openVote = async (
  w: World,
  meeting: Step,
  purpose = 'DECISION',
  before: (vote: Step) => Promise<void> = async () => {},
): Promise<Step> => {
  const { chair } = w.people
  const input = {
    purpose,
    proposal: '同意开展三号楼楼道堆物整治。',
    manner: 'OVER_PERIOD',
    opensAt: inDays(w, 0),
    closesAt: inDays(w, 2),
  }
  const vote = await act(w, 'Vote', chair, await w.run(chair, M.draftVote, { id: meeting.id, input }), 'ARM')
  await before(vote)
  return act(w, 'Vote', chair, vote, 'OPEN')
}

export const cast = async (w: World, vote: Step, agree: number, disagree: number): Promise<void> => {
  for (let n = 0; n < agree + disagree; n += 1)
    await w.run(residentOf(headOf(n)), M.cast, { id: vote.id, choice: n < agree ? 'AGREE' : 'DISAGREE' })
}

/** Counted by the clock, certified by two, published. */
export const conclude = async (w: World, vote: Step): Promise<Step> => {
  const { chair, supervision, member } = w.people
  w.tick(2, 1)
  await w.sweep()
  let counted = await act(w, 'Vote', chair, await look(w, 'vote', vote.id), 'SIGN_COUNT')
  counted = await act(w, 'Vote', supervision, counted, 'CERTIFY')
  return act(w, 'Vote', member, counted, 'PUBLISH')
}

export const toAdopted = async (w: World): Promise<Step> => {
  const issue = await accept(w, await raise(w))
  await hold(w, issue, 'COUNCIL')
  await study(w, issue)
  const vote = await openVote(w, await assemble(w, { issue }))
  await cast(w, vote, 21, 4)
  await conclude(w, vote)
  return look(w, 'issue', issue.id)
}

export const build = async (w: World, issue: Step): Promise<Step> => {
  const { secretary, member, supervision } = w.people
  const input = {
    title: '三号楼楼道整治',
    owner: '示例物业',
    funds: [{ source: 'SELF_GOVERNANCE', amount: 1_250_000 }],
    milestones: [
      { title: '清理', dueOn: '2026-05-01' },
      { title: '验收', dueOn: '2026-05-15' },
    ],
  }
  const made = await w.run<Step & { milestones: { id: string }[] }>(secretary, M.createProject, { ...issue, input })
  let project: Step = await act(w, 'Project', member, made, 'START')
  for (const { id } of made.milestones)
    project = await w.run(member, M.evidence, { ...project, milestone: id, note: '已完成，照片存档（示例）。' })
  project = await act(w, 'Project', member, project, 'DELIVER')
  return act(w, 'Project', supervision, project, 'ACCEPT')
}

export const evaluate = async (w: World, issue: Step): Promise<Step> => {
  const { secretary, supervision } = w.people
  const begun = await act(w, 'Issue', secretary, await look(w, 'issue', issue.id), 'EVALUATE')
  const said = await w.run(supervision, M.evaluate, { ...begun, input: { answers: 24, satisfied: 20, households: 40 } })
  await hold(w, said, 'REVIEW')
  return look(w, 'issue', issue.id)
}

const PASSED = ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES']

/** A compact drafted, found lawful, commented on, studied: ready for its vote. */
export const draft = async (w: World, issue: Step): Promise<Step> => {
  const { secretary, member, legal, neighbour, party } = w.people
  const input = { title: '三号楼楼道公约', owner: '示例委员', articles: ['楼道不堆放杂物。', '电动车不进楼。'] }
  let compact = await w.run(secretary, M.draftCompact, { ...(await look(w, 'issue', issue.id)), input })
  compact = await w.run(legal, M.legality, { ...compact, checks: [1, 2].map((number) => ({ number, passed: PASSED })) })
  compact = await act(w, 'Compact', secretary, compact, 'OPEN_COMMENT')
  const comment = await w.run<{ id: string }>(neighbour, M.comment, { id: compact.id, body: '婴儿车算不算杂物？' })
  await w.run(member, M.answer, { id: comment.id, answer: '婴儿车可以停放在指定位置。' })
  w.tick(8)
  compact = await act(w, 'Compact', secretary, compact, 'REQUEST_STUDY')
  compact = await act(w, 'Compact', party, compact, 'ENDORSE', '内容合法，同意提请审核。')
  return act(w, 'Compact', w.people.town, compact, 'PASS', '同意提交表决。')
}

export const adopt = async (w: World, compact: Step): Promise<Step> => {
  const vote = await openVote(w, await assemble(w, { compact }), 'COMPACT')
  await cast(w, vote, 30, 2)
  await conclude(w, vote)
  return look(w, 'compact', compact.id)
}

export const file = async (w: World, compact: Step, receipt = '顾村镇备〔2026〕1号'): Promise<Step> => {
  const submitted = await act(w, 'Compact', w.people.secretary, compact, 'SUBMIT_FILING')
  const filed = await w.run(w.people.town, M.file, { ...submitted, receipt })
  return w.run(w.people.member, M.announce, { ...filed, on: '2026-04-01' })
}

export const toInForce = async (w: World): Promise<{ issue: Step; compact: Step }> => {
  const issue = await toAdopted(w)
  await build(w, issue)
  const compact = await file(w, await adopt(w, await draft(w, await evaluate(w, issue))))
  w.tick(16)
  await w.sweep()
  return { issue: await look(w, 'issue', issue.id), compact: await look(w, 'compact', compact.id) }
}
