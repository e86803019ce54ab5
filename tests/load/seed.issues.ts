// Issues with everything that came of them: meetings, projects, compacts; and the history of each, chained as it was made.
import type pg from 'pg'
import { textHashOf } from '../../subgraphs/compacts/compact.facts.ts'
import { LEGALITY_CHECKS } from '../../subgraphs/compacts/compact.rules.ts'
import { monthOf, monthsToKeep } from '../../subgraphs/compacts/monthFigures.rules.ts'
import { KEEP_MONTH, keepingOf } from '../../subgraphs/compacts/monthFigures.sweeps.ts'
import { HOLDS, KIND, type Plan } from './seed.plan.ts'
import type { Work } from './seed.progress.ts'
import { quoted } from './seed.sql.ts'
import { RECORDS } from './seed.stories.ts'
import { assemblies, pledges } from './seed.votes.ts'

const TOPICS = ['楼道堆物整治', '文明养犬', '非机动车停放', '中心绿地照明', '加装休息椅', '充电棚选址', '西门开放时间', '活动室开放', '行道树修剪', '围墙彩绘', '快递柜增设', '垃圾箱房改造', '健身器材维修', '雨水管疏通', '电梯广告收益', '高空抛物防范', '儿童游乐区地垫', '门禁升级', '楼组公约', '共享菜园'] // prettier-ignore
const ARTICLES = [
  '楼道是公共空间，不堆放杂物，不停放车辆。',
  '鞋柜、雨伞架等物品不得占用消防通道。',
  '楼组自管小组每月巡查一次，发现问题先行劝导。',
  '搬家、装修产生的垃圾当日清运。',
  '遛犬牵绳，随手清理粪便，主动避让老人和儿童。',
  '电动自行车停放在划线区域，充电位即充即走。',
].map((body, at) => ({ number: at + 1, body }))

const COMPACT = '示例小区居民公约'
const TEXT_HASH = textHashOf(COMPACT, ARTICLES)

/** The issues of this part with their committee, author and beginning. What is open began so that it stands where it stands today. */
const pick = ({ day, issues }: Plan) => `
  create temp table pick on commit drop as
  select g.n, s.name as story, s.is_open, s.moments, s.ends, c.n as c, c.code as division, c.town, c.h_from, c.h_to, load.head(a.h) as author,
         load.id(${KIND.holder}, a.h) as holder, r.name as author_name, '示例路' || (c.n + 1) || '弄' || (array[${TOPICS.map(quoted).join(',')}])[load.draw(g.n, 11, ${TOPICS.length}) + 1] as title,
         date_trunc('hour', '${day}'::timestamptz + interval '1 hour' - s.hours * interval '1 hour'
           - case when s.is_open then load.draw(g.n, 12, 48) else 24 + load.draw(g.n, 12, 12000) end * interval '1 hour') as begun,
         '${day}'::timestamptz + (load.draw(g.n, 13, 600) + 30) * interval '1 hour' as due
    from generate_series($1::int, $2::int) g(n)
    join load.story s on (g.n * 37 - 37) % 100 >= s.above and (g.n * 37 - 37) % 100 < s.below
    join load.committee c on c.n = (g.n - 1) % (select count(*) from load.committee)
    cross join lateral (select ((c.h_from + ${HOLDS} - 1) / ${HOLDS} + load.draw(g.n, 14, ((c.h_to - c.h_from) / ${HOLDS})::int)) * ${HOLDS} as h) a
    left join residents.resident r on r.id = load.head(a.h)
   where g.n <= ${issues}`

/** Every step of them, with whoever took it. */
const STEPS = `
  create temp table step on commit drop as
  select load.id(l.kind, p.n) as stream, l.type, l.version, l.action, l."from", l."to",
         case l."by" when 'AUTHOR' then p.author_name when 'SYSTEM' then 'SYSTEM' else o.name end as "by",
         case l."by" when 'AUTHOR' then p.holder::text when 'SYSTEM' then null else o.id::text end as account,
         case l."by" when 'AUTHOR' then 'AUTHOR' when 'SYSTEM' then 'SYSTEM' else o.roles[1] end as role,
         p.division, p.begun + l.hour * interval '1 hour' as "at", l.reason, null::text as data, p.title, 10000000000 + p.n * 64::bigint + l.place as e,
         p.n, p.author, p.due, l.version = (p.ends -> l.record ->> 'version')::int as is_last
    from pick p join load.line l on l.story = p.story
    left join load.officer o on o.username = l."by" || '.' || case when l."by" in ('town', 'legal') then p.town else p.division end`

const ACTS = `s.stream, s.type, s.version, s.action, s."from", s."to", s."by", s.account, s.role, s.division, s."at", s.reason`

/** All events of one version: each hash covers the one before it. */
const CHAIN = `
  insert into compacts.event (id, stream, type, version, action, "from", "to", "by", account, role, division, "at", reason, data, request_id, previous_hash, hash)
  select load.id(${KIND.event}, s.e), ${ACTS}, s.data::jsonb, 'seed', p.hash,
         load.hash(p.hash, load.seal(${ACTS}, s.data, 'seed'))
    from step s left join compacts.event p on p.stream = s.stream and p.version = s.version - 1 where s.version = $1`

/** What is satisfied of sixty answers; below thirty-six the supervision committee let it stand. */
const SATISFIED = `(30 + load.draw(n, 15, 30))`

/** Every stage an issue has left. Some have a clock; one in ten was late. */
const STAYS = `
  insert into compacts.issue_stay (id, issue_id, division, status, "to", entered_at, left_at, due_at, is_satisfied)
  select load.id(${KIND.stay}, e), stream, division, "from", "to", entered, "at",
         case when "from" in ('SUBMITTED', 'REFERRED', 'ADOPTED', 'EVALUATING') then greatest(entered + interval '1 hour', "at" + (load.draw(e, 21, 240) - 24) * interval '1 hour') end,
         case when "from" = 'EVALUATING' then ${SATISFIED} >= 36 end
    from (select *, lag("at") over (partition by stream order by version) as entered from step where type = 'Issue' and "from" is distinct from "to") s
   where "from" is not null`

const AUDIT = `
  insert into office.audit_entry (id, subgraph, stream, type, version, action, "from", "to", "by", account, role, division, "at", reason, title, request_id, words)
  select load.id(${KIND.audit}, s.e), 'compacts', ${ACTS}, s.title, 'seed', a.words from step s left join load.act a on a.type = s.type and a.action = s.action`

const WAITING = `
  insert into office.todo (id, stream, subgraph, type, title, status, words, division, awaits, resident, due_at, since, version)
  select load.id(${KIND.todo}, s.e), s.stream, 'compacts', s.type, s.title, s."to", w.words, s.division, w.awaits, s.author,
         case when cardinality(w.awaits) > 0 then s.due end, s."at", s.version
    from step s join load.state w on w.type = s.type and w.status = s."to" where s.is_last`

const moment = (key: string) => `load.moment(begun, moments, '${key}')`
const end = (record: string, what: string) => `ends -> '${record}' ->> '${what}'`
const stands = (record: string) => `(${end(record, 'version')})::int, ${end(record, 'state')}, ${end(record, 'previous')}`
const has = (record: string) => `ends ? '${record}'`
const id = (record: keyof typeof RECORDS) => `load.id(${RECORDS[record].kind}, n)`

const ISSUES = `
  insert into compacts.issue (id, version, status, previous_status, division, due_at, number, title, body, author, raised_by, scope, lead, needs_assembly, screened_by,
    submitted_at, reply_due_at, replied_at, reply, returned_at, rejection_code, appeal_until, party_opinion, failed_at, answers, satisfied, households, allowance, created_at)
  select ${id('I')}, ${stands('I')}, p.division, case when is_open and story not in ('voting', 'drafting') then due end,
         'YT' || to_char(begun at time zone 'Asia/Shanghai', 'YYYY') || '-' || p.division || '-' || lpad(n::text, greatest(4, length(n::text)), '0'),
         title, title || '长期没有解决，影响大家生活，希望居委会召集大家一起商量办法。', author, holder::text,
         case when moments ? 'I.ACCEPT' then 'SELF_GOVERNANCE' end, case when moments ? 'I.ACCEPT' then '示例委员' end, not (moments ? 'I.AGREE'),
         case when moments ?| array['I.ACCEPT', 'I.RETURN', 'I.REJECT', 'I.REFER'] then o.officer::text end, ${moment('I.SUBMIT')},
         ${moment('I.SUBMIT')} + interval '15 hours', coalesce(${moment('I.REPLY')}, ${moment('I.RETURN')}, ${moment('I.REJECT')}, ${moment('I.REFER')}),
         case when moments ? 'I.REPLY' then '已收到，居委会将在三个工作日内研究答复。' end, ${moment('I.RETURN')},
         case when moments ? 'I.REJECT' then 'OUT_OF_SCOPE' end, ${moment('I.REJECT')} + interval '7 days',
         case when moments ? 'I.RECORD_STUDY' then '同意提交居民会议表决。' end, ${moment('I.FAIL')},
         case when moments ? 'I.RECORD_EVALUATION' then 60 end, case when moments ? 'I.RECORD_EVALUATION' then ${SATISFIED} end,
         case when moments ? 'I.RECORD_EVALUATION' then 80 end, case when story = 'done' and ${SATISFIED} < 36 then '示例说明：主要原因已经排除。' end, begun
    from pick p join (select id as officer, username from load.officer) o on o.username = 'secretary.' || p.division`

const SUPPORTS = `
  insert into compacts.issue_support (issue_id, resident, "at")
  select ${id('I')}, load.head((h_from + ${HOLDS} - 1) / ${HOLDS} * ${HOLDS} + (load.draw(n, 16, 40) + i * 3) * ${HOLDS}), begun + i * interval '1 hour'
    from pick, generate_series(1, 12) i where moments ? 'I.ACCEPT'`

const meetings = (record: 'C' | 'A' | 'R' | 'M', type: string, word: string) => `
  insert into compacts.meeting (id, version, status, previous_status, division, due_at, issue_id, compact_id, type, title, starts_at, place, basis, committee_members,
    noticed_at, chair_checked_in_at, opened_at, closed_at, minutes, published_at, is_countersigned, created_at)
  select ${id(record)}, ${stands(record)}, division, null, ${id('I')}, ${record === 'M' ? id('K') : 'null'}, ${type}, title || '${word}',
         coalesce(${moment(`${record}.OPEN`)}, due), '示例居委会活动室', ${record === 'A' || record === 'M' ? `case ${type} when 'RESIDENTS' then 'HOUSEHOLD' else 'PERSON' end` : 'null'}, '[]',
         ${moment(`${record}.NOTICE`)}, ${moment(`${record}.CHAIR_CHECK_IN`)}, ${moment(`${record}.OPEN`)}, ${moment(`${record}.CLOSE`)},
         case when moments ? '${record}.RECORD_MINUTES' then '会议由示例主持人主持，与会人员逐项发表意见，形成一致意见。' end, ${moment(`${record}.PUBLISH`)},
         case when moments ? '${record}.PUBLISH' then true end, ${moment(`${record}.CREATE`)}
    from pick where ${has(record)}`

const agenda = (record: 'C' | 'A' | 'R' | 'M') => `
  insert into compacts.agenda_item (id, meeting_id, position, topic, outcome, result, dissent)
  select load.id(${KIND.detail}, ${RECORDS[record].kind} * 100000000::bigint + n * 8 + i), ${id(record)}, i, title,
         case when moments ? '${record}.RECORD_MINUTES' then 'CONSENSUS' end, case when moments ? '${record}.RECORD_MINUTES' then '同意' end, null
    from pick, generate_series(1, 2) i where ${has(record)}`

/** Guests of the meetings that only talk; those of the others come with their electorate. */
const guests = (record: 'C' | 'R') => `
  insert into compacts.attendance (id, meeting_id, resident, "by", "at")
  select load.id(${KIND.detail}, 50000000000 + ${RECORDS[record].kind} * 100000000::bigint + n * 16 + i), ${id(record)}, load.head(h_from + load.draw(n, 17, 40) + i * 9), holder::text,
         ${moment(`${record}.OPEN`)}
    from pick, generate_series(1, 12) i where moments ? '${record}.OPEN'`

const PROJECTS = `
  insert into compacts.project (id, version, status, previous_status, division, due_at, issue_id, title, owner, owner_account, budget, spent, delivered_at, created_at)
  select ${id('P')}, ${stands('P')}, division, null, ${id('I')}, title, '示例物业服务中心', null, 100000 + load.draw(n, 18, 5000000), null, ${moment('P.DELIVER')}, ${moment('P.CREATE')}
    from pick where ${has('P')}`
const FUNDS = `
  insert into compacts.project_fund (id, project_id, source, amount, spent)
  select load.id(${KIND.detail}, 400000000000 + n), ${id('P')}, 'SELF_GOVERNANCE', 100000 + load.draw(n, 18, 5000000), null from pick where ${has('P')}`
const MILESTONES = `
  insert into compacts.milestone (id, project_id, position, title, due_on, is_mandatory, evidence, evidenced_at)
  select load.id(${KIND.detail}, 100000000000 + n * 4::bigint + i), ${id('P')}, i, (array['方案公示', '采购', '安装'])[i], (${moment('P.CREATE')} + i * interval '10 days')::date, true,
         case when moments ? 'P.DELIVER' then '已完成，签收单存档（示例）。' end, ${moment('P.DELIVER')}
    from pick, generate_series(1, 3) i where ${has('P')}`

const COMPACTS = `
  insert into compacts.compact (id, version, status, previous_status, division, due_at, issue_id, title, owner, edition, text_hash, comment_opened_at, comment_rounds, party_opinion,
    town_opinion, submitted_at, receipt, filed_at, announced_at, effective_on, in_force_at, ordered_articles, created_at)
  select ${id('K')}, ${stands('K')}, division, case when story = 'drafting' then due end, ${id('I')}, '${COMPACT}', '示例委员', 1, '${TEXT_HASH}', ${moment('K.OPEN_COMMENT')}, 1,
         case when moments ? 'K.ENDORSE' then '内容合法合规，同意提请审核。' end, case when moments ? 'K.PASS' then '程序完备，同意提交表决。' end, ${moment('K.SUBMIT_FILING')}, case when moments ? 'K.FILE' then '示例备' || n || '号' end,
         ${moment('K.FILE')}, ${moment('K.ANNOUNCE')}, (${moment('K.TAKE_EFFECT')} at time zone 'Asia/Shanghai')::date, ${moment('K.TAKE_EFFECT')}, '[]', ${moment('K.CREATE')}
    from pick where ${has('K')}`
const articles = `
  insert into compacts.article (id, compact_id, number, body, passed, review_note)
  select load.id(${KIND.detail}, 200000000000 + n * 8::bigint + a.number), ${id('K')}, a.number, a.body, ${quoted(JSON.stringify(Object.keys(LEGALITY_CHECKS)))}::jsonb, null
    from pick, jsonb_to_recordset(${quoted(JSON.stringify(ARTICLES))}::jsonb) a(number int, body text) where ${has('K')}`
const COMMENTS = `
  insert into compacts.compact_comment (id, compact_id, article, resident, body, "at", answer, answered_at)
  select load.id(${KIND.detail}, 300000000000 + n * 32::bigint + i), ${id('K')}, i % 6 + 1, load.head(h_from + load.draw(n, 19, 40) + i * 11), '建议把这一条写得更具体一些。',
         ${moment('K.OPEN_COMMENT')} + i * interval '3 hours', case when story = 'bound' then '已采纳，条文作了补充。' end,
         case when story = 'bound' then ${moment('K.OPEN_COMMENT')} + i * interval '4 hours' end
    from pick, generate_series(1, 24) i where ${has('K')}`

const sum = async (client: pg.Client, statements: readonly string[]): Promise<number> => {
  let rows = 0
  for (const statement of statements) rows += (await client.query(statement)).rowCount ?? 0
  return rows
}

/** Issues number `from` to `to`. */
export const issues =
  (plan: Plan): Work =>
  async (client, from, to) => {
    await client.query(pick(plan), [from, to])
    await client.query(STEPS)
    const { rows: last } = await client.query<{ version: number }>('select max(version) as version from step')
    let rows = await sum(client, [
      ISSUES,
      SUPPORTS,
      COMPACTS,
      articles,
      COMMENTS,
      meetings('C', `'COUNCIL'`, '议事会'),
      meetings('A', `case when load.by_household(n, story) then 'RESIDENTS' else 'REPRESENTATIVES' end`, '居民会议'),
      meetings('R', `'REVIEW'`, '评议会'),
      meetings('M', `case when load.by_household(n, story) then 'RESIDENTS' else 'REPRESENTATIVES' end`, '公约居民会议'),
      ...(['C', 'A', 'R', 'M'] as const).map(agenda),
      guests('C'),
      guests('R'),
      PROJECTS,
      FUNDS,
      MILESTONES,
    ])
    rows += await assemblies(client)
    rows += await pledges(client, TEXT_HASH)
    for (let version = 1; version <= last[0]!.version; version++) rows += (await client.query(CHAIN, [version])).rowCount ?? 0
    return rows + (await sum(client, [STAYS, AUDIT, WAITING]))
  }

const NUMBERED = (statement: string) => {
  let at = 0
  return statement.replaceAll('?', () => `$${(at += 1)}`)
}

/** The months that had ended on the day, each counted and kept by the platform's own statement. */
export const months = async (client: pg.Client, { day }: Plan): Promise<{ readonly size: number; readonly work: Work }> => {
  const now = new Date(`${day}T02:00:00Z`)
  const { rows } = await client.query<{ first: Date | null }>('select min(submitted_at) as first from compacts.issue')
  const ended = monthsToKeep(null, rows[0]!.first && monthOf(rows[0]!.first), now)
  const work: Work = async (one, from) => (await one.query(NUMBERED(KEEP_MONTH), keepingOf(ended[from - 1]!, now))).rowCount ?? 0
  return { size: ended.length, work }
}

/** Numbers go on after the last one given here. */
export const counters = ({ day, issues: last }: Plan): string =>
  `insert into compacts.issue_counter (division, year, last) select code, ${day.slice(0, 4)}, ${last} from load.committee on conflict do nothing`
