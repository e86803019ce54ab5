// The demo's money: what departments have promised for the matters they entrust, budgeted, transferred in part or late, and reconciled.
import { v7 as uuidv7 } from 'uuid'
import { ANONYMOUS, type Actor, type Role } from '../shared/actor.ts'
import { addDays, dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { begin } from '../shared/event.ts'
import { actFunding, completeFunding } from './funding.acts.ts'
import { FundingCommitment, FundingTransfer } from './funding.entity.ts'
import { fundingCommitmentMachine } from './funding.machine.ts'
import { departmentOf } from './seed.departments.ts'
import type { Example } from './seed.example.ts'
import { settle } from './transaction.ts'
import type { DutyListVersion } from './version.entity.ts'

const DISTRICT = '310113000000'
const TOWN = '310113109000'
const DAY = 86_400_000
/** The committees of the town in the demo. */
const COMMITTEES = 12

const officer = (name: string, role: Role, division: string, organization: string | null = null): Actor => ({
  ...ANONYMOUS,
  kind: 'PERSON',
  id: name,
  name,
  organization,
  grants: [
    {
      role,
      division,
    },
  ],
})

/** How far a commitment of this year has come: paid and reconciled, paid, paid in part, late, or not due yet. */
const COURSES = ['RECONCILED', 'TRANSFERRED', 'PART', 'LATE', 'BUDGETED'] as const
type Course = (typeof COURSES)[number]

const COMMITTED: Record<Course, { readonly dueIn: number; readonly paid: readonly number[] }> = {
  RECONCILED: { dueIn: 40, paid: [1] },
  TRANSFERRED: { dueIn: 90, paid: [0.5, 0.5] },
  PART: { dueIn: 170, paid: [0.6] },
  LATE: { dueIn: 130, paid: [] },
  BUDGETED: { dueIn: 200, paid: [] },
}

/** One commitment from its promise to where it stands; nothing happens after the demo begins. */
const commit = async (
  ctx: Context,
  version: DutyListVersion,
  { code, name, department, yuan }: Example,
  at: Date,
  course: Course,
): Promise<void> => {
  const organization = departmentOf(department!)
  const people = {
    owner: officer(`示例部门干部（${department}）`, 'DISTRICT_DEPARTMENT', DISTRICT, organization),
    finance: officer('示例财政局干部', 'DISTRICT_FINANCE', DISTRICT),
    town: officer('示例街镇干部', 'SUBDISTRICT_OFFICER', TOWN),
  }
  const by = (who: keyof typeof people, days: number): Context => ({
    ...ctx,
    actor: people[who],
    now: new Date(at.getTime() + days * DAY),
    loaders: new Map(),
  })
  const { dueIn, paid } = COMMITTED[course]
  const commitment = ctx.em.create(FundingCommitment, {
    id: uuidv7(),
    division: TOWN,
    organization,
    list: version.list,
    itemCode: code,
    matter: name,
    year: version.year,
    amount: yuan! * 100 * COMMITTEES,
    source: '区级部门预算',
    accountingUnit: '居村/年',
    createdAt: at,
    transferBy: addDays(dayOf(at), dueIn),
  })
  const data = { amount: commitment.amount }
  await begin(by('owner', 0), fundingCommitmentMachine, commitment, { title: name, data }, 'OWNER')
  await actFunding(by('owner', 0), commitment, 'PROMISE')
  commitment.budgetDocument = `示例财预〔${version.year}〕1号`
  await actFunding(by('finance', 1), commitment, 'BUDGET', { data: { budgetDocument: commitment.budgetDocument } })
  await settle(ctx)
  for (const [n, part] of paid.entries()) {
    const owner = by('owner', 20 + n * 10)
    const line = {
      amount: Math.round(commitment.amount * part),
      voucher: `${code}-${version.year}-${n + 1}`,
      transferredOn: dayOf(owner.now),
    }
    await actFunding(owner, commitment, 'TRANSFER', { data: line })
    ctx.em.create(FundingTransfer, { ...line, id: uuidv7(), commitment, by: owner.actor.name, at: owner.now })
    await completeFunding(owner, commitment)
    await settle(ctx)
  }
  if (course !== 'RECONCILED') return
  const { amount: received } = commitment
  commitment.received = received
  await actFunding(by('town', 35), commitment, 'RECONCILE', { received, data: { received } })
}

/** A budgeted commitment for every example of a version; last year's are all settled. */
export const secure = async (ctx: Context, version: DutyListVersion, items: readonly Example[], at: Date): Promise<void> => {
  const isPast = version.year < Number(dayOf(ctx.now).slice(0, 4))
  for (const [n, item] of items.entries())
    await commit(ctx, version, item, at, isPast ? 'RECONCILED' : COURSES[n % COURSES.length]!)
  await settle(ctx)
}
