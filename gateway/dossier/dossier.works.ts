// The works in a dossier: meetings asked for, projects, lifts, surveys, and compacts in all their editions.
import { APPROVAL_STAGES } from '../../subgraphs/compacts/building.rules.ts'
import { COMMENT_OUTCOMES, COMPACT_KINDS } from '../../subgraphs/compacts/compact.rules.ts'
import { text } from '../../subgraphs/shared/words.ts'
import type { CompactData, IssueData, WorksData } from './dossier.data.ts'
import { at, NOTHING, yuan, type Words } from './dossier.words.ts'
import type { Section } from './paper.ts'

export const conveningSections = ({ t, state, facts, history }: Words, { convenings }: WorksData): Section[] =>
  convenings.flatMap((one) => [
    {
      title: t(`提请召开${one.typeLabel}`, `Asked for: ${one.typeLabel}`),
      facts: facts([
        [text('状态', 'Status'), state('Convening', one.status)],
        [
          text('联名', 'Names'),
          one.progress
            .map(({ signed, needed, whole }) =>
              t(`${signed}（须${needed}，共${whole}）`, `${signed} (${needed} of ${whole} needed)`),
            )
            .join('、'),
        ],
      ]),
      words: one.reason ? [one.reason] : [],
    },
    history(t('提请办理记录', 'History of the request'), one.events),
  ])

export const projectSections = (
  { t, state, fund, facts, listed, history }: Words,
  one: NonNullable<IssueData['project']>,
): Section[] => [
  {
    title: `${t('项目：', 'Project: ')}${one.title}`,
    facts: facts([
      [text('状态', 'Status'), state('Project', one.status)],
      [text('责任单位', 'Owner'), one.owner],
      [text('预算（元）', 'Budget (yuan)'), yuan(one.budget)],
      [text('资金来源', 'Sources'), one.funds.map(({ source, amount }) => `${fund(source)} ${yuan(amount)}`).join('、')],
      [text('支出（元）', 'Spent (yuan)'), yuan(one.spent)],
    ]),
    table: {
      head: [t('节点', 'Milestone'), t('期限', 'Due'), t('完成时间', 'Done'), t('证明', 'Evidence')],
      widths: [130, 60, 82, '*'],
      rows: one.milestones.map((step) => [step.title, step.dueOn, at(step.evidencedAt) ?? NOTHING, step.evidence ?? NOTHING]),
    },
  },
  ...listed(t('居民监督', 'Found by the supervision group'), {
    head: [t('时间', 'Time'), t('意见', 'Finding'), t('答复', 'Answer')],
    widths: [82, '*', '*'],
    rows: one.inspections.map(({ at: moment, finding, answer }) => [at(moment)!, finding, answer ?? NOTHING]),
  }),
  history(t('项目办理记录', 'History of the project'), one.events),
]

export const compactSections = ({ t, state, facts, listed, history, say }: Words, one: CompactData): Section[] => [
  {
    title: `${say(COMPACT_KINDS[one.kind])}${t('：', ': ')}${one.title}${t(`（第${one.edition}版）`, ` (edition ${one.edition})`)}`,
    facts: facts([
      [text('状态', 'Status'), state('Compact', one.status)],
      [text('负责人', 'Owner'), one.owner],
      [text('正文摘要', 'Hash of the text'), one.textHash],
      [text('合法性审查意见', 'Legality opinion'), one.legalityOpinion],
      [text('党组织意见', 'Party organisation'), one.partyOpinion],
      [text('街镇审核意见', 'Town review'), one.townOpinion],
      [text('备案号', 'Receipt'), one.receipt],
      [text('备案时间', 'Filed'), at(one.filedAt)],
      [text('公布时间', 'Announced'), at(one.announcedAt)],
      [text('施行日期', 'Takes effect'), one.effectiveOn],
      [text('有效期至', 'Valid until'), one.expiresOn],
      [text('责令改正文书', 'Ordered to correct by'), one.orderDocument],
      [text('责令改正的条文', 'Articles to correct'), one.orderedArticles.join('、')],
      [text('年度评估', 'Review of the year'), one.reviewOpinion],
      [
        text('签约', 'Signed'),
        t(
          `已签约${one.signedHouseholds}户，应签${one.eligibleHouseholds}户（不作为表决）`,
          `${one.signedHouseholds} of ${one.eligibleHouseholds} households (not a vote)`,
        ),
      ],
    ]),
    table: {
      head: [t('条', 'Article'), t('内容', 'Text')],
      widths: [40, '*'],
      rows: one.articles.map(({ number, body }) => [String(number), body]),
    },
  },
  ...listed(t('征求意见与答复', 'Comments and answers'), {
    head: [t('条', 'Article'), t('意见', 'Comment'), t('处理', 'Outcome'), t('答复', 'Answer')],
    widths: [40, '*', 60, '*'],
    rows: one.comments.map(({ article, body, outcome, answer }) => [
      article?.toString() ?? NOTHING,
      body,
      outcome ? say(COMMENT_OUTCOMES[outcome]) : NOTHING,
      answer ?? NOTHING,
    ]),
  }),
  ...listed(t('修改建议', 'Amendments'), {
    head: [t('条', 'Article'), t('原文', 'As it was'), t('建议改为', 'Proposed'), t('结果', 'Result')],
    widths: [40, '*', '*', 110],
    rows: one.amendments.map(({ article, baseBody, body, why, status, events }) => [
      article?.toString() ?? t('新增', 'new'),
      baseBody ?? NOTHING,
      [body, why].filter(Boolean).join('\n'),
      [state('Amendment', status), events.at(-1)?.reason].filter(Boolean).join('\n'),
    ]),
  }),
  history(t('公约办理记录', 'History of the compact'), one.events),
]

export const liftSections = ({ t, state, facts, listed, history, say }: Words, { lifts }: WorksData): Section[] =>
  lifts.flatMap((one) => [
    {
      title: `${t('加装电梯：', 'Lift retrofit: ')}${one.title}`,
      facts: facts([
        [text('状态', 'Status'), state('BuildingProject', one.status)],
        [text('门栋', 'Door'), one.door],
        [text('表决规则', 'Rule'), one.ruleText],
        [text('费用（元）', 'Cost (yuan)'), yuan(one.cost)],
        [text('公示时间', 'Posted'), at(one.publicisedAt)],
        [
          text('合计', 'In all'),
          t(
            `部门${one.effort.departments}个，印章${one.effort.seals}枚，会议${one.effort.meetings}次`,
            `${one.effort.departments} departments, ${one.effort.seals} seals, ${one.effort.meetings} meetings`,
          ),
        ],
      ]),
      words: one.agreement ? [one.agreement] : [],
    },
    ...listed(t('审批', 'Approvals'), {
      head: [t('环节', 'Stage'), t('部门', 'Department'), t('印章', 'Seals'), t('申报', 'Submitted'), t('决定', 'Decided')],
      widths: [90, '*', 40, 60, 110],
      rows: one.approvals.map((step) => [
        say(APPROVAL_STAGES[step.stage]),
        step.department,
        `${step.seals} / ${step.requiredSeals}`,
        step.submittedOn,
        [step.decidedOn ?? NOTHING, step.document].filter(Boolean).join('\n'),
      ]),
    }),
    history(t('加装电梯办理记录', 'History of the lift'), one.events),
  ])

export const surveySections = ({ t, state, facts, history }: Words, { surveys }: WorksData): Section[] =>
  surveys.flatMap((one) => [
    {
      title: t('满意度问卷', 'Survey'),
      facts: facts([
        [text('状态', 'Status'), state('Survey', one.status)],
        [text('涉及', 'Concerns'), t(`${one.concerns}，${one.households}户`, `${one.concerns}, ${one.households} households`)],
        [text('收回', 'Answers'), one.answers],
        [text('满意', 'Satisfied'), one.figures?.satisfied],
        [text('一至五分', 'Marks one to five'), one.figures?.marks.join(' / ')],
      ]),
      words: one.figures?.remarks ?? [],
    },
    history(t('问卷办理记录', 'History of the survey'), one.events),
  ])
