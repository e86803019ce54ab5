// How the actions of each type of record are taken for many at once.
import { bulk } from '../app/work/bulk.ts'
import {
  compactsJudgedQuery,
  issuesJudgedQuery,
  meetingsJudgedQuery,
  projectsJudgedQuery,
  votesJudgedQuery,
} from './bulk.queries.ts'
import { actOnCompactMutation } from './compact.queries.ts'
import { actOnIssueMutation } from './issue.mutations.ts'
import { actOnMeetingMutation } from './meeting.queries.ts'
import { actOnProjectMutation } from './project.queries.ts'
import { actOnVoteMutation } from './vote.queries.ts'
import { weightyOfCompact, weightyOfIssue, weightyOfMeeting, weightyOfProject, weightyOfVote } from './weighty.ts'

export const bulks = {
  Issue: bulk(issuesJudgedQuery, (data) => data.issues, actOnIssueMutation, weightyOfIssue),
  Meeting: bulk(meetingsJudgedQuery, (data) => data.meetings, actOnMeetingMutation, weightyOfMeeting),
  Vote: bulk(votesJudgedQuery, (data) => data.votes, actOnVoteMutation, weightyOfVote),
  Project: bulk(projectsJudgedQuery, (data) => data.projects, actOnProjectMutation, weightyOfProject),
  Compact: bulk(compactsJudgedQuery, (data) => data.compacts, actOnCompactMutation, weightyOfCompact),
}
