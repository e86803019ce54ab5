import { describe, expect, test } from 'vitest'
import { ROLES, type Actor, type Party, type Relation, type Role } from '../../subgraphs/shared/actor.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { matrix, stuck, unreachable } from '../support/machines.ts'
import { buildingProjectMachine } from '../../subgraphs/compacts/building.machine.ts'
import { compactMachine } from '../../subgraphs/compacts/compact.machine.ts'
import { electorateObjectionMachine } from '../../subgraphs/compacts/electorateObjection.machine.ts'
import { conveningMachine } from '../../subgraphs/compacts/convening.machine.ts'
import { amendmentMachine } from '../../subgraphs/compacts/amendment.machine.ts'
import { affairsDisclosureMachine } from '../../subgraphs/compacts/disclosure.machine.ts'
import { issueMachine } from '../../subgraphs/compacts/issue.machine.ts'
import { issueCommentMachine } from '../../subgraphs/compacts/issueComment.machine.ts'
import { LIMITS } from '../../subgraphs/compacts/limits.rules.ts'
import { meetingMachine } from '../../subgraphs/compacts/meeting.machine.ts'
import { moralReviewMachine } from '../../subgraphs/compacts/moral.machine.ts'
import { ownersCommitteeMachine } from '../../subgraphs/compacts/owners.machine.ts'
import { pledgeMachine } from '../../subgraphs/compacts/pledge.machine.ts'
import { pledgePaperMachine } from '../../subgraphs/compacts/pledgePaper.machine.ts'
import { projectMachine } from '../../subgraphs/compacts/project.machine.ts'
import { surveyMachine } from '../../subgraphs/compacts/survey.machine.ts'
import { voteMachine } from '../../subgraphs/compacts/vote.machine.ts'
import { actorOf, DIVISION } from './actors.ts'

const machines = [
  conveningMachine,
  issueMachine,
  issueCommentMachine,
  meetingMachine,
  electorateObjectionMachine,
  voteMachine,
  projectMachine,
  surveyMachine,
  buildingProjectMachine,
  compactMachine,
  amendmentMachine,
  pledgeMachine,
  pledgePaperMachine,
  affairsDisclosureMachine,
  ownersCommitteeMachine,
  moralReviewMachine,
]
const NOW = new Date('2026-06-01T10:00:00+08:00')

describe.each(machines)('$name', (machine) => {
  test('reaches every state, and nothing is stuck', () => {
    expect(unreachable(machine)).toEqual([])
    expect(stuck(machine)).toEqual([])
  })

  test('starts only clocks that have a time limit', () => {
    const rows: AnyMachine['actions'] = machine.actions
    const codes = new Set(LIMITS.map((limit) => limit.code))
    expect(Object.values(rows).flatMap((row) => (row.starts && !codes.has(row.starts) ? [row.starts] : []))).toEqual([])
  })

  test('refuses every action to everyone the table does not name, in every state, with a sentence', () => {
    const asked = machine as unknown as Asked
    const parties: Party[] = [...(Object.keys(ROLES) as Role[]), 'AUTHOR', 'OWNER', 'SYSTEM']
    for (const status of machine.stateNames)
      for (const action of machine.actionNames)
        for (const party of parties) {
          const row = (machine.actions as AnyMachine['actions'])[action]!
          if (row.from.includes(status) && row.by.includes(party)) continue
          const { actor, relations } = as(party)
          const subject = { status, division: DIVISION, relations }
          const sentence = asked.refusal(action, subject, actor, NOW)
          expect(sentence?.zh, `${status} ${action} ${party}`).toMatch(/[。]$/)
          expect(sentence?.en, `${status} ${action} ${party}`).toMatch(/[.]$/)
        }
  })
})

interface Asked {
  refusal: (action: string, subject: object, actor: Actor, now: Date) => { zh: string; en: string } | null
}

const as = (party: Party): { actor: Actor; relations: Relation[] } =>
  party in ROLES
    ? { actor: actorOf(party as Role), relations: [] }
    : { actor: actorOf(party as 'AUTHOR'), relations: party === 'SYSTEM' ? [] : [party as Relation] }

describe('who may do what', () => {
  test('issues', () =>
    expect(matrix(issueMachine)).toMatchInlineSnapshot(`
      [
        "DRAFT | COMMITTEE_MEMBER: SUBMIT | AUTHOR: SUBMIT WITHDRAW",
        "SUBMITTED | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: REPLY ACCEPT RETURN REJECT REFER PROPOSE_MERGE PROPOSE_SPLIT | COMMITTEE_MEMBER: REPLY | AUTHOR: WITHDRAW | SYSTEM: RECALL",
        "RETURNED | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_MEMBER: RESUBMIT | AUTHOR: RESUBMIT WITHDRAW | SYSTEM: LAPSE RECALL",
        "REJECTED | AUTHOR: APPEAL | SYSTEM: RECALL",
        "APPEALED | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | SUPERVISION_MEMBER: PROPOSE_RULING UPHOLD_APPEAL DISMISS_APPEAL | SYSTEM: RECALL",
        "REFERRED | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: REPORT_BACK | COMMITTEE_MEMBER: REPORT_BACK | OWNER: REPORT_BACK HAND_BACK",
        "MERGE_PROPOSED | COMMITTEE_SECRETARY: MERGE DROP_PROPOSAL | AUTHOR: AGREE_MERGE OBJECT | SYSTEM: MERGE DROP_PROPOSAL",
        "MERGED | COMMITTEE_SECRETARY: ASK_UNMERGE | SUPERVISION_MEMBER: RESTORE",
        "SPLIT_PROPOSED | COMMITTEE_SECRETARY: PART DROP_PROPOSAL | AUTHOR: AGREE_SPLIT OBJECT | SYSTEM: PART DROP_PROPOSAL",
        "SPLIT | COMMITTEE_SECRETARY: ASK_REJOIN | SUPERVISION_MEMBER: RESTORE",
        "DELIBERATING | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: PROPOSE_MERGE PROPOSE_SPLIT CONVENE | COMMITTEE_MEMBER: CONVENE | PARTY_BRANCH: RECORD_STUDY | MEETING_CHAIR: AGREE CLOSE | AUTHOR: WITHDRAW | SYSTEM: RECALL MEET PUT_TO_VOTE",
        "VOTING | SYSTEM: ADOPT FAIL RECALL_VOTE",
        "ADOPTED | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: IMPLEMENT DRAFT_COMPACT | COMMITTEE_MEMBER: IMPLEMENT DRAFT_COMPACT",
        "NOT_ADOPTED | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: REOPEN",
        "IMPLEMENTING | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: CONVENE_STOP EVALUATE | COMMITTEE_MEMBER: CONVENE_STOP EVALUATE | OWNER: EVALUATE",
        "EVALUATING | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: CONVENE_REVIEW OPEN_SURVEY DRAFT_COMPACT | COMMITTEE_MEMBER: CONVENE_REVIEW OPEN_SURVEY DRAFT_COMPACT | MEETING_CHAIR: CONCLUDE | SUPERVISION_MEMBER: OPEN_SURVEY RECORD_EVALUATION ALLOW_RESULT DEMAND_REWORK | SYSTEM: CONCLUDE",
        "REWORK | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: EVALUATE | COMMITTEE_MEMBER: EVALUATE | OWNER: EVALUATE",
        "COMPACTING | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: DRAFT_COMPACT | COMMITTEE_MEMBER: DRAFT_COMPACT | MEETING_CHAIR: CONCLUDE | SYSTEM: CONCLUDE",
        "CONCLUDED | -",
        "WITHDRAWN | -",
        "SUSPENDED | SUBDISTRICT_LEAD: KEEP_SUSPENDED RESUME | SUBDISTRICT_OFFICER: KEEP_SUSPENDED RESUME | SYSTEM: RECALL",
      ]
    `))
  test('comments on issues', () =>
    expect(matrix(issueCommentMachine)).toMatchInlineSnapshot(`
    [
      "SHOWN | COMMITTEE_SECRETARY: HIDE | COMMITTEE_MEMBER: HIDE | AUTHOR: WITHDRAW",
      "HIDDEN | SUPERVISION_MEMBER: SHOW | AUTHOR: CONTEST WITHDRAW",
      "CONTESTED | SUPERVISION_MEMBER: SHOW KEEP_HIDDEN",
      "WITHDRAWN | -",
    ]
  `))
  test('meetings', () =>
    expect(matrix(meetingMachine)).toMatchInlineSnapshot(`
    [
      "PLANNED | COMMITTEE_SECRETARY: NOTICE CANCEL | COMMITTEE_MEMBER: NOTICE CANCEL | PARTY_BRANCH: APPROVE_SHORT_NOTICE",
      "NOTICED | COMMITTEE_SECRETARY: CANCEL | COMMITTEE_MEMBER: CANCEL | MEETING_CHAIR: OPEN",
      "OPEN | MEETING_CHAIR: ADJOURN CLOSE",
      "CLOSED | COMMITTEE_SECRETARY: RECORD_MINUTES | COMMITTEE_MEMBER: RECORD_MINUTES",
      "MINUTED | SUPERVISION_MEMBER: PUBLISH | SYSTEM: PUBLISH_UNSIGNED",
      "PUBLISHED | -",
      "CANCELLED | -",
    ]
  `))
  test('objections to a roll', () =>
    expect(matrix(electorateObjectionMachine)).toMatchInlineSnapshot(`
    [
      "FILED | SUPERVISION_MEMBER: UPHOLD DISMISS",
      "UPHELD | -",
      "DISMISSED | -",
    ]
  `))
  test('lift retrofits', () =>
    expect(matrix(buildingProjectMachine)).toMatchInlineSnapshot(`
    [
      "INTENT | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: ASSESS ABANDON | COMMITTEE_MEMBER: ASSESS",
      "FEASIBILITY | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: SURVEY ABANDON | COMMITTEE_MEMBER: SURVEY",
      "SURVEY | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: CONVENE ABANDON | COMMITTEE_MEMBER: CONVENE | SYSTEM: CARRY FAIL",
      "AGREEMENT | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: AGREE PUBLICISE OBJECT ABANDON | COMMITTEE_MEMBER: AGREE PUBLICISE OBJECT",
      "PUBLICITY | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: FILE_PLAN OBJECT ABANDON | COMMITTEE_MEMBER: FILE_PLAN OBJECT",
      "PLAN_FILED | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: SEEK_PLANNING OBJECT ABANDON | COMMITTEE_MEMBER: SEEK_PLANNING OBJECT",
      "PLANNING | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: PROVE_STRUCTURE OBJECT ABANDON | COMMITTEE_MEMBER: PROVE_STRUCTURE OBJECT",
      "STRUCTURE | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: SEEK_PERMIT OBJECT ABANDON | COMMITTEE_MEMBER: SEEK_PERMIT OBJECT",
      "PERMIT | SUBDISTRICT_LEAD: SUSPEND | SUBDISTRICT_OFFICER: SUSPEND | COMMITTEE_SECRETARY: BUILD OBJECT ABANDON | COMMITTEE_MEMBER: BUILD OBJECT",
      "CONSTRUCTION | COMMITTEE_SECRETARY: INSPECT OBJECT | COMMITTEE_MEMBER: INSPECT OBJECT",
      "SPECIAL_EQUIPMENT | COMMITTEE_SECRETARY: ACCEPT | COMMITTEE_MEMBER: ACCEPT",
      "ACCEPTANCE | COMMITTEE_SECRETARY: OPERATE | COMMITTEE_MEMBER: OPERATE",
      "OPERATING | -",
      "OBJECTION | COMMITTEE_SECRETARY: COORDINATE ABANDON | MEETING_CHAIR: COORDINATE",
      "SUSPENDED | SUBDISTRICT_LEAD: RESUME | SUBDISTRICT_OFFICER: RESUME",
      "ABANDONED | -",
    ]
  `))
  test('votes', () =>
    expect(matrix(voteMachine)).toMatchInlineSnapshot(`
    [
      "DRAFT | COMMITTEE_SECRETARY: ARM CANCEL | MEETING_CHAIR: ARM CANCEL",
      "ARMED | COMMITTEE_SECRETARY: CANCEL | MEETING_CHAIR: OPEN CANCEL",
      "OPEN | MEETING_CHAIR: EXTEND | SUPERVISION_MEMBER: CONTEST | SYSTEM: CLOSE",
      "CLOSED | SUPERVISION_MEMBER: CONTEST | SYSTEM: COUNT",
      "COUNTED | MEETING_CHAIR: SIGN_COUNT | SUPERVISION_MEMBER: CERTIFY CONTEST",
      "CERTIFIED | COMMITTEE_SECRETARY: PUBLISH | COMMITTEE_MEMBER: PUBLISH",
      "CONTESTED | SUBDISTRICT_LEAD: VOID UPHOLD | SUBDISTRICT_OFFICER: VOID UPHOLD",
      "PUBLISHED | -",
      "CANCELLED | -",
      "VOIDED | -",
    ]
  `))
  test('projects', () =>
    expect(matrix(projectMachine)).toMatchInlineSnapshot(`
      [
        "PLANNED | COMMITTEE_SECRETARY: START STOP | COMMITTEE_MEMBER: START | OWNER: START",
        "IN_PROGRESS | COMMITTEE_SECRETARY: DELIVER STOP | COMMITTEE_MEMBER: DELIVER | OWNER: DELIVER",
        "DELIVERED | SUPERVISION_MEMBER: ACCEPT SEND_BACK | SYSTEM: REOPEN",
        "REWORK | COMMITTEE_SECRETARY: DELIVER STOP | COMMITTEE_MEMBER: DELIVER | OWNER: DELIVER",
        "ACCEPTED | COMMITTEE_SECRETARY: SETTLE FINISH | COMMITTEE_MEMBER: SETTLE | OWNER: SETTLE | SYSTEM: REOPEN",
        "DONE | -",
        "STOPPED | -",
      ]
    `))
  test('surveys', () =>
    expect(matrix(surveyMachine)).toMatchInlineSnapshot(`
    [
      "OPEN | SUPERVISION_MEMBER: CLOSE",
      "CLOSED | -",
    ]
  `))
  test('amendments', () =>
    expect(matrix(amendmentMachine)).toMatchInlineSnapshot(`
    [
      "PROPOSED | COMMITTEE_SECRETARY: ACCEPT REJECT | COMMITTEE_MEMBER: ACCEPT REJECT | AUTHOR: WITHDRAW | SYSTEM: OUTDATE CLOSE",
      "STALE | COMMITTEE_SECRETARY: REJECT REBASE | COMMITTEE_MEMBER: REJECT REBASE | AUTHOR: REBASE WITHDRAW | SYSTEM: CLOSE",
      "ACCEPTED | -",
      "REJECTED | AUTHOR: PROMOTE NOTE",
      "CLOSED | AUTHOR: PROMOTE NOTE",
      "WITHDRAWN | -",
      "PROMOTED | -",
      "NOTED | -",
    ]
  `))
  test('pledges on paper', () =>
    expect(matrix(pledgePaperMachine)).toMatchInlineSnapshot(`
    [
      "ENTERED | COMMITTEE_SECRETARY: CONFIRM DISCARD | COMMITTEE_MEMBER: CONFIRM DISCARD | SYSTEM: DIFFER",
      "UNMATCHED | COMMITTEE_SECRETARY: IDENTIFY DISCARD | COMMITTEE_MEMBER: IDENTIFY DISCARD",
      "CONFIRMED | -",
      "DISCARDED | -",
    ]
  `))
  test('disclosures', () =>
    expect(matrix(affairsDisclosureMachine)).toMatchInlineSnapshot(`
      [
        "DRAFT | COMMITTEE_SECRETARY: SUBMIT DISCARD | COMMITTEE_MEMBER: SUBMIT DISCARD",
        "REVIEWING | SUPERVISION_MEMBER: PASS SEND_BACK",
        "REVIEWED | COMMITTEE_SECRETARY: PUBLISH | COMMITTEE_MEMBER: PUBLISH",
        "PUBLISHED | DISTRICT_CIVIL_AFFAIRS: ORDER | SUBDISTRICT_LEAD: ORDER | SUBDISTRICT_OFFICER: ORDER | COMMITTEE_SECRETARY: ARCHIVE CORRECT QUERY | COMMITTEE_MEMBER: ARCHIVE CORRECT QUERY | RESIDENT: QUERY",
        "QUERIED | DISTRICT_CIVIL_AFFAIRS: ORDER | SUBDISTRICT_LEAD: ORDER | SUBDISTRICT_OFFICER: ORDER | COMMITTEE_SECRETARY: ANSWER QUERY | COMMITTEE_MEMBER: ANSWER QUERY | RESIDENT: QUERY | SYSTEM: SETTLE",
        "ANSWERED | DISTRICT_CIVIL_AFFAIRS: ORDER | SUBDISTRICT_LEAD: ORDER | SUBDISTRICT_OFFICER: ORDER | COMMITTEE_SECRETARY: ARCHIVE CORRECT QUERY | COMMITTEE_MEMBER: ARCHIVE CORRECT QUERY | RESIDENT: QUERY",
        "ORDERED | COMMITTEE_SECRETARY: CORRECT | COMMITTEE_MEMBER: CORRECT",
        "ARCHIVED | -",
        "DISCARDED | -",
      ]
    `))
  test('owners’ committees', () =>
    expect(matrix(ownersCommitteeMachine)).toMatchInlineSnapshot(`
    [
      "REPORTED | SUBDISTRICT_LEAD: FORM_GROUP STOP | SUBDISTRICT_OFFICER: FORM_GROUP STOP",
      "PREPARING | SUBDISTRICT_LEAD: ANNOUNCE_GROUP POST STOP | SUBDISTRICT_OFFICER: ANNOUNCE_GROUP POST STOP | COMMITTEE_SECRETARY: ANNOUNCE_GROUP POST | COMMITTEE_MEMBER: ANNOUNCE_GROUP POST",
      "POSTED | SUBDISTRICT_LEAD: ELECT FAIL STOP | SUBDISTRICT_OFFICER: ELECT FAIL STOP",
      "ELECTED | SUBDISTRICT_LEAD: FILE | SUBDISTRICT_OFFICER: FILE",
      "FILED | SUBDISTRICT_LEAD: RENEW | SUBDISTRICT_OFFICER: RENEW | COMMITTEE_SECRETARY: RENEW | COMMITTEE_MEMBER: RENEW | SYSTEM: END",
      "ENDED | -",
      "STOPPED | -",
    ]
  `))
  test('moral reviews', () =>
    expect(matrix(moralReviewMachine)).toMatchInlineSnapshot(`
    [
      "PROPOSED | COMMITTEE_SECRETARY: CONVENE DECLINE | COMMITTEE_MEMBER: CONVENE",
      "CONVENED | COMMITTEE_SECRETARY: DECLINE REVIEW | COMMITTEE_MEMBER: REVIEW | MEETING_CHAIR: REVIEW",
      "REVIEWED | COMMITTEE_SECRETARY: PUBLISH CLOSE | COMMITTEE_MEMBER: CLOSE",
      "PUBLISHED | -",
      "CLOSED | -",
      "DECLINED | -",
    ]
  `))
  test('compacts', () =>
    expect(matrix(compactMachine)).toMatchInlineSnapshot(`
      [
        "DRAFTING | COMMITTEE_SECRETARY: OPEN_COMMENT WITHDRAW | COMMITTEE_MEMBER: OPEN_COMMENT | LEGAL_SPECIALIST: CHECK_LEGALITY",
        "COMMENT | COMMITTEE_SECRETARY: REDRAFT REQUEST_STUDY CONFIRM WITHDRAW | COMMITTEE_MEMBER: REDRAFT REQUEST_STUDY",
        "PARTY_REVIEW | PARTY_BRANCH: ENDORSE SEND_BACK",
        "TOWN_REVIEW | SUBDISTRICT_LEAD: PASS ASK_CHANGES | SUBDISTRICT_OFFICER: PASS ASK_CHANGES | COMMITTEE_SECRETARY: GO_ON",
        "VOTING | COMMITTEE_SECRETARY: CONVENE | COMMITTEE_MEMBER: CONVENE | SYSTEM: ADOPT FAIL",
        "ADOPTED | SUBDISTRICT_LEAD: FILE | SUBDISTRICT_OFFICER: FILE | COMMITTEE_SECRETARY: SUBMIT_FILING POST | COMMITTEE_MEMBER: SUBMIT_FILING POST | SYSTEM: TAKE_EFFECT",
        "FILED | DISTRICT_CIVIL_AFFAIRS: ORDER_CORRECTION | SUBDISTRICT_LEAD: ORDER_CORRECTION | SUBDISTRICT_OFFICER: ORDER_CORRECTION | COMMITTEE_SECRETARY: ANNOUNCE | COMMITTEE_MEMBER: ANNOUNCE | SYSTEM: TAKE_EFFECT",
        "IN_FORCE | DISTRICT_CIVIL_AFFAIRS: ORDER_CORRECTION | SUBDISTRICT_LEAD: ORDER_CORRECTION | SUBDISTRICT_OFFICER: ORDER_CORRECTION | COMMITTEE_SECRETARY: REVIEW REVISE CONVENE_REPEAL REPEAL | COMMITTEE_MEMBER: REVIEW REVISE CONVENE_REPEAL | SYSTEM: EXPIRE SUPERSEDE",
        "ORDERED_TO_CORRECT | COMMITTEE_SECRETARY: CORRECT CONVENE_ANNUL REPEAL | COMMITTEE_MEMBER: CORRECT CONVENE_ANNUL | SYSTEM: SUPERSEDE",
        "SUPERSEDED | -",
        "REPEALED | -",
        "EXPIRED | -",
        "WITHDRAWN | -",
      ]
    `))
  test('pledges', () =>
    expect(matrix(pledgeMachine)).toMatchInlineSnapshot(`
      [
        "SIGNED | COMMITTEE_SECRETARY: WITHDRAW_FOR | COMMITTEE_MEMBER: WITHDRAW_FOR | SUPERVISION_MEMBER: ANNUL | AUTHOR: WITHDRAW | SYSTEM: LAPSE",
        "WITHDRAWN | -",
        "LAPSED | -",
        "VOID | -",
      ]
    `))
})

test('what publishes or signs asks for a second word', () => {
  const sealed = machines.flatMap(({ name, actions }) =>
    Object.entries(actions as AnyMachine['actions']).flatMap(([action, { seals }]) => (seals ? [`${name}.${action}`] : [])),
  )
  expect(sealed).toEqual([
    'Meeting.PUBLISH',
    'Vote.SIGN_COUNT',
    'Vote.CERTIFY',
    'Vote.PUBLISH',
    'BuildingProject.PUBLICISE',
    'Compact.ANNOUNCE',
    'Compact.POST',
    'AffairsDisclosure.PUBLISH',
    'AffairsDisclosure.CORRECT',
    'OwnersCommittee.ANNOUNCE_GROUP',
    'MoralReview.PUBLISH',
  ])
})
