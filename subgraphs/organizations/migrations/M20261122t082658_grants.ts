import { Migration } from '@mikro-orm/migrations';

export class Migration20261122082658_grants extends Migration {

  override name = 'Migration20261122082658_grants';

  override up(): void | Promise<void> {
    this.addSql(`create table "organizations"."grant_fund" ("id" uuid not null, "version" int not null default 0, "division" text not null, "name" text not null, "year" int not null, "amount" int not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "organizations"."grant_fund" add constraint "grant_fund_once" unique ("division", "name", "year");`);

    this.addSql(`create table "organizations"."grant_reviewer" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'APPLIED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "account" uuid not null, "organization" uuid null, "name" text not null, "employer" text not null, "fields" jsonb not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_reviewer_division_status_created_at_index" on "organizations"."grant_reviewer" ("division", "status", "created_at");`);
    this.addSql(`alter table "organizations"."grant_reviewer" add constraint "grant_reviewer_once" unique ("account");`);

    this.addSql(`create table "organizations"."grant_template" ("id" uuid not null, "version" int not null default 0, "division" text not null, "name" text not null, "form" jsonb not null, "criteria" jsonb not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "organizations"."grant_template" add constraint "grant_template_once" unique ("division", "name");`);

    this.addSql(`create table "organizations"."grant_tie" ("id" uuid not null, "account" uuid not null, "name" text not null, "organization" uuid not null, "kind" text not null, "until" date null, "note" text null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_tie_account_organization_index" on "organizations"."grant_tie" ("account", "organization");`);

    this.addSql(`create table "organizations"."micro_grant_round" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "code" text not null, "title" text not null, "fund_id" uuid not null, "template_id" uuid not null, "pool" int not null, "cap" int not null, "fields" jsonb not null, "is_blind" boolean not null, "shares" jsonb not null, "form" jsonb not null, "criteria" jsonb not null, "conditions" jsonb not null, "opens_on" date not null, "closes_on" date not null, "reviewers" int not null, "quorum" int not null, "drops_extremes" boolean not null, "spread_alarm" int not null, "seed" text null, "announced_at" timestamptz(3) null, "published_at" timestamptz(3) null, "public_until" timestamptz(3) null, "finalised_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "micro_grant_round_status_opens_on_index" on "organizations"."micro_grant_round" ("status", "opens_on");`);
    this.addSql(`create index "micro_grant_round_division_status_created_at_index" on "organizations"."micro_grant_round" ("division", "status", "created_at");`);
    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "grant_round_code_once" unique ("code");`);

    this.addSql(`create table "organizations"."grant_application" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "round_id" uuid not null, "title" text not null, "field" text not null, "answers" jsonb not null, "budget" jsonb not null, "amount" int not null default 0, "starts_on" date null, "ends_on" date null, "place" text null, "number" int null, "revision" int not null default 0, "is_corrected" boolean not null default false, "submitted_at" timestamptz(3) null, "score" int null, "spread" int null, "rank" int null, "tie" text null, "awarded" int null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create unique index "grant_application_once" on "organizations"."grant_application" ("round_id", "organization") where status <> 'WITHDRAWN';`);
    this.addSql(`create index "grant_application_division_status_created_at_index" on "organizations"."grant_application" ("division", "status", "created_at");`);
    this.addSql(`create index "grant_application_organization_created_at_index" on "organizations"."grant_application" ("organization", "created_at");`);
    this.addSql(`create index "grant_application_round_id_status_rank_index" on "organizations"."grant_application" ("round_id", "status", "rank");`);

    this.addSql(`create table "organizations"."grant_revision" ("id" uuid not null, "application_id" uuid not null, "number" int not null, "title" text not null, "field" text not null, "answers" jsonb not null, "budget" jsonb not null, "amount" int not null, "starts_on" date null, "ends_on" date null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "organizations"."grant_revision" add constraint "grant_revision_once" unique ("application_id", "number");`);

    this.addSql(`create table "organizations"."grant_objection" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'RAISED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "round_id" uuid not null, "application_id" uuid not null, "by" text not null, "body" text not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_objection_division_status_created_at_index" on "organizations"."grant_objection" ("division", "status", "created_at");`);
    this.addSql(`create index "grant_objection_round_id_status_index" on "organizations"."grant_objection" ("round_id", "status");`);

    this.addSql(`create table "organizations"."grant_assignment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAWN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "round_id" uuid not null, "application_id" uuid not null, "reviewer_id" uuid not null, "account" uuid not null, "number" int not null, "revision" int not null default 0, "scores" jsonb not null, "comment" text not null default '', "total" int null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_assignment_account_status_index" on "organizations"."grant_assignment" ("account", "status");`);
    this.addSql(`create index "grant_assignment_round_id_status_index" on "organizations"."grant_assignment" ("round_id", "status");`);
    this.addSql(`alter table "organizations"."grant_assignment" add constraint "grant_assignment_once" unique ("application_id", "reviewer_id");`);

    this.addSql(`create table "organizations"."grant_agreement" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "round_id" uuid not null, "application_id" uuid not null, "number" text not null, "title" text not null, "field" text not null, "award" int not null, "first_award" int not null, "starts_on" date not null, "ends_on" date not null, "place" text null, "signed_at" timestamptz(3) null, "signed_by" text null, "running_at" timestamptz(3) null, "spent" int not null default 0, "demanded" int not null default 0, "result" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_agreement_division_status_created_at_index" on "organizations"."grant_agreement" ("division", "status", "created_at");`);
    this.addSql(`create index "grant_agreement_organization_status_index" on "organizations"."grant_agreement" ("organization", "status");`);
    this.addSql(`create index "grant_agreement_round_id_status_index" on "organizations"."grant_agreement" ("round_id", "status");`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_number_once" unique ("number");`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_once" unique ("application_id");`);

    this.addSql(`create table "organizations"."grant_return" ("id" uuid not null, "agreement_id" uuid not null, "amount" int not null, "voucher" text not null, "returned_on" date not null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "organizations"."grant_return" add constraint "grant_return_once" unique ("agreement_id", "voucher");`);

    this.addSql(`create table "organizations"."grant_report" ("id" uuid not null, "agreement_id" uuid not null, "kind" text not null, "due_on" date not null, "extended_to" date null, "submitted_at" timestamptz(3) null, "body" text null, "beneficiaries" int null, "spent" int null, primary key ("id"));`);
    this.addSql(`alter table "organizations"."grant_report" add constraint "grant_report_once" unique ("agreement_id", "kind");`);

    this.addSql(`create table "organizations"."grant_instalment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PLANNED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "agreement_id" uuid not null, "number" int not null, "amount" int not null, "condition" text not null, "checked_by" uuid null, "approved_by" uuid null, "paid_by" uuid null, "voucher" text null, "paid_on" date null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_instalment_organization_status_index" on "organizations"."grant_instalment" ("organization", "status");`);
    this.addSql(`create index "grant_instalment_division_status_created_at_index" on "organizations"."grant_instalment" ("division", "status", "created_at");`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_voucher_once" unique ("voucher");`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_once" unique ("agreement_id", "number");`);

    this.addSql(`create table "organizations"."grant_change" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ASKED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "agreement_id" uuid not null, "kind" text not null, "body" text not null, "extend_to" date null, "award" int null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_change_division_status_created_at_index" on "organizations"."grant_change" ("division", "status", "created_at");`);
    this.addSql(`create index "grant_change_agreement_id_created_at_index" on "organizations"."grant_change" ("agreement_id", "created_at");`);

    this.addSql(`create table "organizations"."grant_bar" ("id" uuid not null, "division" text not null, "organization" uuid not null, "agreement_id" uuid not null, "from" date not null, "until" date not null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "grant_bar_organization_until_index" on "organizations"."grant_bar" ("organization", "until");`);
    this.addSql(`alter table "organizations"."grant_bar" add constraint "grant_bar_once" unique ("agreement_id");`);

    this.addSql(`create table "organizations"."past_grant" ("id" uuid not null, "grant_id" text not null, "title" text not null, "description" text not null, "currency" text not null, "amount_awarded" int not null, "award_date" text not null, "from_open_call" text null, "regrant_type" text null, "data_source" text null, "funders" jsonb not null, "recipients" jsonb not null, "programmes" jsonb not null, "places" jsonb null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "past_grant_award_date_index" on "organizations"."past_grant" ("award_date");`);
    this.addSql(`alter table "organizations"."past_grant" add constraint "past_grant_once" unique ("grant_id");`);

    this.addSql(`alter table "organizations"."grant_fund" add constraint "grant_fund_amount" check (amount > 0);`);
    this.addSql(`create or replace function "organizations"."grant_fund_grant_fund_kept_fn"() returns trigger as \$\$ begin if (select coalesce(sum(case when h.status = 'ARCHIVED' then
      (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i join organizations.grant_agreement a on a.id = i.agreement_id
        where a.round_id = h.id and i.status = 'PAID') -
      (select coalesce(sum(g.amount), 0) from organizations.grant_return g join organizations.grant_agreement a on a.id = g.agreement_id
        where a.round_id = h.id) else h.pool end), 0)
    from organizations.micro_grant_round h where h.fund_id = new.id and h.id <> '00000000-0000-0000-0000-000000000000' and h.status not in ('DRAFT', 'CANCELLED')) > new.amount then raise exception 'grant_fund_ceiling' using errcode = '23514', constraint = 'grant_fund_ceiling'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_fund_kept" BEFORE UPDATE on "organizations"."grant_fund" for each ROW execute function "organizations"."grant_fund_grant_fund_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_reviewer" add constraint "grant_reviewer_status_check" check ("status" in ('APPLIED', 'ADMITTED', 'RETIRED'));`);
    this.addSql(`create or replace function "organizations"."grant_reviewer_grant_reviewer_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'grant_reviewer_kept' using errcode = '23514', constraint = 'grant_reviewer_kept'; end if;       if new.version < old.version or (old.status in ('RETIRED') and new.status <> old.status) then raise exception 'grant_reviewer_kept' using errcode = '23514', constraint = 'grant_reviewer_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_reviewer_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_reviewer" for each ROW execute function "organizations"."grant_reviewer_grant_reviewer_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_tie" add constraint "grant_tie_kind_check" check ("kind" in ('EMPLOYED', 'BOARD', 'SHAREHOLDER', 'KIN', 'MENTOR', 'INCUBATOR', 'OTHER'));`);
    this.addSql(`create or replace function "organizations"."grant_tie_grant_tie_moved_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' or (new.account, new.kind, new.until, new.note) is distinct from (old.account, old.kind, old.until, old.note) or (new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)) then raise exception 'grant_tie_kept' using errcode = '23514', constraint = 'grant_tie_kept'; end if; return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_tie_moved" BEFORE UPDATE OR DELETE on "organizations"."grant_tie" for each ROW execute function "organizations"."grant_tie_grant_tie_moved_fn"();`);

    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "micro_grant_round_fund_id_foreign" foreign key ("fund_id") references "organizations"."grant_fund" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "micro_grant_round_template_id_foreign" foreign key ("template_id") references "organizations"."grant_template" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "grant_round_days" check (closes_on >= opens_on);`);
    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "grant_round_reviewers" check (reviewers % 2 = 1 and reviewers >= 3 and quorum >= 3 and quorum <= reviewers);`);
    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "grant_round_pool" check (pool > 0 and cap > 0);`);
    this.addSql(`alter table "organizations"."micro_grant_round" add constraint "micro_grant_round_status_check" check ("status" in ('DRAFT', 'ANNOUNCED', 'OPEN', 'CLOSED', 'SCREENING', 'REVIEWING', 'DELIBERATION', 'PUBLICITY', 'FINAL', 'ARCHIVED', 'CANCELLED'));`);
    this.addSql(`create or replace function "organizations"."micro_grant_round_grant_round_fixed_fn"() returns trigger as \$\$ begin declare f organizations.grant_fund; begin
      if old.status <> 'DRAFT' and (new.division, new.fund_id, new.pool, new.cap, new.fields, new.is_blind, new.shares, new.form, new.criteria, new.conditions, new.opens_on, new.closes_on, new.reviewers, new.quorum, new.drops_extremes, new.spread_alarm) is distinct from (old.division, old.fund_id, old.pool, old.cap, old.fields, old.is_blind, old.shares, old.form, old.criteria, old.conditions, old.opens_on, old.closes_on, old.reviewers, old.quorum, old.drops_extremes, old.spread_alarm) then raise exception 'grant_round_fixed' using errcode = '23514', constraint = 'grant_round_fixed'; end if;       if old.status = 'DRAFT' and new.status <> 'DRAFT' and new.status <> 'CANCELLED' then
        select * into f from organizations.grant_fund where id = new.fund_id for update;         if (select coalesce(sum(case when h.status = 'ARCHIVED' then
      (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i join organizations.grant_agreement a on a.id = i.agreement_id
        where a.round_id = h.id and i.status = 'PAID') -
      (select coalesce(sum(g.amount), 0) from organizations.grant_return g join organizations.grant_agreement a on a.id = g.agreement_id
        where a.round_id = h.id) else h.pool end), 0)
    from organizations.micro_grant_round h where h.fund_id = f.id and h.id <> new.id and h.status not in ('DRAFT', 'CANCELLED')) + new.pool > f.amount then raise exception 'grant_fund_ceiling' using errcode = '23514', constraint = 'grant_fund_ceiling'; end if;       end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_round_fixed" BEFORE UPDATE on "organizations"."micro_grant_round" for each ROW execute function "organizations"."micro_grant_round_grant_round_fixed_fn"();`);
    this.addSql(`create or replace function "organizations"."micro_grant_round_micro_grant_round_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'micro_grant_round_kept' using errcode = '23514', constraint = 'micro_grant_round_kept'; end if;       if new.version < old.version or (old.status in ('ARCHIVED', 'CANCELLED') and new.status <> old.status) then raise exception 'micro_grant_round_kept' using errcode = '23514', constraint = 'micro_grant_round_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "micro_grant_round_kept" BEFORE UPDATE OR DELETE on "organizations"."micro_grant_round" for each ROW execute function "organizations"."micro_grant_round_micro_grant_round_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_round_id_foreign" foreign key ("round_id") references "organizations"."micro_grant_round" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_awarded" check (not (status in ('RECOMMENDED', 'AWARDED')) or awarded is not null);`);
    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_amount" check (amount >= 0 and (awarded is null or awarded > 0));`);
    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_status_check" check ("status" in ('DRAFT', 'SUBMITTED', 'MORE_INFO', 'ELIGIBLE', 'INELIGIBLE', 'IN_REVIEW', 'SCORED', 'RECOMMENDED', 'RESERVE', 'REJECTED', 'AWARDED', 'DECLINED', 'WITHDRAWN', 'STOPPED', 'CONCLUDED'));`);
    this.addSql(`alter table "organizations"."grant_application" add constraint "grant_application_field_check" check ("field" in ('ELDERLY', 'YOUTH', 'DISABILITY', 'SOCIAL_WORK', 'OTHER'));`);
    this.addSql(`create or replace function "organizations"."grant_application_grant_pool_ceiling_fn"() returns trigger as \$\$ begin declare r organizations.micro_grant_round; begin
      if new.status in ('RECOMMENDED', 'AWARDED') and (old.status not in ('RECOMMENDED', 'AWARDED') or new.awarded > coalesce(old.awarded, 0)) then
        select * into r from organizations.micro_grant_round where id = new.round_id for update;         if new.awarded + (select coalesce(sum(a.awarded), 0) from organizations.grant_application a
            where a.round_id = new.round_id and a.id <> new.id and a.status in ('RECOMMENDED', 'AWARDED')) > r.pool then raise exception 'grant_pool_ceiling' using errcode = '23514', constraint = 'grant_pool_ceiling'; end if;       end if;       if (new.round_id) is distinct from (old.round_id) or (new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)) then raise exception 'grant_application_kept' using errcode = '23514', constraint = 'grant_application_kept'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_pool_ceiling" BEFORE UPDATE on "organizations"."grant_application" for each ROW execute function "organizations"."grant_application_grant_pool_ceiling_fn"();`);
    this.addSql(`create or replace function "organizations"."grant_application_grant_application_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'grant_application_kept' using errcode = '23514', constraint = 'grant_application_kept'; end if;       if new.version < old.version or (old.status in ('INELIGIBLE', 'DECLINED', 'WITHDRAWN', 'STOPPED', 'CONCLUDED') and new.status <> old.status) then raise exception 'grant_application_kept' using errcode = '23514', constraint = 'grant_application_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_application_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_application" for each ROW execute function "organizations"."grant_application_grant_application_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_revision" add constraint "grant_revision_application_id_foreign" foreign key ("application_id") references "organizations"."grant_application" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_revision" add constraint "grant_revision_field_check" check ("field" in ('ELDERLY', 'YOUTH', 'DISABILITY', 'SOCIAL_WORK', 'OTHER'));`);

    this.addSql(`alter table "organizations"."grant_objection" add constraint "grant_objection_round_id_foreign" foreign key ("round_id") references "organizations"."micro_grant_round" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_objection" add constraint "grant_objection_application_id_foreign" foreign key ("application_id") references "organizations"."grant_application" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_objection" add constraint "grant_objection_status_check" check ("status" in ('RAISED', 'UPHELD', 'DISMISSED'));`);
    this.addSql(`create or replace function "organizations"."grant_objection_grant_objection_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'grant_objection_kept' using errcode = '23514', constraint = 'grant_objection_kept'; end if;       if new.version < old.version or (old.status in ('UPHELD', 'DISMISSED') and new.status <> old.status) then raise exception 'grant_objection_kept' using errcode = '23514', constraint = 'grant_objection_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_objection_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_objection" for each ROW execute function "organizations"."grant_objection_grant_objection_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_assignment" add constraint "grant_assignment_round_id_foreign" foreign key ("round_id") references "organizations"."micro_grant_round" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_assignment" add constraint "grant_assignment_application_id_foreign" foreign key ("application_id") references "organizations"."grant_application" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_assignment" add constraint "grant_assignment_reviewer_id_foreign" foreign key ("reviewer_id") references "organizations"."grant_reviewer" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_assignment" add constraint "grant_assignment_status_check" check ("status" in ('DRAWN', 'ACCEPTED', 'SUBMITTED', 'LOCKED', 'RECUSED', 'ABSTAINED', 'EXPIRED'));`);
    this.addSql(`create or replace function "organizations"."grant_assignment_grant_sheet_locked_fn"() returns trigger as \$\$ begin if (new.reviewer_id, new.application_id, new.account) is distinct from (old.reviewer_id, old.application_id, old.account) then raise exception 'grant_assignment_clear' using errcode = '23514', constraint = 'grant_assignment_clear'; end if;       if old.status = 'LOCKED' and (new.scores, new.total, new.comment, new.revision) is distinct from (old.scores, old.total, old.comment, old.revision) then raise exception 'grant_sheet_locked' using errcode = '23514', constraint = 'grant_sheet_locked'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_sheet_locked" BEFORE UPDATE on "organizations"."grant_assignment" for each ROW execute function "organizations"."grant_assignment_grant_sheet_locked_fn"();`);
    this.addSql(`create or replace function "organizations"."grant_assignment_grant_assignment_clear_fn"() returns trigger as \$\$ begin declare a organizations.grant_application; w organizations.grant_reviewer; begin
      select * into a from organizations.grant_application where id = new.application_id for update;       select * into w from organizations.grant_reviewer where id = new.reviewer_id;       if w.organization = a.organization
        or exists (select 1 from organizations.grant_tie t where t.account = w.account and t.organization = a.organization
             and (t.until is null or t.kind not in ('EMPLOYED', 'BOARD', 'SHAREHOLDER') or t.until + interval '3 years' >= current_date))
        or exists (select 1 from organizations.organization_person p where p.account = w.account and p.organization = a.organization
             and (p.until is null or p.until + interval '3 years' >= current_date))
        or exists (select 1 from organizations.grant_application o where o.round_id = a.round_id and o.organization = w.organization
             and o.status not in ('DRAFT', 'WITHDRAWN'))
      then raise exception 'grant_assignment_clear' using errcode = '23514', constraint = 'grant_assignment_clear'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_assignment_clear" BEFORE INSERT on "organizations"."grant_assignment" for each ROW execute function "organizations"."grant_assignment_grant_assignment_clear_fn"();`);
    this.addSql(`create or replace function "organizations"."grant_assignment_grant_assignment_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'grant_assignment_kept' using errcode = '23514', constraint = 'grant_assignment_kept'; end if;       if new.version < old.version or (old.status in ('LOCKED', 'RECUSED', 'ABSTAINED', 'EXPIRED') and new.status <> old.status) then raise exception 'grant_assignment_kept' using errcode = '23514', constraint = 'grant_assignment_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_assignment_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_assignment" for each ROW execute function "organizations"."grant_assignment_grant_assignment_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_round_id_foreign" foreign key ("round_id") references "organizations"."micro_grant_round" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_application_id_foreign" foreign key ("application_id") references "organizations"."grant_application" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_signed" check (status in ('DRAFT', 'DECLINED') or signed_at is not null);`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_award_positive" check (award > 0 and first_award > 0 and spent >= 0 and demanded >= 0);`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_status_check" check ("status" in ('DRAFT', 'SIGNED', 'RUNNING', 'MIDTERM', 'RECTIFYING', 'CONTINUING', 'FINAL', 'SETTLING', 'CLOSED', 'SUSPENDED', 'TERMINATED', 'WOUND_UP', 'DECLINED'));`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_field_check" check ("field" in ('ELDERLY', 'YOUTH', 'DISABILITY', 'SOCIAL_WORK', 'OTHER'));`);
    this.addSql(`alter table "organizations"."grant_agreement" add constraint "grant_agreement_result_check" check ("result" in ('EXCELLENT', 'GOOD', 'PASS', 'FAIL'));`);
    this.addSql(`create or replace function "organizations"."grant_agreement_grant_award_kept_fn"() returns trigger as \$\$ begin if new.award < old.award and (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = new.id and i.id <> '00000000-0000-0000-0000-000000000000' and i.status <> 'CANCELLED') > new.award then raise exception 'grant_instalment_ceiling' using errcode = '23514', constraint = 'grant_instalment_ceiling'; end if;       if (new.number, new.application_id, new.first_award) is distinct from (old.number, old.application_id, old.first_award) or (new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)) then raise exception 'grant_agreement_kept' using errcode = '23514', constraint = 'grant_agreement_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_award_kept" BEFORE UPDATE on "organizations"."grant_agreement" for each ROW execute function "organizations"."grant_agreement_grant_award_kept_fn"();`);
    this.addSql(`create or replace function "organizations"."grant_agreement_grant_agreement_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'grant_agreement_kept' using errcode = '23514', constraint = 'grant_agreement_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED', 'WOUND_UP', 'DECLINED') and new.status <> old.status) then raise exception 'grant_agreement_kept' using errcode = '23514', constraint = 'grant_agreement_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_agreement_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_agreement" for each ROW execute function "organizations"."grant_agreement_grant_agreement_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_return" add constraint "grant_return_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_return" add constraint "grant_return_amount" check (amount > 0);`);
    this.addSql(`create or replace function "organizations"."grant_return_grant_return_ceiling_fn"() returns trigger as \$\$ begin begin
      perform 1 from organizations.grant_agreement where id = new.agreement_id for update;       if new.amount + (select coalesce(sum(g.amount), 0) from organizations.grant_return g where g.agreement_id = new.agreement_id) >
        (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = new.agreement_id and i.status = 'PAID')
      then raise exception 'grant_return_ceiling' using errcode = '23514', constraint = 'grant_return_ceiling'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_return_ceiling" BEFORE INSERT on "organizations"."grant_return" for each ROW execute function "organizations"."grant_return_grant_return_ceiling_fn"();`);

    this.addSql(`alter table "organizations"."grant_report" add constraint "grant_report_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_report" add constraint "grant_report_extended" check (extended_to is null or extended_to > due_on);`);
    this.addSql(`alter table "organizations"."grant_report" add constraint "grant_report_kind_check" check ("kind" in ('MIDTERM', 'FINAL'));`);
    this.addSql(`create or replace function "organizations"."grant_report_grant_report_fixed_fn"() returns trigger as \$\$ begin if (new.agreement_id, new.kind, new.due_on) is distinct from (old.agreement_id, old.kind, old.due_on) then raise exception 'grant_report_fixed' using errcode = '23514', constraint = 'grant_report_fixed'; end if; return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_report_fixed" BEFORE UPDATE on "organizations"."grant_report" for each ROW execute function "organizations"."grant_report_grant_report_fixed_fn"();`);

    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_paid_approved" check (status <> 'PAID' or (checked_by is not null and approved_by is not null and paid_by is not null and voucher is not null));`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_three_people" check (checked_by <> approved_by and checked_by <> paid_by and approved_by <> paid_by);`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_amount" check (amount >= 0);`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_status_check" check ("status" in ('PLANNED', 'CONDITION_MET', 'REQUESTED', 'CHECKED', 'APPROVED', 'PAID', 'WITHHELD', 'CANCELLED'));`);
    this.addSql(`alter table "organizations"."grant_instalment" add constraint "grant_instalment_condition_check" check ("condition" in ('SIGNED', 'MIDTERM', 'FINAL'));`);
    this.addSql(`create or replace function "organizations"."grant_instalment_grant_instalment_ceiling_fn"() returns trigger as \$\$ begin declare a organizations.grant_agreement; begin
      if tg_op = 'UPDATE' and (new.agreement_id, new.number) is distinct from (old.agreement_id, old.number) then raise exception 'grant_instalment_ceiling' using errcode = '23514', constraint = 'grant_instalment_ceiling'; end if;       if tg_op = 'UPDATE' and new.amount <> old.amount and old.status <> 'PLANNED' then raise exception 'grant_instalment_fixed' using errcode = '23514', constraint = 'grant_instalment_fixed'; end if;       if tg_op = 'INSERT' or new.amount <> old.amount or new.status <> old.status then
        select * into a from organizations.grant_agreement where id = new.agreement_id for update;         if new.status <> 'CANCELLED' and (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = new.agreement_id and i.id <> new.id and i.status <> 'CANCELLED') + new.amount > a.award then raise exception 'grant_instalment_ceiling' using errcode = '23514', constraint = 'grant_instalment_ceiling'; end if;         if tg_op = 'UPDATE' and new.status in ('REQUESTED', 'CHECKED', 'APPROVED', 'PAID') and new.status <> old.status
          and a.status not in ('RUNNING', 'MIDTERM', 'CONTINUING', 'FINAL', 'SETTLING') then raise exception 'grant_payment_unsigned' using errcode = '23514', constraint = 'grant_payment_unsigned'; end if;       end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_instalment_ceiling" BEFORE INSERT OR UPDATE on "organizations"."grant_instalment" for each ROW execute function "organizations"."grant_instalment_grant_instalment_ceiling_fn"();`);
    this.addSql(`create or replace function "organizations"."grant_instalment_grant_instalment_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'grant_instalment_kept' using errcode = '23514', constraint = 'grant_instalment_kept'; end if;       if new.version < old.version or (old.status in ('PAID', 'CANCELLED') and new.status <> old.status) then raise exception 'grant_instalment_kept' using errcode = '23514', constraint = 'grant_instalment_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_instalment_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_instalment" for each ROW execute function "organizations"."grant_instalment_grant_instalment_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_change" add constraint "grant_change_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;`);
    this.addSql(`alter table "organizations"."grant_change" add constraint "grant_change_status_check" check ("status" in ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "organizations"."grant_change" add constraint "grant_change_kind_check" check ("kind" in ('BUDGET', 'PERIOD', 'AWARD', 'TARGET'));`);
    this.addSql(`create or replace function "organizations"."grant_change_grant_change_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'grant_change_kept' using errcode = '23514', constraint = 'grant_change_kept'; end if;       if new.version < old.version or (old.status in ('APPROVED', 'REFUSED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'grant_change_kept' using errcode = '23514', constraint = 'grant_change_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_change_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_change" for each ROW execute function "organizations"."grant_change_grant_change_kept_fn"();`);

    this.addSql(`alter table "organizations"."grant_bar" add constraint "grant_bar_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;`);
    this.addSql(`create or replace function "organizations"."grant_bar_grant_bar_moved_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' or (new.agreement_id, new."from", new.until) is distinct from (old.agreement_id, old."from", old.until) or (new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)) then raise exception 'grant_bar_kept' using errcode = '23514', constraint = 'grant_bar_kept'; end if; return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "grant_bar_moved" BEFORE UPDATE OR DELETE on "organizations"."grant_bar" for each ROW execute function "organizations"."grant_bar_grant_bar_moved_fn"();`);

    this.addSql(`alter table "organizations"."past_grant" add constraint "past_grant_currency" check (currency ~ '^[A-Z]{3}\$');`);
    this.addSql(`alter table "organizations"."past_grant" add constraint "past_grant_amount" check (amount_awarded > 0);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "organizations"."micro_grant_round" drop constraint "micro_grant_round_fund_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_assignment" drop constraint "grant_assignment_reviewer_id_foreign";`);
    this.addSql(`alter table "organizations"."micro_grant_round" drop constraint "micro_grant_round_template_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_application" drop constraint "grant_application_round_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_objection" drop constraint "grant_objection_round_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_assignment" drop constraint "grant_assignment_round_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_agreement" drop constraint "grant_agreement_round_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_revision" drop constraint "grant_revision_application_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_objection" drop constraint "grant_objection_application_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_assignment" drop constraint "grant_assignment_application_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_agreement" drop constraint "grant_agreement_application_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_return" drop constraint "grant_return_agreement_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_report" drop constraint "grant_report_agreement_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_instalment" drop constraint "grant_instalment_agreement_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_change" drop constraint "grant_change_agreement_id_foreign";`);
    this.addSql(`alter table "organizations"."grant_bar" drop constraint "grant_bar_agreement_id_foreign";`);

    this.addSql(`drop trigger if exists "grant_fund_kept" on "organizations"."grant_fund";`);
    this.addSql(`drop function if exists "organizations"."grant_fund_grant_fund_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_fund" cascade;`);
    this.addSql(`drop trigger if exists "grant_reviewer_kept" on "organizations"."grant_reviewer";`);
    this.addSql(`drop function if exists "organizations"."grant_reviewer_grant_reviewer_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_reviewer" cascade;`);
    this.addSql(`drop table if exists "organizations"."grant_template" cascade;`);
    this.addSql(`drop trigger if exists "grant_tie_moved" on "organizations"."grant_tie";`);
    this.addSql(`drop function if exists "organizations"."grant_tie_grant_tie_moved_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_tie" cascade;`);
    this.addSql(`drop trigger if exists "grant_round_fixed" on "organizations"."micro_grant_round";`);
    this.addSql(`drop function if exists "organizations"."micro_grant_round_grant_round_fixed_fn"();`);
    this.addSql(`drop trigger if exists "micro_grant_round_kept" on "organizations"."micro_grant_round";`);
    this.addSql(`drop function if exists "organizations"."micro_grant_round_micro_grant_round_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."micro_grant_round" cascade;`);
    this.addSql(`drop trigger if exists "grant_pool_ceiling" on "organizations"."grant_application";`);
    this.addSql(`drop function if exists "organizations"."grant_application_grant_pool_ceiling_fn"();`);
    this.addSql(`drop trigger if exists "grant_application_kept" on "organizations"."grant_application";`);
    this.addSql(`drop function if exists "organizations"."grant_application_grant_application_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_application" cascade;`);
    this.addSql(`drop table if exists "organizations"."grant_revision" cascade;`);
    this.addSql(`drop trigger if exists "grant_objection_kept" on "organizations"."grant_objection";`);
    this.addSql(`drop function if exists "organizations"."grant_objection_grant_objection_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_objection" cascade;`);
    this.addSql(`drop trigger if exists "grant_sheet_locked" on "organizations"."grant_assignment";`);
    this.addSql(`drop function if exists "organizations"."grant_assignment_grant_sheet_locked_fn"();`);
    this.addSql(`drop trigger if exists "grant_assignment_clear" on "organizations"."grant_assignment";`);
    this.addSql(`drop function if exists "organizations"."grant_assignment_grant_assignment_clear_fn"();`);
    this.addSql(`drop trigger if exists "grant_assignment_kept" on "organizations"."grant_assignment";`);
    this.addSql(`drop function if exists "organizations"."grant_assignment_grant_assignment_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_assignment" cascade;`);
    this.addSql(`drop trigger if exists "grant_award_kept" on "organizations"."grant_agreement";`);
    this.addSql(`drop function if exists "organizations"."grant_agreement_grant_award_kept_fn"();`);
    this.addSql(`drop trigger if exists "grant_agreement_kept" on "organizations"."grant_agreement";`);
    this.addSql(`drop function if exists "organizations"."grant_agreement_grant_agreement_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_agreement" cascade;`);
    this.addSql(`drop trigger if exists "grant_return_ceiling" on "organizations"."grant_return";`);
    this.addSql(`drop function if exists "organizations"."grant_return_grant_return_ceiling_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_return" cascade;`);
    this.addSql(`drop trigger if exists "grant_report_fixed" on "organizations"."grant_report";`);
    this.addSql(`drop function if exists "organizations"."grant_report_grant_report_fixed_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_report" cascade;`);
    this.addSql(`drop trigger if exists "grant_instalment_ceiling" on "organizations"."grant_instalment";`);
    this.addSql(`drop function if exists "organizations"."grant_instalment_grant_instalment_ceiling_fn"();`);
    this.addSql(`drop trigger if exists "grant_instalment_kept" on "organizations"."grant_instalment";`);
    this.addSql(`drop function if exists "organizations"."grant_instalment_grant_instalment_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_instalment" cascade;`);
    this.addSql(`drop trigger if exists "grant_change_kept" on "organizations"."grant_change";`);
    this.addSql(`drop function if exists "organizations"."grant_change_grant_change_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_change" cascade;`);
    this.addSql(`drop trigger if exists "grant_bar_moved" on "organizations"."grant_bar";`);
    this.addSql(`drop function if exists "organizations"."grant_bar_grant_bar_moved_fn"();`);
    this.addSql(`drop table if exists "organizations"."grant_bar" cascade;`);
    this.addSql(`drop table if exists "organizations"."past_grant" cascade;`);
  }

}
