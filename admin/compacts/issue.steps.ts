// What the actions of an issue ask for. Meetings, projects and compacts that grow from it are begun here too.
import { carryOut } from '../app/act.ts'
import { t } from '../app/i18n.ts'
import type { Step } from '../app/step.ts'
import { draftCompactMutation, type CompactKind } from './compact.queries.ts'
import { compactKinds, issueScopes, rejectionCodes } from './compacts.display.ts'
import {
  acceptIssueMutation,
  createIssueMutation,
  recordEvaluationMutation,
  recordPartyStudyMutation,
  rejectIssueMutation,
  replyToIssueMutation,
  reviseIssueMutation,
  type IssueAction,
  type IssueScope,
  type IssueWhole,
  type RejectionCode,
} from './issue.queries.ts'
import { planMeetingStep } from './meeting.steps.ts'
import { choices } from './options.ts'
import { findPeople } from './people.ts'
import { openSurveyStep } from './survey.steps.ts'

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
    { key: 'title', label: t('compacts.issue.title'), kind: 'text', required: true },
    { key: 'body', label: t('compacts.issue.body'), kind: 'long', required: true, hint: t('compacts.issue.bodyHint') },
  ],
  send: async (values, about) => {
    const input = {
      division: division.code,
      author: values.text('author'),
      title: values.text('title'),
      body: values.text('body'),
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
    OPEN_SURVEY: openSurveyStep(issue),
    RECORD_EVALUATION: {
      fields: [
        { key: 'households', label: t('compacts.issue.households'), kind: 'number', required: true },
        { key: 'answers', label: t('compacts.issue.answers'), kind: 'number', required: true },
        { key: 'satisfied', label: t('compacts.issue.satisfied'), kind: 'number', required: true },
      ],
      send: (values, about) =>
        carryOut(
          recordEvaluationMutation,
          {
            id,
            expectedVersion,
            input: {
              households: values.number('households'),
              answers: values.number('answers'),
              satisfied: values.number('satisfied'),
            },
          },
          about,
        ),
    },
    DRAFT_COMPACT: {
      draft: { key: `compact.new.${id}` },
      fields: [
        {
          key: 'kind',
          label: t('compacts.compact.kind'),
          kind: 'choice',
          required: true,
          options: choices('compactKind', compactKinds),
          value: 'COMPACT',
          hint: t('compacts.compact.kindHint'),
        },
        { key: 'title', label: t('compacts.compact.title'), kind: 'text', required: true },
        { key: 'owner', label: t('compacts.compact.owner'), kind: 'text', required: true, value: issue.lead ?? '' },
        {
          key: 'articles',
          label: t('compacts.compact.articles'),
          kind: 'lines',
          required: true,
          hint: t('compacts.compact.articlesHint'),
        },
      ],
      send: (values, about) =>
        carryOut(
          draftCompactMutation,
          {
            issue: id,
            expectedVersion,
            input: {
              kind: values.choice<CompactKind>('kind'),
              title: values.text('title'),
              owner: values.text('owner'),
              articles: values.list('articles'),
            },
          },
          about,
        ),
    },
  }
}
