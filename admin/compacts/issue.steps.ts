// What the actions of an issue ask for. Meetings, projects and compacts that grow from it are begun here too.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { caseClasses, issueScopes, rejectionCodes } from './compacts.display.ts'
import { findTargets, similarBeside } from './issue.find.ts'
import {
  acceptIssueMutation,
  copyIssueMutation,
  createIssueMutation,
  proposeMergeMutation,
  recordPartyStudyMutation,
  referIssueMutation,
  rejectIssueMutation,
  replyToIssueMutation,
  reportReferralMutation,
  reviseIssueMutation,
  ruleOnAppealMutation,
  suspendIssueMutation,
} from './issue.mutations.ts'
import type { CaseClass, IssueAction, IssueScope, IssueWhole, RejectionCode } from './issue.queries.ts'
import { planMeetingStep } from './meeting.steps.ts'
import { choices } from './options.ts'
import { outcomeSteps } from './outcome.steps.ts'
import { findDepartments, findPeople } from './people.ts'

/** A draft for a resident on the roll, entered by the committee. */
export const createIssueStep = (
  division: { readonly code: string; readonly name: string },
  done: (id: string) => void,
): Step => ({
  says: t('compacts.issue.createSays', { name: division.name }),
  draft: { key: `issue.new.${division.code}` },
  fields: [
    {
      key: 'author',
      label: t('compacts.issue.author'),
      kind: 'person',
      required: true,
      find: (words) => findPeople(words, division.code),
    },
    {
      key: 'title',
      label: t('compacts.issue.title'),
      kind: 'text',
      required: true,
      beside: similarBeside(division.code),
    },
    { key: 'body', label: t('compacts.issue.body'), kind: 'long', required: true, hint: t('compacts.issue.bodyHint') },
    {
      key: 'consent',
      label: t('compacts.issue.consent'),
      kind: 'text',
      required: true,
      hint: t('compacts.issue.consentHint'),
    },
  ],
  send: async (values, about) => {
    const input = {
      division: division.code,
      author: values.text('author'),
      title: values.text('title'),
      body: values.text('body'),
      consent: values.text('consent'),
    }
    const outcome = await carryOut(createIssueMutation, { input }, about)
    if (outcome.data) done(outcome.data.createIssue.id)
    return outcome
  },
})

export const reviseIssueStep = ({ id, version, title, body }: IssueWhole): Step => ({
  draft: { key: `issue.revise.${id}`, version },
  fields: [
    { key: 'title', label: t('compacts.issue.title'), kind: 'text', required: true, value: title },
    { key: 'body', label: t('compacts.issue.body'), kind: 'long', required: true, value: body },
  ],
  send: (values, about) =>
    carryOut(
      reviseIssueMutation,
      { id, expectedVersion: version, input: { title: values.text('title'), body: values.text('body') } },
      about,
    ),
})

/** The actions of an issue that carry fields; a project has a form of its own. */
export const issueSteps = (issue: IssueWhole): Partial<{ [Action in IssueAction]: Step }> => {
  const { id, version: expectedVersion } = issue
  return {
    REPLY: {
      says: t('compacts.issue.replySays'),
      draft: { key: `issue.reply.${id}` },
      fields: [{ key: 'reply', label: t('compacts.issue.reply'), kind: 'long', required: true }],
      send: (values, about) => carryOut(replyToIssueMutation, { id, expectedVersion, reply: values.text('reply') }, about),
    },
    ACCEPT: {
      fields: [
        {
          key: 'scope',
          label: t('compacts.issue.scope'),
          kind: 'choice',
          required: true,
          options: choices('scope', issueScopes),
        },
        { key: 'lead', label: t('compacts.issue.lead'), kind: 'text', required: true, hint: t('compacts.issue.leadHint') },
        {
          key: 'needsAssembly',
          label: t('compacts.issue.needsAssembly'),
          kind: 'yes',
          hint: t('compacts.issue.needsAssemblyHint'),
        },
      ],
      send: (values, about) =>
        carryOut(
          acceptIssueMutation,
          {
            id,
            expectedVersion,
            input: {
              scope: values.choice<IssueScope>('scope'),
              lead: values.text('lead'),
              needsAssembly: values.yes('needsAssembly'),
            },
          },
          about,
        ),
    },
    REJECT: {
      says: t('compacts.issue.rejectSays'),
      fields: [
        {
          key: 'code',
          label: t('compacts.issue.rejectionCode'),
          kind: 'choice',
          required: true,
          options: choices('rejection', rejectionCodes),
        },
        { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
      ],
      send: (values, about) =>
        carryOut(
          rejectIssueMutation,
          { id, expectedVersion, code: values.choice<RejectionCode>('code'), reason: values.text('reason') },
          about,
        ),
    },
    REFER: {
      says: t('compacts.issue.referSays'),
      fields: [
        { key: 'to', label: t('compacts.issue.referredTo'), kind: 'text', required: true },
        {
          key: 'organization',
          label: t('compacts.issue.referredAccount'),
          kind: 'person',
          hint: t('compacts.issue.referredAccountHint'),
          find: findDepartments,
        },
        {
          key: 'caseClass',
          label: t('compacts.issue.caseClass'),
          kind: 'choice',
          required: true,
          options: choices('caseClass', caseClasses),
        },
        { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
      ],
      send: (values, about) => {
        const input = {
          to: values.text('to'),
          organization: values.textOrNull('organization'),
          caseClass: values.choice<CaseClass>('caseClass'),
          reason: values.text('reason'),
        }
        return carryOut(referIssueMutation, { id, expectedVersion, input }, about)
      },
    },
    REPORT_BACK: {
      says: t('compacts.issue.outcomeSays'),
      fields: [{ key: 'outcome', label: t('compacts.issue.outcome'), kind: 'long', required: true }],
      send: (values, about) => carryOut(reportReferralMutation, { id, expectedVersion, outcome: values.text('outcome') }, about),
    },
    PROPOSE_RULING: {
      says: t('compacts.issue.rulingSays'),
      fields: [
        {
          key: 'upheld',
          label: t('compacts.issue.upheld'),
          kind: 'choice',
          required: true,
          options: [
            { value: 'yes', label: t('compacts.issue.upheldYes') },
            { value: 'no', label: t('compacts.issue.upheldNo') },
          ],
        },
        { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
        { key: 'hasNoInterest', label: t('compacts.issue.noInterest'), kind: 'yes' },
      ],
      send: (values, about) => {
        const input = {
          upheld: values.text('upheld') === 'yes',
          reason: values.text('reason'),
          hasNoInterest: values.yes('hasNoInterest'),
        }
        return carryOut(ruleOnAppealMutation, { id, expectedVersion, input }, about)
      },
    },
    PROPOSE_MERGE: {
      says: t('compacts.issue.mergeSays'),
      fields: [
        {
          key: 'into',
          label: t('compacts.issue.mergeInto'),
          kind: 'person',
          required: true,
          hint: t('compacts.issue.mergeIntoHint'),
          find: (words) => findTargets(words, issue.division.code, id),
        },
        { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
      ],
      send: (values, about) =>
        carryOut(proposeMergeMutation, { id, expectedVersion, into: values.text('into'), reason: values.text('reason') }, about),
    },
    SUSPEND: {
      says: t('compacts.issue.suspendSays'),
      fields: [
        {
          key: 'document',
          label: t('compacts.issue.document'),
          kind: 'text',
          required: true,
          hint: t('compacts.issue.documentHint'),
        },
        { key: 'file', label: t('compacts.issue.documentFile'), kind: 'file', required: true },
        { key: 'reason', label: t('reason.label'), kind: 'long', required: true },
      ],
      send: (values, about) => {
        const input = { document: values.text('document'), file: values.text('file'), reason: values.text('reason') }
        return carryOut(suspendIssueMutation, { id, expectedVersion, input }, about)
      },
    },
    CONVENE: planMeetingStep(issue, false),
    CONVENE_STOP: planMeetingStep(issue, false),
    CONVENE_REVIEW: planMeetingStep(issue, true),
    RECORD_STUDY: {
      says: t('compacts.issue.studySays'),
      draft: { key: `issue.study.${id}` },
      fields: [{ key: 'opinion', label: t('compacts.issue.partyOpinion'), kind: 'long', required: true }],
      send: (values, about) =>
        carryOut(recordPartyStudyMutation, { id, expectedVersion, opinion: values.text('opinion') }, about),
    },
    ...outcomeSteps(issue),
  }
}

/** A new draft with the same words, for an author who asked the committee. */
export const copyIssueStep = ({ id }: { readonly id: string }, done: (id: string) => void): Step => ({
  says: t('compacts.issue.copySays'),
  fields: [
    {
      key: 'consent',
      label: t('compacts.issue.consent'),
      kind: 'text',
      required: true,
      hint: t('compacts.issue.consentHint'),
    },
  ],
  send: async (values, about) => {
    const sent = await carryOut(copyIssueMutation, { id, consent: values.text('consent') }, about)
    if (sent.data) done(sent.data.copyIssue.id)
    return sent
  },
})
