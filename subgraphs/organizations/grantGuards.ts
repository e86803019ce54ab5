// Guards of grants in the database: what was announced stands, no ceiling is exceeded by a fen, nobody tied is assigned,
// and a due day never drifts. Each refuses under the name of a constraint, which has its sentence.
import { Trigger } from '@mikro-orm/decorators/legacy'
import { TIE_YEARS, ENDING } from './grantTie.rules.ts'
import { differ, listed, refuse } from './guards.ts'

const ANNOUNCED = [
  'division',
  'fund_id',
  'pool',
  'cap',
  'fields',
  'is_blind',
  'shares',
  'form',
  'criteria',
  'conditions',
  'opens_on',
  'closes_on',
  'reviewers',
  'quorum',
  'drops_extremes',
  'spread_alarm',
]

/** What rounds of a fund line hold of it: the pool while it runs; once archived what was paid and not returned. */
const heldOf = (fund: string, but: string) =>
  `(select coalesce(sum(case when h.status = 'ARCHIVED' then
      (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i join organizations.grant_agreement a on a.id = i.agreement_id
        where a.round_id = h.id and i.status = 'PAID') -
      (select coalesce(sum(g.amount), 0) from organizations.grant_return g join organizations.grant_agreement a on a.id = g.agreement_id
        where a.round_id = h.id) else h.pool end), 0)
    from organizations.micro_grant_round h where h.fund_id = ${fund} and h.id <> ${but} and h.status not in ('DRAFT', 'CANCELLED'))`

export const FUND_HELD = heldOf

/** What was announced no longer changes; announcing reserves the pool from its fund line, one round after the other. */
export const RoundFixed = () =>
  Trigger({
    name: 'grant_round_fixed',
    timing: 'before',
    events: ['update'],
    body: `declare f organizations.grant_fund; begin
      if old.status <> 'DRAFT' and ${differ(ANNOUNCED)} then ${refuse('grant_round_fixed')} end if;
      if old.status = 'DRAFT' and new.status <> 'DRAFT' and new.status <> 'CANCELLED' then
        select * into f from organizations.grant_fund where id = new.fund_id for update;
        if ${heldOf('f.id', 'new.id')} + new.pool > f.amount then ${refuse('grant_fund_ceiling')} end if;
      end if;
      return new; end;`,
  })

/** A fund line never falls below what rounds hold of it. */
export const FundKept = () =>
  Trigger({
    name: 'grant_fund_kept',
    timing: 'before',
    events: ['update'],
    body: `if ${heldOf('new.id', `'00000000-0000-0000-0000-000000000000'`)} > new.amount then ${refuse('grant_fund_ceiling')} end if;
      return new;`,
  })

/** Whether a row is given to another organisation than the one its own was merged into. */
const GIVEN_AWAY = `new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)`

/** A row that stands as it was written; only a merger of organisations moves it. */
export const OnlyMoved = (table: string, columns: readonly string[]) =>
  Trigger({
    name: `${table}_moved`,
    timing: 'before',
    events: ['update', 'delete'],
    body: `if tg_op = 'DELETE' or ${differ(columns)} or (${GIVEN_AWAY}) then ${refuse(`${table}_kept`)} end if; return new;`,
  })

const AWARDED = `('RECOMMENDED', 'AWARDED')`

/** What is recommended and awarded in a round never exceeds its pool, however many are decided at once. */
export const PoolCeiling = () =>
  Trigger({
    name: 'grant_pool_ceiling',
    timing: 'before',
    events: ['update'],
    body: `declare r organizations.micro_grant_round; begin
      if new.status in ${AWARDED} and (old.status not in ${AWARDED} or new.awarded > coalesce(old.awarded, 0)) then
        select * into r from organizations.micro_grant_round where id = new.round_id for update;
        if new.awarded + (select coalesce(sum(a.awarded), 0) from organizations.grant_application a
            where a.round_id = new.round_id and a.id <> new.id and a.status in ${AWARDED}) > r.pool then ${refuse('grant_pool_ceiling')} end if;
      end if;
      if ${differ(['round_id'])} or (${GIVEN_AWAY}) then ${refuse('grant_application_kept')} end if;
      return new; end;`,
  })

/** Nobody is assigned whose tie to the applicant binds; nor anybody whose own organisation applies in the round. */
export const AssignmentClear = () =>
  Trigger({
    name: 'grant_assignment_clear',
    timing: 'before',
    events: ['insert'],
    body: `declare a organizations.grant_application; w organizations.grant_reviewer; begin
      select * into a from organizations.grant_application where id = new.application_id for update;
      select * into w from organizations.grant_reviewer where id = new.reviewer_id;
      if w.organization = a.organization
        or exists (select 1 from organizations.grant_tie t where t.account = w.account and t.organization = a.organization
             and (t.until is null or t.kind not in ${listed(ENDING)} or t.until + interval '${TIE_YEARS} years' >= current_date))
        or exists (select 1 from organizations.organization_person p where p.account = w.account and p.organization = a.organization
             and (p.until is null or p.until + interval '${TIE_YEARS} years' >= current_date))
        or exists (select 1 from organizations.grant_application o where o.round_id = a.round_id and o.organization = w.organization
             and o.status not in ('DRAFT', 'WITHDRAWN'))
      then ${refuse('grant_assignment_clear')} end if;
      return new; end;`,
  })

/** A sheet that is locked stays as it is; no assignment changes its reviewer or its application. */
export const SheetLocked = () =>
  Trigger({
    name: 'grant_sheet_locked',
    timing: 'before',
    events: ['update'],
    body: `if ${differ(['reviewer_id', 'application_id', 'account'])} then ${refuse('grant_assignment_clear')} end if;
      if old.status = 'LOCKED' and ${differ(['scores', 'total', 'comment', 'revision'])} then ${refuse('grant_sheet_locked')} end if;
      return new;`,
  })

const sum = (agreement: string, but: string) =>
  `(select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = ${agreement} and i.id <> ${but} and i.status <> 'CANCELLED')`

/** Instalments together never exceed the award, one after the other; what was asked for or paid keeps its amount. */
export const InstalmentBounded = () =>
  Trigger({
    name: 'grant_instalment_ceiling',
    timing: 'before',
    events: ['insert', 'update'],
    body: `declare a organizations.grant_agreement; begin
      if tg_op = 'UPDATE' and ${differ(['agreement_id', 'number'])} then ${refuse('grant_instalment_ceiling')} end if;
      if tg_op = 'UPDATE' and new.amount <> old.amount and old.status <> 'PLANNED' then ${refuse('grant_instalment_fixed')} end if;
      if tg_op = 'INSERT' or new.amount <> old.amount or new.status <> old.status then
        select * into a from organizations.grant_agreement where id = new.agreement_id for update;
        if new.status <> 'CANCELLED' and ${sum('new.agreement_id', 'new.id')} + new.amount > a.award then ${refuse('grant_instalment_ceiling')} end if;
        if tg_op = 'UPDATE' and new.status in ('REQUESTED', 'CHECKED', 'APPROVED', 'PAID') and new.status <> old.status
          and a.status not in ('RUNNING', 'MIDTERM', 'CONTINUING', 'FINAL', 'SETTLING') then ${refuse('grant_payment_unsigned')} end if;
      end if;
      return new; end;`,
  })

/** An award never falls below its instalments. */
export const AwardKept = () =>
  Trigger({
    name: 'grant_award_kept',
    timing: 'before',
    events: ['update'],
    body: `if new.award < old.award and ${sum('new.id', `'00000000-0000-0000-0000-000000000000'`)} > new.award then ${refuse('grant_instalment_ceiling')} end if;
      if ${differ(['number', 'application_id', 'first_award'])} or (${GIVEN_AWAY}) then ${refuse('grant_agreement_kept')} end if;
      return new;`,
  })

/** The day a report is due stays as it was set; only an extension stands beside it. */
export const ReportFixed = () =>
  Trigger({
    name: 'grant_report_fixed',
    timing: 'before',
    events: ['update'],
    body: `if ${differ(['agreement_id', 'kind', 'due_on'])} then ${refuse('grant_report_fixed')} end if; return new;`,
  })

/** What comes back never exceeds what was paid. */
export const ReturnBounded = () =>
  Trigger({
    name: 'grant_return_ceiling',
    timing: 'before',
    events: ['insert'],
    body: `begin
      perform 1 from organizations.grant_agreement where id = new.agreement_id for update;
      if new.amount + (select coalesce(sum(g.amount), 0) from organizations.grant_return g where g.agreement_id = new.agreement_id) >
        (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = new.agreement_id and i.status = 'PAID')
      then ${refuse('grant_return_ceiling')} end if;
      return new; end;`,
  })
