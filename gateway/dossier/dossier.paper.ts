// The dossier of an issue as a paper: every step from what was raised to what came of it, and what proves it.
import { ROLL_FAULTS } from '../../subgraphs/compacts/electorateObjection.rules.ts'
import { text, type Locale, type Text } from '../../subgraphs/shared/words.ts'
import type { Dossier, IssueData, MeetingData, Tally, VoteData } from './dossier.data.ts'
import { at, metres, NOTHING, wordsIn, type Fact, type Words } from './dossier.words.ts'
import { compactSections, conveningSections, liftSections, projectSections, surveySections } from './dossier.works.ts'
import type { Paper, Section } from './paper.ts'

const RECORDS: Readonly<Record<string, Text>> = {
  Issue: text('议题', 'Issue'),
  IssueComment: text('留言', 'Comment'),
  Convening: text('应召会议', 'Meeting asked for'),
  Meeting: text('会议', 'Meeting'),
  ElectorateObjection: text('名册异议', 'Objection to the roll'),
  Vote: text('表决', 'Vote'),
  Project: text('项目', 'Project'),
  Survey: text('满意度问卷', 'Survey'),
  Amendment: text('修改建议', 'Amendment'),
  BuildingProject: text('加装电梯', 'Lift retrofit'),
  Compact: text('公约', 'Compact'),
}

const sections = (w: Words) => {
  const { t, state, facts, listed, history } = w

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
      [text('认可理由', 'Why the result stands'), one.allowance],
      [text('中止文件', 'Suspended by'), one.suspensionDocument],
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

  const roll = (electorate: VoteData['electorate']): Fact[] =>
    electorate
      ? [
          [
            text('参加人名册', 'Electorate'),
            t(`${electorate.size}，${at(electorate.frozenAt)}固定`, `${electorate.size}, frozen ${at(electorate.frozenAt)}`),
          ],
          [text('名册摘要', 'Hash of the roll'), electorate.hash],
          [text('异议更正后', 'As corrected'), electorate.sizeNow === electorate.size ? null : electorate.sizeNow],
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
    ...listed(t('名册异议', 'Objections to the roll'), {
      head: [t('异议', 'Objection'), t('理由', 'Grounds'), t('结果', 'Result'), t('决定', 'Decision')],
      widths: [90, '*', 60, '*'],
      rows: (one.electorate?.objections ?? []).map(({ fault, grounds, status, events }) => [
        w.say(ROLL_FAULTS[fault]),
        grounds,
        state('ElectorateObjection', status),
        events.at(-1)?.reason ?? NOTHING,
      ]),
    }),
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

  /** By heads, and by floor area where the rule counts it too. */
  const tally = (result: NonNullable<VoteData['result']>, of: keyof Tally) =>
    result.areas
      ? t(`${result[of]}（${metres(result.areas[of])}平方米）`, `${result[of]} (${metres(result.areas[of])} m²)`)
      : result[of]

  const vote = (one: VoteData): Section[] => [
    {
      title: t('表决', 'Vote'),
      facts: facts([
        [text('状态', 'Status'), state('Vote', one.status)],
        [text('表决规则', 'Rule'), one.ruleText],
        [text('方式', 'Ballot'), one.isSecret ? t('无记名', 'Secret') : t('记名', 'Open')],
        [text('时间', 'Time'), `${at(one.opensAt)} — ${at(one.closesAt)}`],
        ...roll(one.electorate),
        [text('书面委托', 'Written proxies'), one.proxies.filter(({ revokedAt }) => !revokedAt).length || null],
        [text('表决内容摘要', 'Hash of the proposal'), one.textHash],
        ...(one.result
          ? ([
              [text('应表决', 'Eligible'), tally(one.result, 'eligible')],
              [text('参加', 'Took part'), tally(one.result, 'present')],
              [text('赞成', 'For'), tally(one.result, 'agree')],
              [text('反对', 'Against'), tally(one.result, 'disagree')],
              [text('弃权', 'Abstained'), tally(one.result, 'abstain')],
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
        w.say(RECORDS[chain.type] ?? text(chain.type, chain.type)),
        String(chain.steps),
        chain.hash,
        chain.holds ? t('相符', 'Holds') : t('不符', 'BROKEN'),
      ]),
    },
  })

  return { issue, files, comments, meeting, vote, proof }
}

export const paperOf = (dossier: Dossier, locale: Locale): Paper => {
  const w = wordsIn(locale)
  const of = sections(w)
  const { issue, meetings, votes, works, compacts, exportedAt } = dossier
  return {
    title: `${w.t('议题卷宗：', 'Dossier: ')}${issue.title}`,
    about: [issue.number, issue.division.name].filter(Boolean).join(' · '),
    sections: [
      of.issue(issue),
      ...of.files(dossier),
      ...of.comments(issue),
      w.history(w.t('议题办理记录', 'History of the issue'), issue.events),
      ...conveningSections(w, works),
      ...meetings.flatMap(of.meeting),
      ...votes.flatMap(of.vote),
      ...(issue.project ? projectSections(w, issue.project) : []),
      ...liftSections(w, works),
      ...surveySections(w, works),
      ...compacts.flatMap((one) => compactSections(w, one)),
      of.proof(issue),
    ],
    foot: w.t(`邻里 · ${at(exportedAt)}导出`, `Linli · taken out ${at(exportedAt)}`),
    pages: w.t('第 {page} 页，共 {pages} 页', 'Page {page} of {pages}'),
  }
}
