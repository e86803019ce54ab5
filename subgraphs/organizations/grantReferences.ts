// What becomes of grants when an organisation is merged into another: all of it goes on under the surviving id.
import { LockMode } from '@mikro-orm/postgresql'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { text } from '../shared/words.ts'
import { actAll } from './grantActs.ts'
import { COMPETING } from './grantApplication.machine.ts'
import { GrantAssignment } from './grantReview.entity.ts'
import { grantAssignmentMachine, LIVE } from './grantReview.machine.ts'
import { ENDING, TIE_YEARS } from './grantTie.rules.ts'
import { listed } from './guards.ts'
import type { Reference } from './organization.references.ts'
import { bySystem, settle } from './transaction.ts'

export const GRANT_REFERENCES: readonly Reference[] = [
  {
    table: 'grant_application',
    words: text('创投申报', 'Grant applications'),
    // Of one round the survivor keeps its own application as the one it made; what is over goes on beside it.
    also: `is_taken_over = r.is_taken_over or r.status <> 'WITHDRAWN' and exists (select 1 from organizations.grant_application o
      where o.organization = ? and o.round_id = r.round_id and o.status <> 'WITHDRAWN')`,
    clash: {
      sql: `select 1 from organizations.grant_application a join organizations.grant_application b
              on a.organization = ? and b.organization = ? and a.round_id = b.round_id
             where a.status in ${listed(COMPETING)} and b.status in ${listed(COMPETING)}`,
      words: text(
        '两个组织在同一批次都有在办的创投申报，每个单位只能有一项，请先撤回或终止其中一项。',
        'Both have an application under way in one round, where each organisation has one; withdraw or stop one of them first.',
      ),
    },
  },
  { table: 'grant_agreement', words: text('创投协议', 'Grant agreements') },
  { table: 'grant_instalment', words: text('创投拨款', 'Grant instalments') },
  { table: 'grant_change', words: text('项目变更', 'Changes of projects') },
  { table: 'grant_bar', words: text('禁止申报', 'Bars') },
  { table: 'grant_tie', words: text('利害关系', 'Ties') },
  { table: 'grant_reviewer', words: text('评审专家所在单位', 'Employers of reviewers') },
]

/** Ties and employers moved with the organisation: whoever is tied to the survivor now, or works for it while it applies, stays out. */
export const recuseTied = async (ctx: Context, organization: string): Promise<void> => {
  const rows = await ctx.em.execute<{ id: string; title: string }[]>(
    `select s.id, r.title from organizations.grant_assignment s join organizations.grant_application a on a.id = s.application_id
       join organizations.grant_reviewer w on w.id = s.reviewer_id join organizations.micro_grant_round r on r.id = s.round_id
      where r.status = 'REVIEWING' and s.status in ${listed(LIVE.slice(0, 3))}
        and (w.organization = ? and exists (select 1 from organizations.grant_application o where o.round_id = r.id
               and o.organization = w.organization and o.status not in ('DRAFT', 'WITHDRAWN'))
          or a.organization = ? and exists (select 1 from organizations.grant_tie t where t.account = s.account
               and t.organization = a.organization
               and (t.until is null or t.kind not in ${listed(ENDING)} or t.until + interval '${TIE_YEARS} years' >= ?::date))
          or a.organization = ? and exists (select 1 from organizations.organization_person p where p.account = s.account
               and p.organization = a.organization
               and (p.until is null or p.until + interval '${TIE_YEARS} years' >= ?::date)))`,
    [organization, organization, dayOf(ctx.now), organization, dayOf(ctx.now)],
  )
  if (!rows.length) return
  const open = await ctx.em.find(
    GrantAssignment,
    { id: { $in: rows.map(({ id }) => id) } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, filters: { scope: false } },
  )
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  const reason = '所在单位或者有利害关系的单位与申报单位合并。'
  await actAll(
    bySystem(ctx),
    grantAssignmentMachine,
    'RECUSE',
    open.map((row) => [row, {}, { title: titles.get(row.id)!, reason }]),
  )
  await settle(ctx)
}
