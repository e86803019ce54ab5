// How issues go, as tables of steps: who did what, in which hour after it began. Out of a hundred issues, so many go each way.
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { quoted } from './seed.sql.ts'

/** Whose step it is: the issue, its council, the meetings that decide on it and on its compact, their votes, and so on. */
export const RECORDS = {
  I: { type: 'Issue', table: 'issue', kind: 32 },
  C: { type: 'Meeting', table: 'meeting', kind: 33 },
  A: { type: 'Meeting', table: 'meeting', kind: 34 },
  R: { type: 'Meeting', table: 'meeting', kind: 35 },
  M: { type: 'Meeting', table: 'meeting', kind: 36 },
  V: { type: 'Vote', table: 'vote', kind: 37 },
  W: { type: 'Vote', table: 'vote', kind: 38 },
  P: { type: 'Project', table: 'project', kind: 39 },
  K: { type: 'Compact', table: 'compact', kind: 40 },
} as const

type Record_ = keyof typeof RECORDS
type Office = 'AUTHOR' | 'SYSTEM' | 'secretary' | 'member' | 'chair' | 'supervision' | 'town' | 'legal'
type Line = readonly [hour: number, record: Record_, action: string, to: string, by: Office]

const raised: Line[] = [
  [0, 'I', 'CREATE', 'DRAFT', 'AUTHOR'],
  [1, 'I', 'SUBMIT', 'SUBMITTED', 'AUTHOR'],
]
const accepted: Line[] = [...raised, [8, 'I', 'REPLY', 'SUBMITTED', 'member'], [26, 'I', 'ACCEPT', 'DELIBERATING', 'secretary']]

const noticed = (record: Record_, hour: number): Line[] => [
  [hour, record, 'CREATE', 'PLANNED', 'secretary'],
  [hour + 1, record, 'NOTICE', 'NOTICED', 'member'],
]
const opened = (record: Record_, hour: number): Line[] => [
  [hour, record, 'CHAIR_CHECK_IN', 'NOTICED', 'chair'],
  [hour + 1, record, 'OPEN', 'OPEN', 'chair'],
]
const published = (record: Record_, hour: number): Line[] => [
  [hour, record, 'CLOSE', 'CLOSED', 'chair'],
  [hour + 20, record, 'RECORD_MINUTES', 'MINUTED', 'member'],
  [hour + 30, record, 'PUBLISH', 'PUBLISHED', 'supervision'],
]
const talking: Line[] = [...accepted, [50, 'I', 'CONVENE', 'DELIBERATING', 'secretary'], ...noticed('C', 50)]
const talked: Line[] = [...talking, ...opened('C', 240), ...published('C', 243)]
const voting: Line[] = [
  ...talked,
  [300, 'I', 'RECORD_STUDY', 'DELIBERATING', 'secretary'],
  [312, 'I', 'CONVENE', 'DELIBERATING', 'secretary'],
  ...noticed('A', 312),
  [314, 'V', 'CREATE', 'DRAFT', 'secretary'],
  [320, 'V', 'ARM', 'ARMED', 'secretary'],
  ...opened('A', 560),
  [562, 'V', 'OPEN', 'OPEN', 'chair'],
  [562, 'I', 'PUT_TO_VOTE', 'VOTING', 'SYSTEM'],
]
const decided = (vote: Record_, hour: number): Line[] => [
  [hour, vote, 'CLOSE', 'CLOSED', 'SYSTEM'],
  [hour, vote, 'COUNT', 'COUNTED', 'SYSTEM'],
  [hour + 2, vote, 'SIGN_COUNT', 'COUNTED', 'chair'],
  [hour + 4, vote, 'CERTIFY', 'CERTIFIED', 'supervision'],
  [hour + 6, vote, 'PUBLISH', 'PUBLISHED', 'member'],
]
const counted: Line[] = [...voting, ...decided('V', 640), ...published('A', 648)]
const adopted: Line[] = [...counted, [644, 'I', 'ADOPT', 'ADOPTED', 'SYSTEM']]
const working: Line[] = [
  ...adopted,
  [700, 'I', 'IMPLEMENT', 'IMPLEMENTING', 'secretary'],
  [700, 'P', 'CREATE', 'PLANNED', 'secretary'],
  [724, 'P', 'START', 'IN_PROGRESS', 'member'],
]
const judged: Line[] = [
  ...working,
  [1_400, 'P', 'DELIVER', 'DELIVERED', 'member'],
  [1_450, 'P', 'ACCEPT', 'ACCEPTED', 'supervision'],
  [1_460, 'I', 'EVALUATE', 'EVALUATING', 'secretary'],
  [1_600, 'I', 'RECORD_EVALUATION', 'EVALUATING', 'supervision'],
]
const done: Line[] = [
  ...judged,
  [1_610, 'I', 'CONVENE_REVIEW', 'EVALUATING', 'secretary'],
  ...noticed('R', 1_610),
  ...opened('R', 1_700),
  ...published('R', 1_703),
  [1_740, 'I', 'CONCLUDE', 'CONCLUDED', 'chair'],
]
const drafting: Line[] = [
  ...talked,
  [300, 'I', 'AGREE', 'ADOPTED', 'chair'],
  [320, 'I', 'DRAFT_COMPACT', 'COMPACTING', 'secretary'],
  [320, 'K', 'CREATE', 'DRAFTING', 'secretary'],
  [368, 'K', 'CHECK_LEGALITY', 'DRAFTING', 'legal'],
  [392, 'K', 'OPEN_COMMENT', 'COMMENT', 'secretary'],
]
const bound: Line[] = [
  ...drafting,
  [640, 'K', 'REQUEST_STUDY', 'PARTY_REVIEW', 'secretary'],
  [690, 'K', 'ENDORSE', 'TOWN_REVIEW', 'secretary'],
  [710, 'K', 'PASS', 'VOTING', 'town'],
  [720, 'K', 'CONVENE', 'VOTING', 'secretary'],
  ...noticed('M', 720),
  [722, 'W', 'CREATE', 'DRAFT', 'secretary'],
  [730, 'W', 'ARM', 'ARMED', 'secretary'],
  ...opened('M', 970),
  [972, 'W', 'OPEN', 'OPEN', 'chair'],
  ...decided('W', 1_050),
  [1_054, 'K', 'ADOPT', 'ADOPTED', 'SYSTEM'],
  ...published('M', 1_060),
  [1_080, 'K', 'SUBMIT_FILING', 'ADOPTED', 'secretary'],
  [1_130, 'K', 'FILE', 'FILED', 'town'],
  [1_140, 'K', 'ANNOUNCE', 'FILED', 'member'],
  [1_530, 'K', 'TAKE_EFFECT', 'IN_FORCE', 'SYSTEM'],
  [1_530, 'I', 'CONCLUDE', 'CONCLUDED', 'SYSTEM'],
]

export interface Story {
  readonly name: string
  /** Out of a hundred. */
  readonly share: number
  readonly lines: readonly Line[]
}

const STORIES: readonly Story[] = [
  { name: 'voting', share: 4, lines: voting },
  { name: 'bound', share: 8, lines: bound },
  { name: 'done', share: 4, lines: done },
  { name: 'working', share: 4, lines: working },
  { name: 'drafting', share: 2, lines: drafting },
  { name: 'judged', share: 2, lines: judged },
  { name: 'lost', share: 5, lines: [...counted, [644, 'I', 'FAIL', 'NOT_ADOPTED', 'SYSTEM']] },
  { name: 'adopted', share: 1, lines: adopted },
  { name: 'fresh', share: 4, lines: raised },
  { name: 'talking', share: 8, lines: talking },
  { name: 'returned', share: 1, lines: [...raised, [20, 'I', 'RETURN', 'RETURNED', 'secretary']] },
  { name: 'rejected', share: 8, lines: [...raised, [20, 'I', 'REJECT', 'REJECTED', 'secretary']] },
  { name: 'referred', share: 15, lines: [...raised, [10, 'I', 'REFER', 'REFERRED', 'secretary']] },
  { name: 'withdrawn', share: 5, lines: [...raised, [12, 'I', 'WITHDRAW', 'WITHDRAWN', 'AUTHOR']] },
  { name: 'closed', share: 29, lines: [...talked, [290, 'I', 'CLOSE', 'CONCLUDED', 'chair']] },
]

const REASONS = new Map<string, string>([
  ['RETURN', '请写明具体位置和希望解决的问题。'],
  ['REJECT', '不属于社区协商范围。'],
  ['REFER', '属于设施维修，转网格案件办理。'],
  ['CLOSE', '经协商已形成一致意见，当场办结。'],
  ['ENDORSE', '内容合法合规，同意提请审核。'],
  ['PASS', '程序完备，同意提交表决。'],
])

const FINAL = new Map(
  SUBGRAPHS.flatMap((s) => s.machines ?? []).map((m) => [
    m.name,
    new Set(m.stateNames.filter((state) => m.states[state]!.final)),
  ]),
)

/** The lines of a story in order, each with the version of its record after it and the state before it. */
const told = ({ lines }: Story) => {
  const at = new Map<Record_, { version: number; state: string | null; previous: string | null }>()
  const rows = lines
    .map((line, place) => ({ line, place }))
    .sort((a, b) => a.line[0] - b.line[0] || a.place - b.place)
    .map(({ line: [hour, record, action, to, by] }, place) => {
      const { version, state, previous } = at.get(record) ?? { version: 0, state: null, previous: null }
      at.set(record, { version: version + 1, state: to, previous: state === to ? previous : state })
      return { hour, record, action, from: state, to, by, version: version + 1, place: place + 1 }
    })
  return { rows, ends: Object.fromEntries(at) }
}

/** The stories as two tables: their steps, and how each ends. */
export const stories = (): string => {
  const all = STORIES.map((story) => ({ ...story, ...told(story) }))
  const lines = all.flatMap(({ name, rows }) =>
    rows.map((r) => {
      const { type, kind } = RECORDS[r.record]
      const reason = type === 'Issue' || r.action === 'ENDORSE' || r.action === 'PASS' ? (REASONS.get(r.action) ?? null) : null
      const nullable = [r.from, reason].map((v) => (v === null ? 'null' : quoted(v)))
      return `('${name}', '${r.record}', ${kind}, '${type}', ${r.version}, ${r.place}, '${r.action}', ${nullable[0]}, '${r.to}', '${r.by}', ${r.hour}, ${nullable[1]})`
    }),
  )
  const heads = all.map(({ name, share, rows, ends }, at) => {
    const below = all.slice(0, at).reduce((sum, s) => sum + s.share, 0)
    const moments = Object.fromEntries(rows.map((r) => [`${r.record}.${r.action}`, r.hour]))
    const isOpen = !FINAL.get('Issue')!.has(ends['I']!.state!) && !['REJECTED', 'NOT_ADOPTED'].includes(ends['I']!.state!)
    return `('${name}', ${below}, ${below + share}, ${Math.max(...rows.map((r) => r.hour))}, ${isOpen}, ${quoted(JSON.stringify(moments))}::jsonb, ${quoted(JSON.stringify(ends))}::jsonb)`
  })
  return `
    create table load.line (story text, record text, kind int, type text, version int, place int, action text, "from" text, "to" text, "by" text, hour int, reason text);
    insert into load.line values ${lines.join(',\n')};
    create table load.story (name text primary key, above int, below int, hours int, is_open boolean, moments jsonb, ends jsonb);
    insert into load.story values ${heads.join(',\n')}`
}
