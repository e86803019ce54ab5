// A committee of forty households for the tests, the people who act in it, and the walk of one issue step by step.
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { onRollChanged, type RollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { v7 as uuidv7 } from 'uuid'
import { receiptOf } from '../../subgraphs/office/files/links.ts'
import { person, stage, TEST_SECRET, type Answer, type Stage } from '../support/platform.ts'
import { DIVISION } from './actors.ts'

export const TOWN = '310113109000'
const uuid = (kind: string, n: number) => `${kind.padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`
/** The representative of a household, its second adult, and its child. */
export const headOf = (n: number) => uuid('1', n)
export const spouseOf = (n: number) => uuid('2', n)
export const childOf = (n: number) => uuid('3', n)
export const householdOf = (n: number) => uuid('4', n)
export const HOUSEHOLDS = 40

const entry = (resident: string, n: number, more: Partial<RollChanged> = {}): RollChanged => ({
  resident,
  version: 1,
  household: householdOf(n),
  division: DIVISION,
  adultSince: '2000-01-01',
  isHouseholdRepresentative: false,
  isRepresentative: false,
  ...more,
})

export const roll: RollChanged[] = Array.from({ length: HOUSEHOLDS }, (_, n) => [
  entry(headOf(n), n, { isHouseholdRepresentative: true, isRepresentative: n < 10 }),
  entry(spouseOf(n), n),
  entry(childOf(n), n, { adultSince: '2030-01-01' }),
]).flat()

export const residentOf = (resident: string, more: Partial<Actor> = {}): Actor =>
  person('RESIDENT', DIVISION, { resident, ...more })

export const people = () => ({
  author: residentOf(headOf(0), { name: '示例居民甲' }),
  neighbour: residentOf(headOf(1), { name: '示例居民乙' }),
  secretary: person('COMMITTEE_SECRETARY', DIVISION),
  member: person('COMMITTEE_MEMBER', DIVISION),
  chair: person('MEETING_CHAIR', DIVISION),
  party: person('PARTY_BRANCH', DIVISION),
  supervision: person('SUPERVISION_MEMBER', DIVISION),
  supervisor: person('SUPERVISION_MEMBER', DIVISION),
  legal: person('LEGAL_SPECIALIST', TOWN),
  town: person('SUBDISTRICT_OFFICER', TOWN),
  auditor: person('AUDITOR', '310113000000'),
  foreign: person('COMMITTEE_SECRETARY', '310113101000'),
})

export type People = ReturnType<typeof people>

export interface Step {
  readonly id: string
  readonly version: number
  readonly status: string
}

export interface World extends Stage {
  readonly people: People
  /** Runs a mutation and gives its one field; fails the test with the sentence when it is refused. */
  readonly run: <T = Step>(actor: Actor, mutation: string, variables?: object) => Promise<T>
  readonly refused: (actor: Actor, mutation: string, variables?: object) => Promise<Answer<unknown>['errors'][number]>
  readonly tick: (days: number, hours?: number) => void
  readonly sweep: () => Promise<void>
  /** Everything a refusal must leave as it was. */
  readonly traces: () => Promise<unknown>
}

const field = <T>(answer: Answer<Record<string, T>>): T => {
  if (answer.errors.length) throw new Error(answer.errors.map((e) => `${e.code}: ${e.message}`).join('\n'))
  return Object.values(answer.data!)[0]!
}

const TABLES = [
  'issue',
  'issue_support',
  'issue_raiser',
  'issue_consent',
  'support_offer',
  'issue_comment',
  'attachment',
  'meeting',
  'agenda_item',
  'attendance',
  'electorate',
  'elector',
  'vote',
  'ballot',
  'project',
  'milestone',
  'compact',
  'article',
  'compact_comment',
  'pledge',
  'event',
]

export const openWorld = async (at = new Date('2026-03-02T01:00:00Z')): Promise<World> => {
  const s = await stage(['compacts'], at)
  await s.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [{ entries: roll }]))
  return {
    ...s,
    people: people(),
    run: async (actor, mutation, variables) =>
      field(await s.ask('compacts', actor, mutation, variables as Record<string, unknown>)),
    refused: async (actor, mutation, variables) => {
      const { errors, data } = await s.ask('compacts', actor, mutation, variables as Record<string, unknown>)
      if (errors.length !== 1) throw new Error(`expected one refusal, got ${JSON.stringify({ errors, data })}`)
      return errors[0]!
    },
    tick: (days, hours = 0) => {
      s.clock.now = new Date(s.clock.now.getTime() + (days * 24 + hours) * 3_600_000)
    },
    sweep: () => s.subgraphs['compacts']!.sweep(),
    traces: async () =>
      (
        await Promise.all(
          TABLES.map((t) =>
            s.sql(`select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as hash, count(*) from compacts."${t}" r`),
          ),
        )
      ).flat(),
  }
}

const SHOWN = '{ id version status }'

export const actOn = (type: string) =>
  `mutation ($id: ID!, $action: ${type}Action!, $version: Int!, $reason: String) { actOn${type}(id: $id, action: $action, expectedVersion: $version, reason: $reason) ${SHOWN} }`

/** Takes a plain action on a record and gives it back. */
export const act = (
  w: World,
  type: string,
  actor: Actor,
  { id, version }: Step,
  action: string,
  reason?: string,
): Promise<Step> => w.run(actor, actOn(type), { id, version, action, reason })

export const M = {
  createIssue: `mutation ($input: IssueInput!) { createIssue(input: $input) ${SHOWN} }`,
  acceptIssue: `mutation ($id: ID!, $version: Int!, $input: AcceptInput!) { acceptIssue(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  rejectIssue: `mutation ($id: ID!, $version: Int!, $reason: String!) { rejectIssue(id: $id, expectedVersion: $version, code: OUT_OF_SCOPE, reason: $reason) ${SHOWN} }`,
  reviseIssue: `mutation ($id: ID!, $version: Int!, $input: IssueRevision!) { reviseIssue(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  reply: `mutation ($id: ID!, $version: Int!, $reply: String!) { replyToIssue(id: $id, expectedVersion: $version, reply: $reply) ${SHOWN} }`,
  suspendIssue: `mutation ($id: ID!, $version: Int!, $input: SuspensionInput!) { suspendIssue(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  referIssue: `mutation ($id: ID!, $version: Int!, $input: ReferralInput!) { referIssue(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  reportReferral: `mutation ($id: ID!, $version: Int!, $outcome: String!) { reportReferral(id: $id, expectedVersion: $version, outcome: $outcome) ${SHOWN} }`,
  ruleOnAppeal: `mutation ($id: ID!, $version: Int!, $input: RulingInput!) { ruleOnAppeal(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  proposeMerge: `mutation ($id: ID!, $version: Int!, $into: ID!, $reason: String!) { proposeMerge(id: $id, expectedVersion: $version, into: $into, reason: $reason) ${SHOWN} }`,
  proposeSplit: `mutation ($id: ID!, $version: Int!, $parts: [IssuePart!]!, $reason: String!) { proposeSplit(id: $id, expectedVersion: $version, parts: $parts, reason: $reason) ${SHOWN} }`,
  support: `mutation ($id: ID!, $support: Boolean!) { supportIssue(id: $id, support: $support) ${SHOWN} }`,
  stepBack: `mutation ($id: ID!, $version: Int!) { stepBackFromIssue(id: $id, expectedVersion: $version) ${SHOWN} }`,
  nameAuthor: `mutation ($id: ID!, $version: Int!, $naming: Naming!) { nameIssueAuthor(id: $id, expectedVersion: $version, naming: $naming) ${SHOWN} }`,
  commentIssue: `mutation ($id: ID!, $body: String!, $naming: Naming) { commentOnIssue(issue: $id, body: $body, naming: $naming) { id version status issue { id } addressedTo { id } } }`,
  attach: `mutation ($id: ID!, $version: Int!, $file: String!) { attachToIssue(id: $id, expectedVersion: $version, file: $file) ${SHOWN} }`,
  detach: `mutation ($id: ID!, $version: Int!, $attachment: ID!, $reason: String) { detachFromIssue(id: $id, expectedVersion: $version, attachment: $attachment, reason: $reason) ${SHOWN} }`,
  holdIssue: `mutation ($id: ID!, $takeOver: Boolean!) { holdIssue(id: $id, takeOver: $takeOver) { id version held { by until isMine } } }`,
  study: `mutation ($id: ID!, $version: Int!, $opinion: String!) { recordPartyStudy(id: $id, expectedVersion: $version, opinion: $opinion) ${SHOWN} }`,
  evaluate: `mutation ($id: ID!, $version: Int!, $input: EvaluationInput!) { recordEvaluation(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  planMeeting: `mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { planMeeting(issue: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  planAssembly: `mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { planAssembly(compact: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  attend: `mutation ($id: ID!) { attendMeeting(id: $id) ${SHOWN} }`,
  checkIn: `mutation ($id: ID!, $resident: ID!) { checkIn(id: $id, resident: $resident) ${SHOWN} }`,
  minutes: `mutation ($id: ID!, $version: Int!, $input: MinutesInput!) { recordMinutes(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  draftVote: `mutation ($id: ID!, $input: VoteInput!) { draftVote(meeting: $id, input: $input) ${SHOWN} }`,
  cast: `mutation ($id: ID!, $choice: Choice!) { castBallot(vote: $id, choice: $choice) { id sequence choice } }`,
  createProject: `mutation ($id: ID!, $version: Int!, $input: ProjectInput!) { createProject(issue: $id, expectedVersion: $version, input: $input) { id version status milestones { id } } }`,
  evidence: `mutation ($id: ID!, $version: Int!, $milestone: ID!, $note: String!) { addMilestoneEvidence(project: $id, expectedVersion: $version, milestone: $milestone, evidence: $note) ${SHOWN} }`,
  draftCompact: `mutation ($id: ID!, $version: Int!, $input: CompactInput!) { draftCompact(issue: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  legality: `mutation ($id: ID!, $version: Int!, $checks: [ArticleCheck!]!) { checkLegality(id: $id, expectedVersion: $version, checks: $checks, opinion: "逐条审查，未发现违法内容（示例）。") ${SHOWN} }`,
  comment: `mutation ($id: ID!, $body: String!) { commentOnCompact(compact: $id, body: $body, article: 1) { id } }`,
  answer: `mutation ($id: ID!, $answer: String!) { answerComment(id: $id, answer: $answer) { id answer } }`,
  file: `mutation ($id: ID!, $version: Int!, $receipt: String!) { fileCompact(id: $id, expectedVersion: $version, receipt: $receipt) ${SHOWN} }`,
  announce: `mutation ($id: ID!, $version: Int!, $on: String!) { announceCompact(id: $id, expectedVersion: $version, effectiveOn: $on) ${SHOWN} }`,
  beginEdition: `mutation ($id: ID!, $version: Int!) { beginEdition(id: $id, expectedVersion: $version) ${SHOWN} }`,
  pledge: `mutation ($id: ID!, $hash: String!) { pledge(compact: $id, textHash: $hash) ${SHOWN} }`,
}

/** The receipt an upload would have been answered with. */
export const receiptFor = (w: World, { id: account }: Actor, name = '示例.pdf', id = uuidv7()): Promise<string> =>
  receiptOf(
    { id, name, type: 'application/pdf', size: 1234, sha256: '', account: account!, at: w.clock.now, keptAt: null },
    TEST_SECRET,
  )

/** The record as it stands, read by the secretary. */
export const look = async (
  w: World,
  type: 'issue' | 'meeting' | 'vote' | 'convening' | 'project' | 'compact',
  id: string,
): Promise<Step> => w.run(w.people.secretary, `query ($id: ID!) { ${type}(id: $id) ${SHOWN} }`, { id })

export const inDays = (w: World, days: number, hours = 0): string =>
  new Date(w.clock.now.getTime() + (days * 24 + hours) * 3_600_000).toISOString()
