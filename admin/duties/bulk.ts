// How the actions of applications, commitments and tasks are taken for many at once.
import { bulk } from '../app/work/bulk.ts'
import { actOnAdmissionMutation } from './admission.mutations.ts'
import { admissionsJudgedQuery } from './admission.queries.ts'
import { taskBulks } from './tasks.bulk.ts'
import { actOnFundingMutation, fundingsJudgedQuery } from './funding.queries.ts'

export const bulks = {
  ...taskBulks,
  AdmissionApplication: bulk(admissionsJudgedQuery, (data) => data.admissionApplications, actOnAdmissionMutation),
  FundingCommitment: bulk(fundingsJudgedQuery, (data) => data.fundingCommitments, actOnFundingMutation),
}
