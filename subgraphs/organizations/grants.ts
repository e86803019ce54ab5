// What the subgraph declares for micro-venture grants: rounds, applications, review, awards and their money.
import { GrantApplication, GrantRevision } from './grantApplication.entity.ts'
import { grantApplicationMachine } from './grantApplication.machine.ts'
import { GrantApplicationResolver } from './grantApplication.resolver.ts'
import { GrantApplicationToldResolver } from './grantApplicationTold.resolver.ts'
import { grantAgreementMachine } from './grantAgreement.machine.ts'
import {
  GrantAgreement,
  GrantBar,
  GrantChange,
  GrantInstalment,
  GrantObjection,
  GrantReport,
  GrantReturn,
} from './grantAward.entity.ts'
import { GrantAgreementResolver, GrantBarResolver, GrantInstalmentResolver } from './grantAward.resolver.ts'
import { GrantAwardStepResolver } from './grantAwardStep.resolver.ts'
import { GrantFiguresResolver } from './grantFigures.resolver.ts'
import { grantInstalmentMachine } from './grantInstalment.machine.ts'
import { GrantLook } from './grantLook.entity.ts'
import { GRANT_LIMITS } from './grantLimits.rules.ts'
import { PastGrant } from './grantPast.entity.ts'
import { PastGrantResolver } from './grantPast.resolver.ts'
import { GrantAssignment, GrantReviewer, GrantTie } from './grantReview.entity.ts'
import { grantAssignmentMachine } from './grantReview.machine.ts'
import { GrantAssignmentResolver } from './grantReview.resolver.ts'
import { GrantReviewerResolver, GrantTieResolver } from './grantReviewer.resolver.ts'
import { GrantFund, GrantTemplate, MicroGrantRound } from './grantRound.entity.ts'
import { microGrantRoundMachine } from './grantRound.machine.ts'
import { GrantFundResolver, GrantRoundResolver } from './grantRound.resolver.ts'
import { GrantRoundStepResolver } from './grantRoundStep.resolver.ts'
import { grantChangeMachine } from './grantChange.machine.ts'
import { grantObjectionMachine } from './grantObjection.machine.ts'
import { grantReviewerMachine } from './grantReviewer.machine.ts'
import { GrantChangeResolver, GrantObjectionResolver } from './grantSide.resolver.ts'
import { lapseAgreements, lapseCorrections, openAndCloseCalls } from './grantSweeps.ts'
import { GRANT_ACTS, GRANT_CONSTRAINTS, GRANT_DETAILS } from './grantWords.ts'
import type { Part } from './parts.ts'

export const GRANTS: Part = {
  entities: [
    GrantFund,
    GrantTemplate,
    MicroGrantRound,
    GrantApplication,
    GrantRevision,
    GrantReviewer,
    GrantTie,
    GrantAssignment,
    GrantLook,
    GrantAgreement,
    GrantInstalment,
    GrantReport,
    GrantReturn,
    GrantBar,
    GrantChange,
    GrantObjection,
    PastGrant,
  ],
  resolvers: [
    GrantRoundResolver,
    GrantFundResolver,
    GrantRoundStepResolver,
    GrantApplicationResolver,
    GrantApplicationToldResolver,
    GrantReviewerResolver,
    GrantTieResolver,
    GrantAssignmentResolver,
    GrantAgreementResolver,
    GrantInstalmentResolver,
    GrantBarResolver,
    GrantAwardStepResolver,
    GrantObjectionResolver,
    GrantChangeResolver,
    GrantFiguresResolver,
    PastGrantResolver,
  ],
  machines: [
    microGrantRoundMachine,
    grantApplicationMachine,
    grantAssignmentMachine,
    grantReviewerMachine,
    grantAgreementMachine,
    grantInstalmentMachine,
    grantChangeMachine,
    grantObjectionMachine,
  ],
  rules: GRANT_LIMITS,
  acts: GRANT_ACTS,
  details: GRANT_DETAILS,
  constraints: GRANT_CONSTRAINTS,
  appendOnly: ['grant_revision', 'grant_return', 'past_grant'],
  sweeps: [openAndCloseCalls, lapseCorrections, lapseAgreements],
}
