// The demo's money: what departments have budgeted for the matters they entrust.
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { FundingCommitment } from './funding.entity.ts'
import { departmentOf } from './seed.departments.ts'
import type { Example } from './seed.example.ts'
import { settle } from './transaction.ts'
import type { DutyListVersion } from './version.entity.ts'

/** A budgeted commitment for every example of a version. */
export const secure = async (ctx: Context, version: DutyListVersion, items: readonly Example[], at: Date): Promise<void> => {
  for (const { code, department, yuan } of items)
    ctx.em.create(FundingCommitment, {
      id: uuidv7(),
      division: version.division,
      organization: departmentOf(department!),
      list: version.list,
      itemCode: code,
      year: version.year,
      amount: yuan! * 100,
      status: 'BUDGETED',
      createdAt: at,
    })
  await settle(ctx)
}
