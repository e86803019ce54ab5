// Issues: what is done to them through the API.
import { graphql } from '../app/graphql.ts'

export const createIssueMutation = graphql(`
  mutation CreateIssue($input: IssueInput!) {
    createIssue(input: $input) {
      id
      title
    }
  }
`)

export const reviseIssueMutation = graphql(`
  mutation ReviseIssue($id: ID!, $expectedVersion: Int!, $input: IssueRevision!) {
    reviseIssue(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const actOnIssueMutation = graphql(`
  mutation ActOnIssue($id: ID!, $action: IssueAction!, $expectedVersion: Int!, $reason: String) {
    actOnIssue(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const replyToIssueMutation = graphql(`
  mutation ReplyToIssue($id: ID!, $expectedVersion: Int!, $reply: String!) {
    replyToIssue(id: $id, expectedVersion: $expectedVersion, reply: $reply) {
      id
      version
      status
    }
  }
`)

export const acceptIssueMutation = graphql(`
  mutation AcceptIssue($id: ID!, $expectedVersion: Int!, $input: AcceptInput!) {
    acceptIssue(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const rejectIssueMutation = graphql(`
  mutation RejectIssue($id: ID!, $expectedVersion: Int!, $code: RejectionCode!, $reason: String!) {
    rejectIssue(id: $id, expectedVersion: $expectedVersion, code: $code, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const recordPartyStudyMutation = graphql(`
  mutation RecordPartyStudy($id: ID!, $expectedVersion: Int!, $opinion: String!) {
    recordPartyStudy(id: $id, expectedVersion: $expectedVersion, opinion: $opinion) {
      id
      version
      status
    }
  }
`)

export const recordEvaluationMutation = graphql(`
  mutation RecordEvaluation($id: ID!, $expectedVersion: Int!, $input: EvaluationInput!) {
    recordEvaluation(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const copyIssueMutation = graphql(`
  mutation CopyIssue($id: ID!, $consent: String!) {
    copyIssue(id: $id, consent: $consent) {
      id
    }
  }
`)

export const referIssueMutation = graphql(`
  mutation ReferIssue($id: ID!, $expectedVersion: Int!, $input: ReferralInput!) {
    referIssue(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const reportReferralMutation = graphql(`
  mutation ReportReferral($id: ID!, $expectedVersion: Int!, $outcome: String!) {
    reportReferral(id: $id, expectedVersion: $expectedVersion, outcome: $outcome) {
      id
      version
      status
    }
  }
`)

export const ruleOnAppealMutation = graphql(`
  mutation RuleOnAppeal($id: ID!, $expectedVersion: Int!, $input: RulingInput!) {
    ruleOnAppeal(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const suspendIssueMutation = graphql(`
  mutation SuspendIssue($id: ID!, $expectedVersion: Int!, $input: SuspensionInput!) {
    suspendIssue(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
      status
    }
  }
`)

export const proposeMergeMutation = graphql(`
  mutation ProposeMerge($id: ID!, $expectedVersion: Int!, $into: ID!, $reason: String!) {
    proposeMerge(id: $id, expectedVersion: $expectedVersion, into: $into, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const proposeSplitMutation = graphql(`
  mutation ProposeSplit($id: ID!, $expectedVersion: Int!, $parts: [IssuePart!]!, $reason: String!) {
    proposeSplit(id: $id, expectedVersion: $expectedVersion, parts: $parts, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const attachToIssueMutation = graphql(`
  mutation AttachToIssue($id: ID!, $expectedVersion: Int!, $file: String!) {
    attachToIssue(id: $id, expectedVersion: $expectedVersion, file: $file) {
      id
      version
    }
  }
`)

export const detachFromIssueMutation = graphql(`
  mutation DetachFromIssue($id: ID!, $expectedVersion: Int!, $attachment: ID!, $reason: String) {
    detachFromIssue(id: $id, expectedVersion: $expectedVersion, attachment: $attachment, reason: $reason) {
      id
      version
    }
  }
`)

export const commentOnIssueMutation = graphql(`
  mutation CommentOnIssue($issue: ID!, $body: String!) {
    commentOnIssue(issue: $issue, body: $body) {
      id
    }
  }
`)

export const actOnIssueCommentMutation = graphql(`
  mutation ActOnIssueComment($id: ID!, $action: IssueCommentAction!, $expectedVersion: Int!, $reason: String) {
    actOnIssueComment(id: $id, action: $action, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      status
    }
  }
`)

export const holdIssueMutation = graphql(`
  mutation HoldIssue($id: ID!, $takeOver: Boolean!) {
    holdIssue(id: $id, takeOver: $takeOver) {
      id
      version
      held {
        by
        until
        isMine
      }
    }
  }
`)

export const releaseIssueMutation = graphql(`
  mutation ReleaseIssue($id: ID!) {
    releaseIssue(id: $id) {
      id
    }
  }
`)
