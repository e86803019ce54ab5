// The dossier of an issue as a paper: every step from what was raised to what came of it, and what proves it.
import { FUND_SOURCES } from '../../subgraphs/compacts/fund.rules.ts'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { nameActs, wordsOfState } from '../../subgraphs/shared/acts.ts'
import { say, text, type Locale, type Text } from '../../subgraphs/shared/words.ts'
import type { CompactData, Dossier, IssueData, MeetingData, Step, VoteData } from './dossier.query.ts'
import type { Paper, Section, Table } from './paper.ts'

for (const subgraph of SUBGRAPHS) nameActs(subgraph)

const RECORDS: Readonly<Record<string, Text>> = {
  Issue: text('议题', 'Issue'),
  IssueComment: text('留言', 'Comment'),
  Meeting: text('会议', 'Meeting'),
  ElectorateObjection: text('名册异议', 'Objection to the roll'),
  Vote: text('表决', 'Vote'),
  Project: text('项目', 'Project'),
  Survey: text('满意度问卷', 'Survey'),
  Amendment: text('修改建议', 'Amendment'),
  BuildingProject: text('加装电梯', 'Lift retrofit'),
  Compact: text('公约', 'Compact'),
}

const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const at = (moment: string | null | undefined) => (moment ? time.format(new Date(moment)) : null)
const yuan = (fen: number | null) => (fen === null ? null : (fen / 100).toFixed(2))
const NOTHING = '—'

type Fact = readonly [Text, string | number | null | undefined]

/** Words for people, in one language. */
const wording = (locale: Locale) => {
  const t = (zh: string, en: string) => say(text(zh, en), locale)
  const state = (type: string, status: string) => {
    const words = wordsOfState(type, status)
    return words ? say(words, locale) : status
  }
  const fund = (source: string) => say(FUND_SOURCES[source as keyof typeof FUND_SOURCES], locale)
  const facts = (all: readonly Fact[]) =>
    all.flatMap(([label, value]) =>
      value === null || value === undefined || value === '' ? [] : [[say(label, locale), String(value)] as const],
    )
  /** A table with its heading; nothing where there are no rows. */
  const listed = (title: string, table: Table): Section[] => (table.rows.length ? [{ title, table }] : [])
  const history = (title: string, events: readonly Step[]): Section => ({
    title,
    table: {
      head: [t('时间', 'Time'), t('办理', 'Step'), t('办理人', 'By'), t('说明', 'Said')],
      widths: [82, 90, 90, '*'],
      rows: events.map(({ at: moment, label, by, reason, details }) => [
        at(moment)!,
        label,
        by,
        [reason, ...details.map((one) => `${one.label}${t('：', ': ')}${one.after ?? NOTHING}`)].filter(Boolean).join('\n') ||
          NOTHING,
      ]),
    },
  })

  const issue = (one: IssueData): Section => ({
    title: t('议题', 'The issue'),
    facts: facts([
      [text('编号', 'Number'), one.number],
      [text('居村', 'Community'), one.division.path],
      [text('当前状态', 'Status'), state('Issue', one.status)],
      [text('提出人', 'Raised by'), one.authorName],
      [text('提出时间', 'Submitted'), at(one.submittedAt)],
      [text('牵头', 'Led by'), one.lead],
      [text('附议', 'Supporters'), one.supportCount],
      [text('首次回复', 'First reply'), one.reply],
      [text('不予立题理由', 'Why not taken up'), one.rejection],
      [text('转办单位', 'Referred to'), one.referredTo],
      [text('转办结果', 'Outcome'), one.outcome],
      [text('党组织意见', 'Party organisation'), one.partyOpinion],
      [
        text('效果评估', 'Evaluation'),
        one.answers === null
          ? null
          : t(
              `收回${one.answers}份，满意${one.satisfied}份，涉及${one.households}户`,
              `${one.answers} answers, ${one.satisfied} satisfied, of ${one.households} households`,
            ),
      ],
    ]),
    words: [one.body],
  })

  const files = ({ attachments }: Dossier): Section[] =>
    listed(t('附件', 'Attachments'), {
      head: [t('文件', 'File'), t('类型', 'Type'), t('字节', 'Bytes'), 'SHA-256'],
      widths: ['*', 80, 50, 190],
      rows: attachments.map(({ name, type, size, sha256 }) => [name, type, String(size), sha256]),
    })

  const comments = ({ comments: said }: IssueData): Section[] =>
    listed(t('留言', 'Comments'), {
      head: [t('时间', 'Time'), t('留言人', 'By'), t('内容', 'Said')],
      widths: [82, 90, '*'],
      rows: said.map((one) => [at(one.at)!, one.authorName, one.body ?? t('（已隐藏）', '(hidden)')]),
    })

  const roll = (electorate: MeetingData['electorate']): Fact[] =>
    electorate
      ? [
          [
            text('参加人名册', 'Electorate'),
            t(`${electorate.size}，${at(electorate.frozenAt)}固定`, `${electorate.size}, frozen ${at(electorate.frozenAt)}`),
          ],
          [text('名册摘要', 'Hash of the roll'), electorate.hash],
        ]
      : []

  const meeting = (one: MeetingData): Section[] => [
    {
      title: `${one.typeLabel}${t('：', ': ')}${one.title}`,
      facts: facts([
        [text('状态', 'Status'), state('Meeting', one.status)],
        [text('时间', 'Time'), at(one.startsAt)],
        [text('地点', 'Place'), one.place],
        [text('邀请', 'Invited'), one.invitees.join('、')],
        [text('通知时间', 'Notice given'), at(one.noticedAt)],
        [text('缩短通知的理由', 'Why notice was shorter'), one.exception],
        [
          text('到会', 'Present'),
          one.quorum
            ? t(
                `${one.quorum.present}（应到${one.quorum.eligible}，须到${one.quorum.needed}）`,
                `${one.quorum.present} (of ${one.quorum.eligible}, ${one.quorum.needed} needed)`,
              )
            : one.attendanceCount,
        ],
        ...roll(one.electorate),
        [text('公布时间', 'Published'), at(one.publishedAt)],
      ]),
      words: one.minutes ? [one.minutes] : [],
      ...(one.agenda.length && {
        table: {
          head: ['#', t('议程', 'Agenda'), t('结果', 'Result'), t('不同意见', 'Dissent')],
          widths: [20, 130, '*', 120],
          rows: one.agenda.map((item) => [String(item.position), item.topic, item.result ?? NOTHING, item.dissent ?? NOTHING]),
        },
      }),
    },
    ...one.addenda.map((addendum) => ({
      title: t(`纪要补正第${addendum.number}号`, `Addendum ${addendum.number} to the minutes`),
      facts: facts([
        [text('时间', 'Time'), at(addendum.at)],
        [text('补正人', 'By'), addendum.by],
      ]),
      words: [addendum.words],
    })),
    history(t('会议办理记录', 'History of the meeting'), one.events),
  ]

  const vote = (one: VoteData): Section[] => [
    {
      title: t('表决', 'Vote'),
      facts: facts([
        [text('状态', 'Status'), state('Vote', one.status)],
        [text('表决规则', 'Rule'), one.ruleText],
        [text('方式', 'Ballot'), one.isSecret ? t('无记名', 'Secret') : t('记名', 'Open')],
        [text('时间', 'Time'), `${at(one.opensAt)} — ${at(one.closesAt)}`],
        ...roll(one.electorate),
        [text('表决内容摘要', 'Hash of the proposal'), one.textHash],
        ...(one.result
          ? ([
              [text('应表决', 'Eligible'), one.result.eligible],
              [text('参加', 'Took part'), one.result.present],
              [text('赞成', 'For'), one.result.agree],
              [text('反对', 'Against'), one.result.disagree],
              [text('弃权', 'Abstained'), one.result.abstain],
              [
                text('结果', 'Result'),
                one.result.carried
                  ? t('通过', 'Carried')
                  : one.result.quorate
                    ? t('未通过', 'Not carried')
                    : t('参加人数未达到规定', 'Not quorate'),
              ],
              [text('计票摘要', 'Hash of the count'), one.result.countHash],
            ] satisfies Fact[])
          : []),
      ]),
      words: [one.proposal],
    },
    history(t('表决办理记录', 'History of the vote'), one.events),
  ]

  const project = (one: NonNullable<IssueData['project']>): Section[] => [
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

  const compact = (one: CompactData): Section[] => [
    {
      title: `${t('公约：', 'Compact: ')}${one.title}`,
      facts: facts([
        [text('状态', 'Status'), state('Compact', one.status)],
        [text('版次', 'Edition'), one.edition],
        [text('正文摘要', 'Hash of the text'), one.textHash],
        [text('备案号', 'Receipt'), one.receipt],
        [text('备案时间', 'Filed'), at(one.filedAt)],
        [text('公布时间', 'Announced'), at(one.announcedAt)],
        [text('施行日期', 'Takes effect'), one.effectiveOn],
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
      head: [t('条', 'Article'), t('意见', 'Comment'), t('答复', 'Answer')],
      widths: [40, '*', '*'],
      rows: one.comments.map(({ article, body, answer }) => [article?.toString() ?? NOTHING, body, answer ?? NOTHING]),
    }),
    history(t('公约办理记录', 'History of the compact'), one.events),
  ]

  const proof = ({ chains }: IssueData): Section => ({
    title: t('存证', 'Proof'),
    words: [
      t(
        '每一步办理都记入链式记录：每条记录的摘要包含上一条的摘要。导出时已从第一条起重新计算。',
        'Every step is chained: the hash of each covers that of the one before. All were reckoned again from the first when this was taken out.',
      ),
    ],
    table: {
      head: [t('记录', 'Record'), t('步数', 'Steps'), t('链尾摘要 SHA-256', 'Last hash, SHA-256'), t('核对', 'Check')],
      widths: [90, 36, '*', 50],
      rows: chains.map((chain) => [
        say(RECORDS[chain.type] ?? text(chain.type, chain.type), locale),
        String(chain.steps),
        chain.hash,
        chain.holds ? t('相符', 'Holds') : t('不符', 'BROKEN'),
      ]),
    },
  })

  return { t, issue, files, comments, meeting, vote, project, compact, history, proof }
}

export const paperOf = (dossier: Dossier, locale: Locale): Paper => {
  const w = wording(locale)
  const { issue, meetings, votes, compact, exportedAt } = dossier
  return {
    title: `${w.t('议题卷宗：', 'Dossier: ')}${issue.title}`,
    about: [issue.number, issue.division.name].filter(Boolean).join(' · '),
    sections: [
      w.issue(issue),
      ...w.files(dossier),
      ...w.comments(issue),
      w.history(w.t('议题办理记录', 'History of the issue'), issue.events),
      ...meetings.flatMap(w.meeting),
      ...votes.flatMap(w.vote),
      ...(issue.project ? w.project(issue.project) : []),
      ...(compact ? w.compact(compact) : []),
      w.proof(issue),
    ],
    foot: w.t(`邻里 · ${at(exportedAt)}导出`, `Linli · taken out ${at(exportedAt)}`),
    pages: w.t('第 {page} 页，共 {pages} 页', 'Page {page} of {pages}'),
  }
}
