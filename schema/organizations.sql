create schema if not exists "organizations";
create table "organizations"."annual_report" ("id" uuid not null, "organization" uuid not null, "year" int not null, "result" text not null, "filed_on" date null, primary key ("id"));
alter table "organizations"."annual_report" add constraint "annual_report_once" unique ("organization", "year");
alter table "organizations"."annual_report" add constraint "annual_report_result_check" check ("result" = any ('{PASSED,BASIC,FAILED,MISSING}'::text[]));

create table "organizations"."enclosure" ("id" uuid not null, "record" uuid not null, "file" uuid not null, "name" text not null, "type" text not null, "size" int not null, "evidence" text null, "account" uuid not null, "at" timestamptz(3) not null, "since" int not null, "until" int null, primary key ("id"));
create index "enclosure_record_at_index" on "organizations"."enclosure" ("record", "at");
alter table "organizations"."enclosure" add constraint "enclosure_once" unique ("file");
alter table "organizations"."enclosure" add constraint "enclosure_evidence_check" check ("evidence" = any ('{REGISTRATION,FINANCE,TAX,EQUIPMENT,CREDIT}'::text[]));
create or replace function "organizations"."enclosure_enclosure_kept_fn"() returns trigger as $$ begin declare a organizations.grant_application; r uuid; begin
      if tg_op = 'DELETE' then r := old.record; else r := new.record; end if;       select * into a from organizations.grant_application where id = r;       if found and a.status not in ('DRAFT', 'MORE_INFO') then raise exception 'enclosure_kept' using errcode = '23514', constraint = 'enclosure_kept'; end if;       if tg_op = 'INSERT' then
        if found and new.since <> a.revision + 1 then raise exception 'enclosure_kept' using errcode = '23514', constraint = 'enclosure_kept'; end if;         return new;       end if;       if not found or (tg_op = 'DELETE' and old.since <= a.revision) then raise exception 'enclosure_kept' using errcode = '23514', constraint = 'enclosure_kept'; end if;       if tg_op = 'DELETE' then return old; end if;       if (new.record, new.file, new.name, new.type, new.size, new.evidence, new.account, new.at, new.since) is distinct from (old.record, old.file, old.name, old.type, old.size, old.evidence, old.account, old.at, old.since) or old.until is not null or new.until is distinct from a.revision then raise exception 'enclosure_kept' using errcode = '23514', constraint = 'enclosure_kept'; end if;       return new; end; end; $$ language plpgsql;
create trigger "enclosure_kept" BEFORE INSERT OR UPDATE OR DELETE on "organizations"."enclosure" for each ROW execute function "organizations"."enclosure_enclosure_kept_fn"();

create table "organizations"."entry_objection" ("id" uuid not null, "entry" uuid not null, "division" text not null, "account" uuid not null, "by" text not null, "body" text not null, "at" timestamptz(3) not null, "answer" text null, "upheld" boolean null, "answered_at" timestamptz null, primary key ("id"));
create index "entry_objection_entry_at_index" on "organizations"."entry_objection" ("entry", "at");
alter table "organizations"."entry_objection" add constraint "entry_objection_answered" check ((answer is null) = (answered_at is null) and (answer is null) = (upheld is null));

create table "organizations"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));
create index "event_at_index" on "organizations"."event" ("at");
alter table "organizations"."event" add constraint "event_stream_version_unique" unique ("stream", "version");

create table "organizations"."grant_fund" ("id" uuid not null, "version" int not null default 0, "division" text not null, "name" text not null, "year" int not null, "amount" int not null, "created_at" timestamptz(3) not null, primary key ("id"));
alter table "organizations"."grant_fund" add constraint "grant_fund_once" unique ("division", "name", "year");
alter table "organizations"."grant_fund" add constraint "grant_fund_amount" check (amount > 0);
create or replace function "organizations"."grant_fund_grant_fund_kept_fn"() returns trigger as $$ begin if (select coalesce(sum(case when h.status = 'ARCHIVED' then
      (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i join organizations.grant_agreement a on a.id = i.agreement_id
        where a.round_id = h.id and i.status = 'PAID') -
      (select coalesce(sum(g.amount), 0) from organizations.grant_return g join organizations.grant_agreement a on a.id = g.agreement_id
        where a.round_id = h.id) else h.pool end), 0)
    from organizations.micro_grant_round h where h.fund_id = new.id and h.id <> '00000000-0000-0000-0000-000000000000' and h.status not in ('DRAFT', 'CANCELLED')) > new.amount then raise exception 'grant_fund_ceiling' using errcode = '23514', constraint = 'grant_fund_ceiling'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_fund_kept" BEFORE UPDATE on "organizations"."grant_fund" for each ROW execute function "organizations"."grant_fund_grant_fund_kept_fn"();

create table "organizations"."grant_look" ("id" uuid not null, "assignment" uuid not null, "division" text not null, "account" uuid not null, "revision" int not null, "at" timestamptz(3) not null, primary key ("id"));
create index "grant_look_assignment_at_index" on "organizations"."grant_look" ("assignment", "at");

create table "organizations"."grant_reviewer" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'APPLIED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "account" uuid not null, "organization" uuid null, "name" text not null, "employer" text not null, "fields" jsonb not null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "grant_reviewer_division_status_created_at_index" on "organizations"."grant_reviewer" ("division", "status", "created_at");
alter table "organizations"."grant_reviewer" add constraint "grant_reviewer_once" unique ("account");
alter table "organizations"."grant_reviewer" add constraint "grant_reviewer_status_check" check ("status" = any ('{APPLIED,ADMITTED,RETIRED}'::text[]));
create or replace function "organizations"."grant_reviewer_grant_reviewer_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'grant_reviewer_kept' using errcode = '23514', constraint = 'grant_reviewer_kept'; end if;       if new.version < old.version or (old.status in ('RETIRED') and new.status <> old.status) then raise exception 'grant_reviewer_kept' using errcode = '23514', constraint = 'grant_reviewer_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_reviewer_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_reviewer" for each ROW execute function "organizations"."grant_reviewer_grant_reviewer_kept_fn"();

create table "organizations"."grant_template" ("id" uuid not null, "version" int not null default 0, "division" text not null, "name" text not null, "form" jsonb not null, "criteria" jsonb not null, "created_at" timestamptz(3) not null, primary key ("id"));
alter table "organizations"."grant_template" add constraint "grant_template_once" unique ("division", "name");

create table "organizations"."grant_tie" ("id" uuid not null, "account" uuid not null, "name" text not null, "organization" uuid not null, "kind" text not null, "until" date null, "note" text null, "at" timestamptz(3) not null, primary key ("id"));
create index "grant_tie_account_organization_index" on "organizations"."grant_tie" ("account", "organization");
alter table "organizations"."grant_tie" add constraint "grant_tie_kind_check" check ("kind" = any ('{EMPLOYED,BOARD,SHAREHOLDER,KIN,MENTOR,INCUBATOR,OTHER}'::text[]));
create or replace function "organizations"."grant_tie_grant_tie_moved_fn"() returns trigger as $$ begin if tg_op = 'DELETE' or (new.account, new.kind, new.until, new.note) is distinct from (old.account, old.kind, old.until, old.note) or (new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)) then raise exception 'grant_tie_kept' using errcode = '23514', constraint = 'grant_tie_kept'; end if; return new; end; $$ language plpgsql;
create trigger "grant_tie_moved" BEFORE UPDATE OR DELETE on "organizations"."grant_tie" for each ROW execute function "organizations"."grant_tie_grant_tie_moved_fn"();

create table "organizations"."micro_grant_round" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "code" text not null, "title" text not null, "fund_id" uuid not null, "template_id" uuid not null, "pool" int not null, "cap" int not null, "fields" jsonb not null, "is_blind" boolean not null, "shares" jsonb not null, "form" jsonb not null, "criteria" jsonb not null, "conditions" jsonb not null, "opens_on" date not null, "closes_on" date not null, "reviewers" int not null, "quorum" int not null, "drops_extremes" boolean not null, "spread_alarm" int not null, "seed" text null, "announced_at" timestamptz(3) null, "published_at" timestamptz(3) null, "public_until" timestamptz(3) null, "finalised_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "micro_grant_round_status_opens_on_index" on "organizations"."micro_grant_round" ("status", "opens_on");
create index "micro_grant_round_division_status_created_at_index" on "organizations"."micro_grant_round" ("division", "status", "created_at");
alter table "organizations"."micro_grant_round" add constraint "grant_round_code_once" unique ("code");
alter table "organizations"."micro_grant_round" add constraint "grant_round_days" check (closes_on >= opens_on);
alter table "organizations"."micro_grant_round" add constraint "grant_round_reviewers" check (reviewers % 2 = 1 and reviewers >= 3 and quorum >= 3 and quorum <= reviewers);
alter table "organizations"."micro_grant_round" add constraint "grant_round_pool" check (pool > 0 and cap > 0);
alter table "organizations"."micro_grant_round" add constraint "micro_grant_round_status_check" check ("status" = any ('{DRAFT,ANNOUNCED,OPEN,CLOSED,SCREENING,REVIEWING,DELIBERATION,PUBLICITY,FINAL,ARCHIVED,CANCELLED}'::text[]));
create or replace function "organizations"."micro_grant_round_grant_round_fixed_fn"() returns trigger as $$ begin declare f organizations.grant_fund; begin
      if old.status <> 'DRAFT' and (new.division, new.fund_id, new.pool, new.cap, new.fields, new.is_blind, new.shares, new.form, new.criteria, new.conditions, new.opens_on, new.closes_on, new.reviewers, new.quorum, new.drops_extremes, new.spread_alarm) is distinct from (old.division, old.fund_id, old.pool, old.cap, old.fields, old.is_blind, old.shares, old.form, old.criteria, old.conditions, old.opens_on, old.closes_on, old.reviewers, old.quorum, old.drops_extremes, old.spread_alarm) then raise exception 'grant_round_fixed' using errcode = '23514', constraint = 'grant_round_fixed'; end if;       if old.status = 'DRAFT' and new.status <> 'DRAFT' and new.status <> 'CANCELLED' then
        select * into f from organizations.grant_fund where id = new.fund_id for update;         if (select coalesce(sum(case when h.status = 'ARCHIVED' then
      (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i join organizations.grant_agreement a on a.id = i.agreement_id
        where a.round_id = h.id and i.status = 'PAID') -
      (select coalesce(sum(g.amount), 0) from organizations.grant_return g join organizations.grant_agreement a on a.id = g.agreement_id
        where a.round_id = h.id) else h.pool end), 0)
    from organizations.micro_grant_round h where h.fund_id = f.id and h.id <> new.id and h.status not in ('DRAFT', 'CANCELLED')) + new.pool > f.amount then raise exception 'grant_fund_ceiling' using errcode = '23514', constraint = 'grant_fund_ceiling'; end if;       end if;       return new; end; end; $$ language plpgsql;
create trigger "grant_round_fixed" BEFORE UPDATE on "organizations"."micro_grant_round" for each ROW execute function "organizations"."micro_grant_round_grant_round_fixed_fn"();
create or replace function "organizations"."micro_grant_round_micro_grant_round_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'micro_grant_round_kept' using errcode = '23514', constraint = 'micro_grant_round_kept'; end if;       if new.version < old.version or (old.status in ('ARCHIVED', 'CANCELLED') and new.status <> old.status) then raise exception 'micro_grant_round_kept' using errcode = '23514', constraint = 'micro_grant_round_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "micro_grant_round_kept" BEFORE UPDATE OR DELETE on "organizations"."micro_grant_round" for each ROW execute function "organizations"."micro_grant_round_micro_grant_round_kept_fn"();

create table "organizations"."grant_application" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "organization" uuid not null, "is_taken_over" boolean not null default false, "due_at" timestamptz null, "round_id" uuid not null, "title" text not null, "field" text not null, "answers" jsonb not null, "budget" jsonb not null, "amount" int not null default 0, "starts_on" date null, "ends_on" date null, "place" text null, "number" int null, "revision" int not null default 0, "is_corrected" boolean not null default false, "submitted_at" timestamptz(3) null, "score" int null, "spread" int null, "rank" int null, "tie" text null, "awarded" int null, "created_at" timestamptz(3) not null, primary key ("id"));
create unique index "grant_application_once" on "organizations"."grant_application" ("round_id", "organization") where status <> 'WITHDRAWN' and not is_taken_over;
create index "grant_application_division_status_created_at_index" on "organizations"."grant_application" ("division", "status", "created_at");
create index "grant_application_organization_created_at_index" on "organizations"."grant_application" ("organization", "created_at");
create index "grant_application_round_id_status_rank_index" on "organizations"."grant_application" ("round_id", "status", "rank");
alter table "organizations"."grant_application" add constraint "grant_application_awarded" check (not (status in ('RECOMMENDED', 'AWARDED')) or awarded is not null);
alter table "organizations"."grant_application" add constraint "grant_application_amount" check (amount >= 0 and (awarded is null or awarded > 0));
alter table "organizations"."grant_application" add constraint "grant_application_status_check" check ("status" = any ('{DRAFT,SUBMITTED,MORE_INFO,ELIGIBLE,INELIGIBLE,IN_REVIEW,SCORED,RECOMMENDED,RESERVE,REJECTED,AWARDED,DECLINED,WITHDRAWN,STOPPED,CONCLUDED}'::text[]));
alter table "organizations"."grant_application" add constraint "grant_application_field_check" check ("field" = any ('{ELDERLY,YOUTH,DISABILITY,SOCIAL_WORK,OTHER}'::text[]));
create or replace function "organizations"."grant_application_grant_pool_ceiling_fn"() returns trigger as $$ begin declare r organizations.micro_grant_round; begin
      if new.status in ('RECOMMENDED', 'AWARDED') and (old.status not in ('RECOMMENDED', 'AWARDED') or new.awarded > coalesce(old.awarded, 0)) then
        select * into r from organizations.micro_grant_round where id = new.round_id for update;         if new.awarded + (select coalesce(sum(a.awarded), 0) from organizations.grant_application a
            where a.round_id = new.round_id and a.id <> new.id and a.status in ('RECOMMENDED', 'AWARDED')) > r.pool then raise exception 'grant_pool_ceiling' using errcode = '23514', constraint = 'grant_pool_ceiling'; end if;       end if;       if (new.round_id) is distinct from (old.round_id) or (new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)) then raise exception 'grant_application_kept' using errcode = '23514', constraint = 'grant_application_kept'; end if;       return new; end; end; $$ language plpgsql;
create trigger "grant_pool_ceiling" BEFORE UPDATE on "organizations"."grant_application" for each ROW execute function "organizations"."grant_application_grant_pool_ceiling_fn"();
create or replace function "organizations"."grant_application_grant_application_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'grant_application_kept' using errcode = '23514', constraint = 'grant_application_kept'; end if;       if new.version < old.version or (old.status in ('INELIGIBLE', 'DECLINED', 'WITHDRAWN', 'STOPPED', 'CONCLUDED') and new.status <> old.status) then raise exception 'grant_application_kept' using errcode = '23514', constraint = 'grant_application_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_application_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_application" for each ROW execute function "organizations"."grant_application_grant_application_kept_fn"();

create table "organizations"."grant_revision" ("id" uuid not null, "application_id" uuid not null, "number" int not null, "title" text not null, "field" text not null, "answers" jsonb not null, "budget" jsonb not null, "amount" int not null, "starts_on" date null, "ends_on" date null, "at" timestamptz(3) not null, primary key ("id"));
alter table "organizations"."grant_revision" add constraint "grant_revision_once" unique ("application_id", "number");
alter table "organizations"."grant_revision" add constraint "grant_revision_field_check" check ("field" = any ('{ELDERLY,YOUTH,DISABILITY,SOCIAL_WORK,OTHER}'::text[]));

create table "organizations"."grant_objection" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'RAISED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "round_id" uuid not null, "application_id" uuid not null, "by" text not null, "body" text not null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "grant_objection_division_status_created_at_index" on "organizations"."grant_objection" ("division", "status", "created_at");
create index "grant_objection_round_id_status_index" on "organizations"."grant_objection" ("round_id", "status");
alter table "organizations"."grant_objection" add constraint "grant_objection_status_check" check ("status" = any ('{RAISED,UPHELD,DISMISSED}'::text[]));
create or replace function "organizations"."grant_objection_grant_objection_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'grant_objection_kept' using errcode = '23514', constraint = 'grant_objection_kept'; end if;       if new.version < old.version or (old.status in ('UPHELD', 'DISMISSED') and new.status <> old.status) then raise exception 'grant_objection_kept' using errcode = '23514', constraint = 'grant_objection_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_objection_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_objection" for each ROW execute function "organizations"."grant_objection_grant_objection_kept_fn"();

create table "organizations"."grant_assignment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAWN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "round_id" uuid not null, "application_id" uuid not null, "reviewer_id" uuid not null, "account" uuid not null, "number" int not null, "revision" int not null default 0, "scores" jsonb not null, "comment" text not null default '', "total" int null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "grant_assignment_account_status_index" on "organizations"."grant_assignment" ("account", "status");
create index "grant_assignment_round_id_status_index" on "organizations"."grant_assignment" ("round_id", "status");
alter table "organizations"."grant_assignment" add constraint "grant_assignment_once" unique ("application_id", "reviewer_id");
alter table "organizations"."grant_assignment" add constraint "grant_assignment_status_check" check ("status" = any ('{DRAWN,ACCEPTED,SUBMITTED,LOCKED,RECUSED,ABSTAINED,EXPIRED}'::text[]));
create or replace function "organizations"."grant_assignment_grant_sheet_locked_fn"() returns trigger as $$ begin if (new.reviewer_id, new.application_id, new.account) is distinct from (old.reviewer_id, old.application_id, old.account) then raise exception 'grant_assignment_clear' using errcode = '23514', constraint = 'grant_assignment_clear'; end if;       if old.status = 'LOCKED' and (new.scores, new.total, new.comment, new.revision) is distinct from (old.scores, old.total, old.comment, old.revision) then raise exception 'grant_sheet_locked' using errcode = '23514', constraint = 'grant_sheet_locked'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_sheet_locked" BEFORE UPDATE on "organizations"."grant_assignment" for each ROW execute function "organizations"."grant_assignment_grant_sheet_locked_fn"();
create or replace function "organizations"."grant_assignment_grant_assignment_clear_fn"() returns trigger as $$ begin declare a organizations.grant_application; w organizations.grant_reviewer; begin
      select * into a from organizations.grant_application where id = new.application_id for update;       select * into w from organizations.grant_reviewer where id = new.reviewer_id;       if w.organization = a.organization
        or exists (select 1 from organizations.grant_tie t where t.account = w.account and t.organization = a.organization
             and (t.until is null or t.kind not in ('EMPLOYED', 'BOARD', 'SHAREHOLDER') or t.until + interval '3 years' >= current_date))
        or exists (select 1 from organizations.organization_person p where p.account = w.account and p.organization = a.organization
             and (p.until is null or p.until + interval '3 years' >= current_date))
        or exists (select 1 from organizations.grant_application o where o.round_id = a.round_id and o.organization = w.organization
             and o.status not in ('DRAFT', 'WITHDRAWN'))
      then raise exception 'grant_assignment_clear' using errcode = '23514', constraint = 'grant_assignment_clear'; end if;       return new; end; end; $$ language plpgsql;
create trigger "grant_assignment_clear" BEFORE INSERT on "organizations"."grant_assignment" for each ROW execute function "organizations"."grant_assignment_grant_assignment_clear_fn"();
create or replace function "organizations"."grant_assignment_grant_assignment_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'grant_assignment_kept' using errcode = '23514', constraint = 'grant_assignment_kept'; end if;       if new.version < old.version or (old.status in ('LOCKED', 'RECUSED', 'ABSTAINED', 'EXPIRED') and new.status <> old.status) then raise exception 'grant_assignment_kept' using errcode = '23514', constraint = 'grant_assignment_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_assignment_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_assignment" for each ROW execute function "organizations"."grant_assignment_grant_assignment_kept_fn"();

create table "organizations"."grant_agreement" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "round_id" uuid not null, "application_id" uuid not null, "number" text not null, "title" text not null, "field" text not null, "award" int not null, "first_award" int not null, "starts_on" date not null, "ends_on" date not null, "place" text null, "signed_at" timestamptz(3) null, "signed_by" text null, "running_at" timestamptz(3) null, "spent" int not null default 0, "demanded" int not null default 0, "result" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "grant_agreement_division_status_created_at_index" on "organizations"."grant_agreement" ("division", "status", "created_at");
create index "grant_agreement_organization_status_index" on "organizations"."grant_agreement" ("organization", "status");
create index "grant_agreement_round_id_status_index" on "organizations"."grant_agreement" ("round_id", "status");
alter table "organizations"."grant_agreement" add constraint "grant_number_once" unique ("number");
alter table "organizations"."grant_agreement" add constraint "grant_agreement_once" unique ("application_id");
alter table "organizations"."grant_agreement" add constraint "grant_agreement_signed" check (status in ('DRAFT', 'DECLINED') or signed_at is not null);
alter table "organizations"."grant_agreement" add constraint "grant_award_positive" check (award > 0 and first_award > 0 and spent >= 0 and demanded >= 0);
alter table "organizations"."grant_agreement" add constraint "grant_agreement_status_check" check ("status" = any ('{DRAFT,SIGNED,RUNNING,MIDTERM,RECTIFYING,CONTINUING,FINAL,SETTLING,CLOSED,SUSPENDED,TERMINATED,WOUND_UP,DECLINED}'::text[]));
alter table "organizations"."grant_agreement" add constraint "grant_agreement_field_check" check ("field" = any ('{ELDERLY,YOUTH,DISABILITY,SOCIAL_WORK,OTHER}'::text[]));
alter table "organizations"."grant_agreement" add constraint "grant_agreement_result_check" check ("result" = any ('{EXCELLENT,GOOD,PASS,FAIL}'::text[]));
create or replace function "organizations"."grant_agreement_grant_award_kept_fn"() returns trigger as $$ begin if new.award < old.award and (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = new.id and i.id <> '00000000-0000-0000-0000-000000000000' and i.status <> 'CANCELLED') > new.award then raise exception 'grant_instalment_ceiling' using errcode = '23514', constraint = 'grant_instalment_ceiling'; end if;       if (new.number, new.application_id, new.first_award) is distinct from (old.number, old.application_id, old.first_award) or (new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)) then raise exception 'grant_agreement_kept' using errcode = '23514', constraint = 'grant_agreement_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_award_kept" BEFORE UPDATE on "organizations"."grant_agreement" for each ROW execute function "organizations"."grant_agreement_grant_award_kept_fn"();
create or replace function "organizations"."grant_agreement_grant_agreement_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'grant_agreement_kept' using errcode = '23514', constraint = 'grant_agreement_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED', 'WOUND_UP', 'DECLINED') and new.status <> old.status) then raise exception 'grant_agreement_kept' using errcode = '23514', constraint = 'grant_agreement_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_agreement_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_agreement" for each ROW execute function "organizations"."grant_agreement_grant_agreement_kept_fn"();

create table "organizations"."grant_return" ("id" uuid not null, "agreement_id" uuid not null, "amount" int not null, "voucher" text not null, "returned_on" date not null, "at" timestamptz(3) not null, primary key ("id"));
alter table "organizations"."grant_return" add constraint "grant_return_once" unique ("agreement_id", "voucher");
alter table "organizations"."grant_return" add constraint "grant_return_amount" check (amount > 0);
create or replace function "organizations"."grant_return_grant_return_ceiling_fn"() returns trigger as $$ begin begin
      perform 1 from organizations.grant_agreement where id = new.agreement_id for update;       if new.amount + (select coalesce(sum(g.amount), 0) from organizations.grant_return g where g.agreement_id = new.agreement_id) >
        (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = new.agreement_id and i.status = 'PAID')
      then raise exception 'grant_return_ceiling' using errcode = '23514', constraint = 'grant_return_ceiling'; end if;       return new; end; end; $$ language plpgsql;
create trigger "grant_return_ceiling" BEFORE INSERT on "organizations"."grant_return" for each ROW execute function "organizations"."grant_return_grant_return_ceiling_fn"();

create table "organizations"."grant_report" ("id" uuid not null, "agreement_id" uuid not null, "kind" text not null, "due_on" date not null, "extended_to" date null, "submitted_at" timestamptz(3) null, "body" text null, "beneficiaries" int null, "spent" int null, primary key ("id"));
alter table "organizations"."grant_report" add constraint "grant_report_once" unique ("agreement_id", "kind");
alter table "organizations"."grant_report" add constraint "grant_report_extended" check (extended_to is null or extended_to > due_on);
alter table "organizations"."grant_report" add constraint "grant_report_kind_check" check ("kind" = any ('{MIDTERM,FINAL}'::text[]));
create or replace function "organizations"."grant_report_grant_report_fixed_fn"() returns trigger as $$ begin if (new.agreement_id, new.kind, new.due_on) is distinct from (old.agreement_id, old.kind, old.due_on) then raise exception 'grant_report_fixed' using errcode = '23514', constraint = 'grant_report_fixed'; end if; return new; end; $$ language plpgsql;
create trigger "grant_report_fixed" BEFORE UPDATE on "organizations"."grant_report" for each ROW execute function "organizations"."grant_report_grant_report_fixed_fn"();

create table "organizations"."grant_instalment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PLANNED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "agreement_id" uuid not null, "number" int not null, "amount" int not null, "condition" text not null, "checked_by" uuid null, "approved_by" uuid null, "paid_by" uuid null, "voucher" text null, "paid_on" date null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "grant_instalment_organization_status_index" on "organizations"."grant_instalment" ("organization", "status");
create index "grant_instalment_division_status_created_at_index" on "organizations"."grant_instalment" ("division", "status", "created_at");
alter table "organizations"."grant_instalment" add constraint "grant_voucher_once" unique ("voucher");
alter table "organizations"."grant_instalment" add constraint "grant_instalment_once" unique ("agreement_id", "number");
alter table "organizations"."grant_instalment" add constraint "grant_paid_approved" check (status <> 'PAID' or (checked_by is not null and approved_by is not null and paid_by is not null and voucher is not null));
alter table "organizations"."grant_instalment" add constraint "grant_three_people" check (checked_by <> approved_by and checked_by <> paid_by and approved_by <> paid_by);
alter table "organizations"."grant_instalment" add constraint "grant_instalment_amount" check (amount >= 0);
alter table "organizations"."grant_instalment" add constraint "grant_instalment_status_check" check ("status" = any ('{PLANNED,CONDITION_MET,REQUESTED,CHECKED,APPROVED,PAID,WITHHELD,CANCELLED}'::text[]));
alter table "organizations"."grant_instalment" add constraint "grant_instalment_condition_check" check ("condition" = any ('{SIGNED,MIDTERM,FINAL}'::text[]));
create or replace function "organizations"."grant_instalment_grant_instalment_ceiling_fn"() returns trigger as $$ begin declare a organizations.grant_agreement; begin
      if tg_op = 'UPDATE' and (new.agreement_id, new.number) is distinct from (old.agreement_id, old.number) then raise exception 'grant_instalment_ceiling' using errcode = '23514', constraint = 'grant_instalment_ceiling'; end if;       if tg_op = 'UPDATE' and new.amount <> old.amount and old.status <> 'PLANNED' then raise exception 'grant_instalment_fixed' using errcode = '23514', constraint = 'grant_instalment_fixed'; end if;       if tg_op = 'INSERT' or new.amount <> old.amount or new.status <> old.status then
        select * into a from organizations.grant_agreement where id = new.agreement_id for update;         if new.status <> 'CANCELLED' and (select coalesce(sum(i.amount), 0) from organizations.grant_instalment i where i.agreement_id = new.agreement_id and i.id <> new.id and i.status <> 'CANCELLED') + new.amount > a.award then raise exception 'grant_instalment_ceiling' using errcode = '23514', constraint = 'grant_instalment_ceiling'; end if;         if tg_op = 'UPDATE' and new.status in ('REQUESTED', 'CHECKED', 'APPROVED', 'PAID') and new.status <> old.status
          and a.status not in ('RUNNING', 'MIDTERM', 'CONTINUING', 'FINAL', 'SETTLING') then raise exception 'grant_payment_unsigned' using errcode = '23514', constraint = 'grant_payment_unsigned'; end if;       end if;       return new; end; end; $$ language plpgsql;
create trigger "grant_instalment_ceiling" BEFORE INSERT OR UPDATE on "organizations"."grant_instalment" for each ROW execute function "organizations"."grant_instalment_grant_instalment_ceiling_fn"();
create or replace function "organizations"."grant_instalment_grant_instalment_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'grant_instalment_kept' using errcode = '23514', constraint = 'grant_instalment_kept'; end if;       if new.version < old.version or (old.status in ('PAID', 'CANCELLED') and new.status <> old.status) then raise exception 'grant_instalment_kept' using errcode = '23514', constraint = 'grant_instalment_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_instalment_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_instalment" for each ROW execute function "organizations"."grant_instalment_grant_instalment_kept_fn"();

create table "organizations"."grant_change" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ASKED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "agreement_id" uuid not null, "kind" text not null, "body" text not null, "extend_to" date null, "award" int null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "grant_change_division_status_created_at_index" on "organizations"."grant_change" ("division", "status", "created_at");
create index "grant_change_agreement_id_created_at_index" on "organizations"."grant_change" ("agreement_id", "created_at");
alter table "organizations"."grant_change" add constraint "grant_change_status_check" check ("status" = any ('{ASKED,APPROVED,REFUSED,WITHDRAWN}'::text[]));
alter table "organizations"."grant_change" add constraint "grant_change_kind_check" check ("kind" = any ('{BUDGET,PERIOD,AWARD,TARGET}'::text[]));
create or replace function "organizations"."grant_change_grant_change_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'grant_change_kept' using errcode = '23514', constraint = 'grant_change_kept'; end if;       if new.version < old.version or (old.status in ('APPROVED', 'REFUSED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'grant_change_kept' using errcode = '23514', constraint = 'grant_change_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "grant_change_kept" BEFORE UPDATE OR DELETE on "organizations"."grant_change" for each ROW execute function "organizations"."grant_change_grant_change_kept_fn"();

create table "organizations"."grant_bar" ("id" uuid not null, "division" text not null, "organization" uuid not null, "agreement_id" uuid not null, "from" date not null, "until" date not null, "at" timestamptz(3) not null, primary key ("id"));
create index "grant_bar_organization_until_index" on "organizations"."grant_bar" ("organization", "until");
alter table "organizations"."grant_bar" add constraint "grant_bar_once" unique ("agreement_id");
create or replace function "organizations"."grant_bar_grant_bar_moved_fn"() returns trigger as $$ begin if tg_op = 'DELETE' or (new.agreement_id, new."from", new.until) is distinct from (old.agreement_id, old."from", old.until) or (new.organization is distinct from old.organization
  and not exists (select 1 from organizations.social_organization o where o.id = old.organization and o.successor = new.organization)) then raise exception 'grant_bar_kept' using errcode = '23514', constraint = 'grant_bar_kept'; end if; return new; end; $$ language plpgsql;
create trigger "grant_bar_moved" BEFORE UPDATE OR DELETE on "organizations"."grant_bar" for each ROW execute function "organizations"."grant_bar_grant_bar_moved_fn"();

create table "organizations"."opportunity" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid null, "kind" text not null, "title" text not null, "body" text not null, "places" int not null, "taken" int not null default 0, "for_listed" boolean not null, "until" date not null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "opportunity_organization_index" on "organizations"."opportunity" ("organization");
create index "opportunity_division_status_created_at_index" on "organizations"."opportunity" ("division", "status", "created_at");
alter table "organizations"."opportunity" add constraint "opportunity_places" check (places > 0 and taken >= 0 and taken <= places);
alter table "organizations"."opportunity" add constraint "opportunity_status_check" check ("status" = any ('{DRAFT,OPEN,CLOSED,EXPIRED,WITHDRAWN}'::text[]));
alter table "organizations"."opportunity" add constraint "opportunity_kind_check" check ("kind" = any ('{PROJECT,JOB,TRAINING,MENTOR,RESOURCE}'::text[]));
create or replace function "organizations"."opportunity_opportunity_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'opportunity_kept' using errcode = '23514', constraint = 'opportunity_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED', 'EXPIRED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'opportunity_kept' using errcode = '23514', constraint = 'opportunity_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "opportunity_kept" BEFORE UPDATE OR DELETE on "organizations"."opportunity" for each ROW execute function "organizations"."opportunity_opportunity_kept_fn"();

create table "organizations"."opportunity_claim" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REQUESTED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid null, "opportunity" uuid not null, "claimant" uuid null, "resident" uuid null, "name" text not null, "note" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "opportunity_claim_organization_index" on "organizations"."opportunity_claim" ("organization");
create index "opportunity_claim_opportunity_created_at_index" on "organizations"."opportunity_claim" ("opportunity", "created_at");
create unique index "claim_held_once" on "organizations"."opportunity_claim" ("opportunity", coalesce("claimant", "resident")) where "status" in ('REQUESTED', 'ACCEPTED', 'CONFIRMED');
alter table "organizations"."opportunity_claim" add constraint "claim_claimant" check ((claimant is null) <> (resident is null));
alter table "organizations"."opportunity_claim" add constraint "opportunity_claim_status_check" check ("status" = any ('{REQUESTED,ACCEPTED,CONFIRMED,REJECTED,RELEASED}'::text[]));
create or replace function "organizations"."opportunity_claim_opportunity_claim_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'opportunity_claim_kept' using errcode = '23514', constraint = 'opportunity_claim_kept'; end if;       if new.version < old.version or (old.status in ('CONFIRMED', 'REJECTED', 'RELEASED') and new.status <> old.status) then raise exception 'opportunity_claim_kept' using errcode = '23514', constraint = 'opportunity_claim_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "opportunity_claim_kept" BEFORE UPDATE OR DELETE on "organizations"."opportunity_claim" for each ROW execute function "organizations"."opportunity_claim_opportunity_claim_kept_fn"();

create table "organizations"."organization_branch" ("id" uuid not null, "organization" uuid not null, "division" text not null, "name" text not null, "since" date not null, "until" date null, primary key ("id"));
create index "organization_branch_organization_index" on "organizations"."organization_branch" ("organization");
alter table "organizations"."organization_branch" add constraint "branch_days" check (until is null or until >= since);

create table "organizations"."organization_link" ("id" uuid not null, "before" uuid not null, "after" uuid not null, "kind" text not null, "at" timestamptz(3) not null, primary key ("id"));
create index "organization_link_after_index" on "organizations"."organization_link" ("after");
alter table "organizations"."organization_link" add constraint "organization_link_once" unique ("before", "after");
alter table "organizations"."organization_link" add constraint "organization_link_kind_check" check ("kind" = any ('{DUPLICATE,MERGER,DIVISION,SPIN_OFF}'::text[]));

create table "organizations"."organization_mark" ("id" uuid not null, "organization" uuid not null, "kind" text not null, "reason" text not null, "document_number" text null, "since" date not null, "until" date null, primary key ("id"));
create index "organization_mark_organization_index" on "organizations"."organization_mark" ("organization");
alter table "organizations"."organization_mark" add constraint "mark_days" check (until is null or until >= since);
alter table "organizations"."organization_mark" add constraint "organization_mark_kind_check" check ("kind" = any ('{ABNORMAL,VIOLATION,PENALTY}'::text[]));

create table "organizations"."organization_person" ("id" uuid not null, "organization" uuid not null, "division" text not null, "name" text not null, "post" text not null, "since" date not null, "until" date null, "account" uuid null, primary key ("id"));
create index "organization_person_account_index" on "organizations"."organization_person" ("account");
create index "organization_person_organization_index" on "organizations"."organization_person" ("organization");
alter table "organizations"."organization_person" add constraint "person_days" check (until is null or until >= since);
alter table "organizations"."organization_person" add constraint "organization_person_post_check" check ("post" = any ('{LEGAL_REPRESENTATIVE,DIRECTOR,SUPERVISOR,SECRETARY_GENERAL,STAFF,CONTACT}'::text[]));

create table "organizations"."past_grant" ("id" uuid not null, "grant_id" text not null, "title" text not null, "description" text not null, "currency" text not null, "amount_awarded" int not null, "award_date" text not null, "from_open_call" text null, "regrant_type" text null, "data_source" text null, "funders" jsonb not null, "recipients" jsonb not null, "programmes" jsonb not null, "places" jsonb null, "at" timestamptz(3) not null, primary key ("id"));
create index "past_grant_award_date_index" on "organizations"."past_grant" ("award_date");
alter table "organizations"."past_grant" add constraint "past_grant_once" unique ("grant_id");
alter table "organizations"."past_grant" add constraint "past_grant_currency" check (currency ~ '^[A-Z]{3}$');
alter table "organizations"."past_grant" add constraint "past_grant_amount" check (amount_awarded > 0);

create table "organizations"."qualified_entry" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'APPLIED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "code" text not null, "fields" text[] not null, "evidence" text[] not null, "statement" text not null, "report" text null, "publicity_at" timestamptz null, "publicity_days" int null, "listed_at" timestamptz null, "valid_until" timestamptz null, "suspended_until" timestamptz null, "barred_until" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "qualified_entry_organization_index" on "organizations"."qualified_entry" ("organization");
create index "qualified_entry_division_status_created_at_index" on "organizations"."qualified_entry" ("division", "status", "created_at");
create unique index "entry_live_once" on "organizations"."qualified_entry" ("code") where "status" in ('APPLIED', 'UNDER_REVIEW', 'NEEDS_INFO', 'PUBLICITY', 'LISTED', 'SUSPENDED');
alter table "organizations"."qualified_entry" add constraint "entry_suspended" check ((status = 'SUSPENDED') = (suspended_until is not null));
alter table "organizations"."qualified_entry" add constraint "entry_listed" check ((status in ('LISTED', 'SUSPENDED')) <= (listed_at is not null and valid_until is not null and report is not null));
alter table "organizations"."qualified_entry" add constraint "qualified_entry_status_check" check ("status" = any ('{APPLIED,UNDER_REVIEW,NEEDS_INFO,PUBLICITY,LISTED,SUSPENDED,REMOVED,EXPIRED,REJECTED,WITHDRAWN}'::text[]));
create or replace function "organizations"."qualified_entry_qualified_entry_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'qualified_entry_kept' using errcode = '23514', constraint = 'qualified_entry_kept'; end if;       if new.version < old.version or (old.status in ('REMOVED', 'EXPIRED', 'REJECTED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'qualified_entry_kept' using errcode = '23514', constraint = 'qualified_entry_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "qualified_entry_kept" BEFORE UPDATE OR DELETE on "organizations"."qualified_entry" for each ROW execute function "organizations"."qualified_entry_qualified_entry_kept_fn"();

create table "organizations"."register_conflict" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'OPEN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "source" text not null, "says" text not null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "register_conflict_division_status_created_at_index" on "organizations"."register_conflict" ("division", "status", "created_at");
create unique index "register_conflict_open_once" on "organizations"."register_conflict" ("organization") where "status" = 'OPEN';
alter table "organizations"."register_conflict" add constraint "register_conflict_status_check" check ("status" = any ('{OPEN,KEPT,FOLLOWED}'::text[]));
alter table "organizations"."register_conflict" add constraint "register_conflict_says_check" check ("says" = any ('{REGISTERED,LIQUIDATING,DEREGISTERED,REVOKED}'::text[]));
create or replace function "organizations"."register_conflict_register_conflict_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'register_conflict_kept' using errcode = '23514', constraint = 'register_conflict_kept'; end if;       if new.version < old.version or (old.status in ('KEPT', 'FOLLOWED') and new.status <> old.status) then raise exception 'register_conflict_kept' using errcode = '23514', constraint = 'register_conflict_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "register_conflict_kept" BEFORE UPDATE OR DELETE on "organizations"."register_conflict" for each ROW execute function "organizations"."register_conflict_register_conflict_kept_fn"();

create table "organizations"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));
create index "reply_at_index" on "organizations"."reply" ("at");

create table "organizations"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));
create index "rule_code_valid_from_index" on "organizations"."rule" ("code", "valid_from");

create table "organizations"."service_address" ("id" uuid not null, "place" uuid not null, "organization" uuid not null, "is_confidential" boolean not null, "division" text not null, "name" text not null, "line" text null, "postcode" text null, "latitude" double precision null, "longitude" double precision null, "directions" text null, primary key ("id"));
create index "service_address_organization_index" on "organizations"."service_address" ("organization");
alter table "organizations"."service_address" add constraint "service_address_once" unique ("place");
alter table "organizations"."service_address" add constraint "address_position" check ((latitude is null) = (longitude is null));

create table "organizations"."service_listing" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "name" text not null, "description" text not null, "field" text not null, "audience" text null, "languages" text[] not null, "cost" text not null, "cost_note" text null, "capacity" int null, "capacity_unit" text null, "areas" text[] not null, "lineage" text[] generated always as organizations.lineages(areas) stored not null, "phone" text null, "alert" text null, "closed_until" date null, "assured_on" date null, "proposal" jsonb null, "entered_by" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "service_listing_lineage" on "organizations"."service_listing" using gin ("lineage");
create index "service_listing_areas" on "organizations"."service_listing" using gin ("areas");
create index "service_listing_pairs" on "organizations"."service_listing" using gin (organizations.pairs(name || ' ' || description));
create index "service_listing_due_at_index" on "organizations"."service_listing" ("due_at");
create index "service_listing_organization_index" on "organizations"."service_listing" ("organization");
create index "service_listing_name_id_index" on "organizations"."service_listing" ("name", "id");
create index "service_listing_division_status_name_index" on "organizations"."service_listing" ("division", "status", "name");
alter table "organizations"."service_listing" add constraint "service_closed" check ((status = 'TEMPORARILY_CLOSED') = (alert is not null));
alter table "organizations"."service_listing" add constraint "service_capacity" check (capacity is null or (capacity > 0 and capacity_unit is not null));
alter table "organizations"."service_listing" add constraint "service_listing_status_check" check ("status" = any ('{DRAFT,IN_REVIEW,ACTIVE,TEMPORARILY_CLOSED,INACTIVE,DEFUNCT}'::text[]));
alter table "organizations"."service_listing" add constraint "service_listing_field_check" check ("field" = any ('{ELDERLY,CHILDREN,DISABILITY,FAMILY,HEALTH,LEGAL,EMPLOYMENT,CULTURE,ENVIRONMENT,VOLUNTEERING,OTHER}'::text[]));
alter table "organizations"."service_listing" add constraint "service_listing_cost_check" check ("cost" = any ('{FREE,REDUCED,PAID}'::text[]));
create or replace function "organizations"."service_listing_service_listing_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'service_listing_kept' using errcode = '23514', constraint = 'service_listing_kept'; end if;       if new.version < old.version or (old.status in ('DEFUNCT') and new.status <> old.status) then raise exception 'service_listing_kept' using errcode = '23514', constraint = 'service_listing_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "service_listing_kept" BEFORE UPDATE OR DELETE on "organizations"."service_listing" for each ROW execute function "organizations"."service_listing_service_listing_kept_fn"();

create table "organizations"."service_place" ("id" uuid not null, "version" int not null default 0, "division" text not null, "organization" uuid not null, "kind" text not null, "is_confidential" boolean not null, "access" text[] not null, primary key ("id"));
create index "service_place_organization_index" on "organizations"."service_place" ("organization");
alter table "organizations"."service_place" add constraint "service_place_kind_check" check ("kind" = any ('{PHYSICAL,VIRTUAL,MOBILE}'::text[]));

create table "organizations"."service_point" ("id" uuid not null, "service" uuid not null, "place" uuid not null, "intervals" jsonb not null, "exceptions" jsonb not null, "holidays" text not null, primary key ("id"));
create index "service_point_place_index" on "organizations"."service_point" ("place");
alter table "organizations"."service_point" add constraint "service_point_once" unique ("service", "place");
alter table "organizations"."service_point" add constraint "service_point_holidays_check" check ("holidays" = any ('{CLOSED,AS_USUAL}'::text[]));

create table "organizations"."service_shop" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "name" text not null, "intro" text not null, "field" text not null, "goods" text[] not null, "phone" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "service_shop_organization_index" on "organizations"."service_shop" ("organization");
create index "service_shop_division_status_name_index" on "organizations"."service_shop" ("division", "status", "name");
alter table "organizations"."service_shop" add constraint "service_shop_status_check" check ("status" = any ('{DRAFT,IN_REVIEW,OPEN,PAUSED,CLOSED}'::text[]));
alter table "organizations"."service_shop" add constraint "service_shop_field_check" check ("field" = any ('{ELDERLY,CHILDREN,DISABILITY,FAMILY,HEALTH,LEGAL,EMPLOYMENT,CULTURE,ENVIRONMENT,VOLUNTEERING,OTHER}'::text[]));
create or replace function "organizations"."service_shop_service_shop_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'service_shop_kept' using errcode = '23514', constraint = 'service_shop_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED') and new.status <> old.status) then raise exception 'service_shop_kept' using errcode = '23514', constraint = 'service_shop_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "service_shop_kept" BEFORE UPDATE OR DELETE on "organizations"."service_shop" for each ROW execute function "organizations"."service_shop_service_shop_kept_fn"();

create table "organizations"."social_organization" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REGISTERED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "code" text not null, "code_reason" text null, "name" text not null, "kind" text not null, "registered_on" date null, "purpose" text null, "address" text null, "phone" text null, "mail" text null, "website" text null, "grade" text null, "grade_until" date null, "successor" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "social_organization_pairs" on "organizations"."social_organization" using gin (organizations.pairs(name || ' ' || code));
create index "social_organization_successor_index" on "organizations"."social_organization" ("successor");
create index "social_organization_name_id_index" on "organizations"."social_organization" ("name", "id");
create index "social_organization_division_status_name_index" on "organizations"."social_organization" ("division", "status", "name");
alter table "organizations"."social_organization" add constraint "organization_code_once" unique ("code");
alter table "organizations"."social_organization" add constraint "organization_grade" check ((grade is null) = (grade_until is null));
alter table "organizations"."social_organization" add constraint "organization_successor" check ((status = 'MERGED') = (successor is not null) and successor is distinct from id);
alter table "organizations"."social_organization" add constraint "social_organization_status_check" check ("status" = any ('{REGISTERED,LIQUIDATING,DEREGISTERED,REVOKED,MERGED,DIVIDED}'::text[]));
alter table "organizations"."social_organization" add constraint "social_organization_kind_check" check ("kind" = any ('{ASSOCIATION,SERVICE_AGENCY,FOUNDATION,OTHER}'::text[]));
alter table "organizations"."social_organization" add constraint "social_organization_grade_check" check ("grade" = any ('{A1,A2,A3,A4,A5}'::text[]));
create or replace function "organizations"."social_organization_social_organization_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'social_organization_kept' using errcode = '23514', constraint = 'social_organization_kept'; end if;       if new.version < old.version or (old.status in ('DEREGISTERED', 'REVOKED', 'MERGED', 'DIVIDED') and new.status <> old.status) then raise exception 'social_organization_kept' using errcode = '23514', constraint = 'social_organization_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "social_organization_kept" BEFORE UPDATE OR DELETE on "organizations"."social_organization" for each ROW execute function "organizations"."social_organization_social_organization_kept_fn"();

alter table "organizations"."micro_grant_round" add constraint "micro_grant_round_fund_id_foreign" foreign key ("fund_id") references "organizations"."grant_fund" ("id") on delete no action;
alter table "organizations"."micro_grant_round" add constraint "micro_grant_round_template_id_foreign" foreign key ("template_id") references "organizations"."grant_template" ("id") on delete no action;

alter table "organizations"."grant_application" add constraint "grant_application_round_id_foreign" foreign key ("round_id") references "organizations"."micro_grant_round" ("id") on delete no action;

alter table "organizations"."grant_revision" add constraint "grant_revision_application_id_foreign" foreign key ("application_id") references "organizations"."grant_application" ("id") on delete no action;

alter table "organizations"."grant_objection" add constraint "grant_objection_round_id_foreign" foreign key ("round_id") references "organizations"."micro_grant_round" ("id") on delete no action;
alter table "organizations"."grant_objection" add constraint "grant_objection_application_id_foreign" foreign key ("application_id") references "organizations"."grant_application" ("id") on delete no action;

alter table "organizations"."grant_assignment" add constraint "grant_assignment_round_id_foreign" foreign key ("round_id") references "organizations"."micro_grant_round" ("id") on delete no action;
alter table "organizations"."grant_assignment" add constraint "grant_assignment_application_id_foreign" foreign key ("application_id") references "organizations"."grant_application" ("id") on delete no action;
alter table "organizations"."grant_assignment" add constraint "grant_assignment_reviewer_id_foreign" foreign key ("reviewer_id") references "organizations"."grant_reviewer" ("id") on delete no action;

alter table "organizations"."grant_agreement" add constraint "grant_agreement_round_id_foreign" foreign key ("round_id") references "organizations"."micro_grant_round" ("id") on delete no action;
alter table "organizations"."grant_agreement" add constraint "grant_agreement_application_id_foreign" foreign key ("application_id") references "organizations"."grant_application" ("id") on delete no action;

alter table "organizations"."grant_return" add constraint "grant_return_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;

alter table "organizations"."grant_report" add constraint "grant_report_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;

alter table "organizations"."grant_instalment" add constraint "grant_instalment_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;

alter table "organizations"."grant_change" add constraint "grant_change_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;

alter table "organizations"."grant_bar" add constraint "grant_bar_agreement_id_foreign" foreign key ("agreement_id") references "organizations"."grant_agreement" ("id") on delete no action;
