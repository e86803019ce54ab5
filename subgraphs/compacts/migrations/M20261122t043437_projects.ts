import { Migration } from '@mikro-orm/migrations';

export class Migration20261122043437_projects extends Migration {

  override name = 'Migration20261122043437_projects';

  override up(): void | Promise<void> {
    this.addSql(`create table "compacts"."affairs_disclosure" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "category" text not null, "title" text not null, "period" text null, "body" text not null, "sums" jsonb not null, "review_opinion" text null, "published_at" timestamptz null, "text_hash" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "affairs_disclosure_division_status_created_at_index" on "compacts"."affairs_disclosure" ("division", "status", "created_at");`);

    this.addSql(`create table "compacts"."disclosure_correction" ("id" uuid not null, "disclosure_id" uuid not null, "body" text not null, "at" timestamptz not null, primary key ("id"));`);

    this.addSql(`create table "compacts"."disclosure_query" ("id" uuid not null, "disclosure_id" uuid not null, "resident" uuid null, "question" text not null, "at" timestamptz not null, "answer" text null, "answered_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "disclosure_query_disclosure_id_at_index" on "compacts"."disclosure_query" ("disclosure_id", "at");`);

    this.addSql(`create table "compacts"."amendment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PROPOSED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "compact_id" uuid not null, "article" int null, "base_body" text null, "body" text not null, "why" text null, "author" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "amendment_author_index" on "compacts"."amendment" ("author");`);
    this.addSql(`create index "amendment_compact_id_status_created_at_index" on "compacts"."amendment" ("compact_id", "status", "created_at");`);

    this.addSql(`create table "compacts"."issue_stay" ("id" uuid not null, "issue_id" uuid not null, "division" text not null, "status" text not null, "entered_at" timestamptz not null, "left_at" timestamptz not null, "due_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "issue_stay_issue_id_index" on "compacts"."issue_stay" ("issue_id");`);
    this.addSql(`create index "issue_stay_division_left_at_index" on "compacts"."issue_stay" ("division", "left_at");`);

    this.addSql(`create table "compacts"."moral_review" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PROPOSED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "kind" text not null, "title" text not null, "body" text not null, "proposer" uuid null, "meets_at" timestamptz null, "agree" int null, "disagree" int null, "abstain" int null, "measure" text null, "opinion" text null, "named" text null, "published_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "moral_review_division_status_created_at_index" on "compacts"."moral_review" ("division", "status", "created_at");`);

    this.addSql(`create table "compacts"."moral_panelist" ("id" uuid not null, "review_id" uuid not null, "resident" uuid not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."moral_panelist" add constraint "moral_panelist_once" unique ("review_id", "resident");`);

    this.addSql(`create table "compacts"."owners_committee" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REPORTED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "kind" text not null, "renews_id" uuid null, "compound" text not null, "heads" int not null, "area" int not null, "reported_on" date not null, "group" jsonb not null, "group_announced_at" timestamptz null, "documents" jsonb not null, "posted_at" timestamptz null, "meeting_on" date null, "present_heads" int null, "present_area" int null, "agree_heads" int null, "agree_area" int null, "members" jsonb not null, "elected_on" date null, "term_ends_on" date null, "receipt" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create unique index "owners_committee_renewed_once" on "compacts"."owners_committee" ("renews_id") where "status" <> 'STOPPED';`);
    this.addSql(`create index "owners_committee_division_status_created_at_index" on "compacts"."owners_committee" ("division", "status", "created_at");`);

    this.addSql(`create table "compacts"."pledge_paper" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ENTERED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "compact_id" uuid not null, "sheet" text not null, "basis" text not null, "resident" uuid null, "remark" text null, "entered_by" text not null, "confirmed_by" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "pledge_paper_division_status_created_at_index" on "compacts"."pledge_paper" ("division", "status", "created_at");`);
    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_sheet_once" unique ("compact_id", "sheet");`);

    this.addSql(`create table "compacts"."project_fund" ("id" uuid not null, "project_id" uuid not null, "source" text not null, "amount" int not null, "spent" int null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."project_fund" add constraint "project_fund_once" unique ("project_id", "source");`);

    this.addSql(`create table "compacts"."project_inspection" ("id" uuid not null, "project_id" uuid not null, "resident" uuid not null, "kind" text not null, "finding" text not null, "is_problem" boolean not null, "at" timestamptz not null, "answer" text null, "answered_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "project_inspection_project_id_at_index" on "compacts"."project_inspection" ("project_id", "at");`);

    this.addSql(`create table "compacts"."project_supervisor" ("id" uuid not null, "project_id" uuid not null, "resident" uuid not null, "is_lead" boolean not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."project_supervisor" add constraint "project_supervisor_once" unique ("project_id", "resident");`);

    this.addSql(`create table "compacts"."survey" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'OPEN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "concerns" text not null, "households" int not null, "closes_at" timestamptz not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create unique index "survey_open_once" on "compacts"."survey" ("issue_id") where "status" = 'OPEN';`);

    this.addSql(`create table "compacts"."survey_answer" ("id" uuid not null, "survey_id" uuid not null, "channel" text not null, "household" uuid null, "sheet" text null, "mark" int not null, "remark" text null, "entered_by" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."survey_answer" add constraint "survey_sheet_once" unique ("survey_id", "sheet");`);
    this.addSql(`alter table "compacts"."survey_answer" add constraint "survey_answer_once" unique ("survey_id", "household");`);

    this.addSql(`alter table "compacts"."issue" add "allowance" text null;`);

    this.addSql(`alter table "compacts"."compact" drop constraint "compact_revised_once";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_filed";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_status_check";`);
    this.addSql(`drop trigger if exists "compact_kept" on "compacts"."compact";`);
    this.addSql(`drop function if exists "compacts"."compact_compact_kept_fn"();`);
    this.addSql(`drop trigger if exists "compact_text" on "compacts"."compact";`);
    this.addSql(`drop function if exists "compacts"."compact_compact_text_fn"();`);
    this.addSql(`alter table "compacts"."compact" add "kind" text not null default 'COMPACT', add "legality_opinion" text null, add "legality_at" timestamptz null, add "expires_on" date null, add "reviewed_at" timestamptz null, add "review_finding" text null, add "review_opinion" text null, add "ordered_at" timestamptz null;`);
    this.addSql(`create unique index "compact_revision_once" on "compacts"."compact" ("revises_id") where "status" <> 'WITHDRAWN';`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_kind_check" check ("kind" in ('COMPACT', 'CHARTER', 'CIVILITY'));`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_review_finding_check" check ("review_finding" in ('KEEP', 'REVISE', 'REPEAL'));`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_filed" check (not (status in ('FILED', 'IN_FORCE')) or kind = 'CIVILITY' or (receipt is not null and filed_at is not null));`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_status_check" check ("status" in ('DRAFTING', 'COMMENT', 'PARTY_REVIEW', 'VOTING', 'ADOPTED', 'FILED', 'IN_FORCE', 'ORDERED_TO_CORRECT', 'SUPERSEDED', 'REPEALED', 'EXPIRED', 'WITHDRAWN'));`);
    this.addSql(`create or replace function "compacts"."compact_compact_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'compact_kept' using errcode = '23514', constraint = 'compact_kept'; end if;       if new.version < old.version or (old.status in ('SUPERSEDED', 'REPEALED', 'EXPIRED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'compact_kept' using errcode = '23514', constraint = 'compact_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "compact_kept" BEFORE UPDATE OR DELETE on "compacts"."compact" for each ROW execute function "compacts"."compact_compact_kept_fn"();`);
    this.addSql(`create or replace function "compacts"."compact_compact_text_fn"() returns trigger as \$\$ begin if old.status <> 'DRAFTING' and (new.text_hash, new.title, new.edition, new.kind, new.issue_id) is distinct from (old.text_hash, old.title, old.edition, old.kind, old.issue_id) then raise exception 'compact_text' using errcode = '23514', constraint = 'compact_text'; end if;       if old.receipt is not null and new.receipt is distinct from old.receipt then raise exception 'compact_text' using errcode = '23514', constraint = 'compact_text'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "compact_text" BEFORE UPDATE on "compacts"."compact" for each ROW execute function "compacts"."compact_compact_text_fn"();`);

    this.addSql(`alter table "compacts"."compact_comment" add "topic" text null, add "outcome" text null;`);
    this.addSql(`alter table "compacts"."compact_comment" add constraint "compact_comment_outcome_check" check ("outcome" in ('ADOPTED', 'PARTLY', 'NOT_ADOPTED', 'EXPLAINED'));`);

    this.addSql(`drop index "compacts"."pledge_compact_id_status_index";`);
    this.addSql(`alter table "compacts"."pledge" add "channel" text not null default 'APP', add "sheet" text null;`);
    this.addSql(`create index "pledge_compact_id_status_created_at_index" on "compacts"."pledge" ("compact_id", "status", "created_at");`);
    this.addSql(`alter table "compacts"."pledge" add constraint "pledge_channel_check" check ("channel" in ('APP', 'PAPER'));`);

    this.addSql(`insert into "compacts"."project_fund" ("id", "project_id", "source", "amount", "spent") select gen_random_uuid(), "id", 'OTHER', "budget", "spent" from "compacts"."project";`);
    this.addSql(`alter table "compacts"."project" drop column "source";`);
    this.addSql(`alter table "compacts"."project" add "organization" uuid null, add "overspent" text null;`);

    this.addSql(`alter table "compacts"."milestone" add "alerts" int not null default 0;`);

    this.addSql(`alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_published" check (status in ('DRAFT', 'REVIEWING', 'REVIEWED', 'DISCARDED') or (published_at is not null and text_hash is not null));`);
    this.addSql(`alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_status_check" check ("status" in ('DRAFT', 'REVIEWING', 'REVIEWED', 'PUBLISHED', 'QUERIED', 'ANSWERED', 'ORDERED', 'ARCHIVED', 'DISCARDED'));`);
    this.addSql(`alter table "compacts"."affairs_disclosure" add constraint "affairs_disclosure_category_check" check ("category" in ('DECISION', 'FUNDS', 'FACILITIES', 'SERVICES', 'CONSULTATION', 'ASSISTANCE', 'OTHER'));`);
    this.addSql(`create or replace function "compacts"."affairs_disclosure_disclosure_text_fn"() returns trigger as \$\$ begin if old.published_at is not null and (new.title, new.period, new.body, new.sums, new.category) is distinct from (old.title, old.period, old.body, old.sums, old.category) then raise exception 'disclosure_text' using errcode = '23514', constraint = 'disclosure_text'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "disclosure_text" BEFORE UPDATE on "compacts"."affairs_disclosure" for each ROW execute function "compacts"."affairs_disclosure_disclosure_text_fn"();`);
    this.addSql(`create or replace function "compacts"."affairs_disclosure_affairs_disclosure_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'affairs_disclosure_kept' using errcode = '23514', constraint = 'affairs_disclosure_kept'; end if;       if new.version < old.version or (old.status in ('ARCHIVED', 'DISCARDED') and new.status <> old.status) then raise exception 'affairs_disclosure_kept' using errcode = '23514', constraint = 'affairs_disclosure_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "affairs_disclosure_kept" BEFORE UPDATE OR DELETE on "compacts"."affairs_disclosure" for each ROW execute function "compacts"."affairs_disclosure_affairs_disclosure_kept_fn"();`);

    this.addSql(`alter table "compacts"."disclosure_correction" add constraint "disclosure_correction_disclosure_id_foreign" foreign key ("disclosure_id") references "compacts"."affairs_disclosure" ("id");`);

    this.addSql(`alter table "compacts"."disclosure_query" add constraint "disclosure_query_disclosure_id_foreign" foreign key ("disclosure_id") references "compacts"."affairs_disclosure" ("id");`);
    this.addSql(`alter table "compacts"."disclosure_query" add constraint "disclosure_query_answer" check ((answer is null) = (answered_at is null));`);

    this.addSql(`alter table "compacts"."amendment" add constraint "amendment_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id");`);
    this.addSql(`alter table "compacts"."amendment" add constraint "amendment_status_check" check ("status" in ('PROPOSED', 'STALE', 'ACCEPTED', 'REJECTED', 'CLOSED', 'WITHDRAWN', 'PROMOTED', 'NOTED'));`);
    this.addSql(`create or replace function "compacts"."amendment_amendment_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'amendment_kept' using errcode = '23514', constraint = 'amendment_kept'; end if;       if new.version < old.version or (old.status in ('ACCEPTED', 'WITHDRAWN', 'PROMOTED', 'NOTED') and new.status <> old.status) then raise exception 'amendment_kept' using errcode = '23514', constraint = 'amendment_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "amendment_kept" BEFORE UPDATE OR DELETE on "compacts"."amendment" for each ROW execute function "compacts"."amendment_amendment_kept_fn"();`);

    this.addSql(`alter table "compacts"."issue_stay" add constraint "issue_stay_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);

    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_named" check (named is null or kind = 'GOOD_DEED');`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_count" check (agree is null or (agree >= 0 and disagree >= 0 and abstain >= 0));`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_status_check" check ("status" in ('PROPOSED', 'CONVENED', 'REVIEWED', 'PUBLISHED', 'CLOSED', 'DECLINED'));`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_kind_check" check ("kind" in ('GOOD_DEED', 'BAD_HABIT'));`);
    this.addSql(`alter table "compacts"."moral_review" add constraint "moral_review_measure_check" check ("measure" in ('COMMEND', 'PERSUADE', 'PROPOSE', 'NONE'));`);
    this.addSql(`create or replace function "compacts"."moral_review_moral_review_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'moral_review_kept' using errcode = '23514', constraint = 'moral_review_kept'; end if;       if new.version < old.version or (old.status in ('PUBLISHED', 'CLOSED', 'DECLINED') and new.status <> old.status) then raise exception 'moral_review_kept' using errcode = '23514', constraint = 'moral_review_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "moral_review_kept" BEFORE UPDATE OR DELETE on "compacts"."moral_review" for each ROW execute function "compacts"."moral_review_moral_review_kept_fn"();`);

    this.addSql(`alter table "compacts"."moral_panelist" add constraint "moral_panelist_review_id_foreign" foreign key ("review_id") references "compacts"."moral_review" ("id");`);

    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_renews_id_foreign" foreign key ("renews_id") references "compacts"."owners_committee" ("id") on delete no action;`);
    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_filed" check (status <> 'FILED' or (receipt is not null and term_ends_on is not null and elected_on is not null));`);
    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_size" check (heads > 0 and area > 0);`);
    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_status_check" check ("status" in ('REPORTED', 'PREPARING', 'POSTED', 'ELECTED', 'FILED', 'ENDED', 'STOPPED'));`);
    this.addSql(`alter table "compacts"."owners_committee" add constraint "owners_committee_kind_check" check ("kind" in ('FIRST', 'RENEWAL'));`);
    this.addSql(`create or replace function "compacts"."owners_committee_owners_committee_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'owners_committee_kept' using errcode = '23514', constraint = 'owners_committee_kept'; end if;       if new.version < old.version or (old.status in ('ENDED', 'STOPPED') and new.status <> old.status) then raise exception 'owners_committee_kept' using errcode = '23514', constraint = 'owners_committee_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "owners_committee_kept" BEFORE UPDATE OR DELETE on "compacts"."owners_committee" for each ROW execute function "compacts"."owners_committee_owners_committee_kept_fn"();`);

    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_compact_id_foreign" foreign key ("compact_id") references "compacts"."compact" ("id");`);
    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_two" check (confirmed_by is null or confirmed_by <> entered_by);`);
    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_status_check" check ("status" in ('ENTERED', 'UNMATCHED', 'CONFIRMED', 'DISCARDED'));`);
    this.addSql(`alter table "compacts"."pledge_paper" add constraint "pledge_paper_basis_check" check ("basis" in ('HOUSEHOLD', 'PERSON'));`);
    this.addSql(`create or replace function "compacts"."pledge_paper_pledge_paper_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'pledge_paper_kept' using errcode = '23514', constraint = 'pledge_paper_kept'; end if;       if new.version < old.version or (old.status in ('CONFIRMED', 'DISCARDED') and new.status <> old.status) then raise exception 'pledge_paper_kept' using errcode = '23514', constraint = 'pledge_paper_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "pledge_paper_kept" BEFORE UPDATE OR DELETE on "compacts"."pledge_paper" for each ROW execute function "compacts"."pledge_paper_pledge_paper_kept_fn"();`);

    this.addSql(`alter table "compacts"."project_fund" add constraint "project_fund_project_id_foreign" foreign key ("project_id") references "compacts"."project" ("id");`);
    this.addSql(`alter table "compacts"."project_fund" add constraint "project_fund_money" check (amount >= 0 and (spent is null or spent >= 0));`);
    this.addSql(`alter table "compacts"."project_fund" add constraint "project_fund_source_check" check ("source" in ('SELF_GOVERNANCE', 'SERVICE', 'MAINTENANCE', 'COMMON_INCOME', 'GRANT', 'DONATION', 'RESIDENTS', 'OTHER'));`);

    this.addSql(`alter table "compacts"."project_inspection" add constraint "project_inspection_project_id_foreign" foreign key ("project_id") references "compacts"."project" ("id");`);
    this.addSql(`alter table "compacts"."project_inspection" add constraint "project_inspection_answer" check ((answer is null) = (answered_at is null));`);
    this.addSql(`alter table "compacts"."project_inspection" add constraint "project_inspection_kind_check" check ("kind" in ('VISIT', 'ACCEPTANCE'));`);

    this.addSql(`alter table "compacts"."project_supervisor" add constraint "project_supervisor_project_id_foreign" foreign key ("project_id") references "compacts"."project" ("id");`);

    this.addSql(`alter table "compacts"."survey" add constraint "survey_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);
    this.addSql(`alter table "compacts"."survey" add constraint "survey_households" check (households > 0);`);
    this.addSql(`alter table "compacts"."survey" add constraint "survey_status_check" check ("status" in ('OPEN', 'CLOSED'));`);
    this.addSql(`create or replace function "compacts"."survey_survey_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'survey_kept' using errcode = '23514', constraint = 'survey_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED') and new.status <> old.status) then raise exception 'survey_kept' using errcode = '23514', constraint = 'survey_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "survey_kept" BEFORE UPDATE OR DELETE on "compacts"."survey" for each ROW execute function "compacts"."survey_survey_kept_fn"();`);

    this.addSql(`alter table "compacts"."survey_answer" add constraint "survey_answer_survey_id_foreign" foreign key ("survey_id") references "compacts"."survey" ("id");`);
    this.addSql(`alter table "compacts"."survey_answer" add constraint "survey_answer_unit" check ((channel = 'APP') = (household is not null) and (channel = 'PAPER') = (sheet is not null));`);
    this.addSql(`alter table "compacts"."survey_answer" add constraint "survey_answer_mark" check (mark >= 1 and mark <= 5);`);
    this.addSql(`alter table "compacts"."survey_answer" add constraint "survey_answer_channel_check" check ("channel" in ('APP', 'PAPER'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "compacts"."disclosure_correction" drop constraint "disclosure_correction_disclosure_id_foreign";`);
    this.addSql(`alter table "compacts"."disclosure_query" drop constraint "disclosure_query_disclosure_id_foreign";`);
    this.addSql(`alter table "compacts"."moral_panelist" drop constraint "moral_panelist_review_id_foreign";`);
    this.addSql(`alter table "compacts"."owners_committee" drop constraint "owners_committee_renews_id_foreign";`);
    this.addSql(`alter table "compacts"."survey_answer" drop constraint "survey_answer_survey_id_foreign";`);

    this.addSql(`drop trigger if exists "disclosure_text" on "compacts"."affairs_disclosure";`);
    this.addSql(`drop function if exists "compacts"."affairs_disclosure_disclosure_text_fn"();`);
    this.addSql(`drop trigger if exists "affairs_disclosure_kept" on "compacts"."affairs_disclosure";`);
    this.addSql(`drop function if exists "compacts"."affairs_disclosure_affairs_disclosure_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."affairs_disclosure" cascade;`);
    this.addSql(`drop table if exists "compacts"."disclosure_correction" cascade;`);
    this.addSql(`drop table if exists "compacts"."disclosure_query" cascade;`);
    this.addSql(`drop trigger if exists "amendment_kept" on "compacts"."amendment";`);
    this.addSql(`drop function if exists "compacts"."amendment_amendment_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."amendment" cascade;`);
    this.addSql(`drop table if exists "compacts"."issue_stay" cascade;`);
    this.addSql(`drop trigger if exists "moral_review_kept" on "compacts"."moral_review";`);
    this.addSql(`drop function if exists "compacts"."moral_review_moral_review_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."moral_review" cascade;`);
    this.addSql(`drop table if exists "compacts"."moral_panelist" cascade;`);
    this.addSql(`drop trigger if exists "owners_committee_kept" on "compacts"."owners_committee";`);
    this.addSql(`drop function if exists "compacts"."owners_committee_owners_committee_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."owners_committee" cascade;`);
    this.addSql(`drop trigger if exists "pledge_paper_kept" on "compacts"."pledge_paper";`);
    this.addSql(`drop function if exists "compacts"."pledge_paper_pledge_paper_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."pledge_paper" cascade;`);
    this.addSql(`drop table if exists "compacts"."project_fund" cascade;`);
    this.addSql(`drop table if exists "compacts"."project_inspection" cascade;`);
    this.addSql(`drop table if exists "compacts"."project_supervisor" cascade;`);
    this.addSql(`drop trigger if exists "survey_kept" on "compacts"."survey";`);
    this.addSql(`drop function if exists "compacts"."survey_survey_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."survey" cascade;`);
    this.addSql(`drop table if exists "compacts"."survey_answer" cascade;`);

    this.addSql(`drop index "compacts"."compact_revision_once";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_kind_check";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_review_finding_check";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_filed";`);
    this.addSql(`alter table "compacts"."compact" drop constraint "compact_status_check";`);
    this.addSql(`drop trigger if exists "compact_text" on "compacts"."compact";`);
    this.addSql(`drop function if exists "compacts"."compact_compact_text_fn"();`);
    this.addSql(`drop trigger if exists "compact_kept" on "compacts"."compact";`);
    this.addSql(`drop function if exists "compacts"."compact_compact_kept_fn"();`);
    this.addSql(`alter table "compacts"."compact" drop column "kind", drop column "legality_opinion", drop column "legality_at", drop column "expires_on", drop column "reviewed_at", drop column "review_finding", drop column "review_opinion", drop column "ordered_at";`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_revised_once" unique ("revises_id");`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_filed" check ((NOT (status = ANY (ARRAY['FILED'::text, 'IN_FORCE'::text]))) OR ((receipt IS NOT NULL) AND (filed_at IS NOT NULL)));`);
    this.addSql(`alter table "compacts"."compact" add constraint "compact_status_check" check ("status" in ('DRAFTING', 'COMMENT', 'PARTY_REVIEW', 'VOTING', 'ADOPTED', 'FILED', 'IN_FORCE', 'ORDERED_TO_CORRECT', 'SUPERSEDED', 'REPEALED'));`);
    this.addSql(`create or replace function "compacts"."compact_compact_text_fn"() returns trigger as \$\$ begin if old.status <> 'DRAFTING' and (new.text_hash, new.title, new.edition, new.issue_id) is distinct from (old.text_hash, old.title, old.edition, old.issue_id) then raise exception 'compact_text' using errcode = '23514', constraint = 'compact_text'; end if;       if old.receipt is not null and new.receipt is distinct from old.receipt then raise exception 'compact_text' using errcode = '23514', constraint = 'compact_text'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "compact_text" BEFORE UPDATE on "compacts"."compact" for each ROW execute function "compacts"."compact_compact_text_fn"();`);
    this.addSql(`create or replace function "compacts"."compact_compact_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'compact_kept' using errcode = '23514', constraint = 'compact_kept'; end if;       if new.version < old.version or (old.status in ('SUPERSEDED', 'REPEALED') and new.status <> old.status) then raise exception 'compact_kept' using errcode = '23514', constraint = 'compact_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "compact_kept" BEFORE DELETE OR UPDATE on "compacts"."compact" for each ROW execute function "compacts"."compact_compact_kept_fn"();`);

    this.addSql(`alter table "compacts"."compact_comment" drop constraint "compact_comment_outcome_check";`);
    this.addSql(`alter table "compacts"."compact_comment" drop column "topic", drop column "outcome";`);

    this.addSql(`alter table "compacts"."issue" drop column "allowance";`);

    this.addSql(`alter table "compacts"."milestone" drop column "alerts";`);

    this.addSql(`drop index "compacts"."pledge_compact_id_status_created_at_index";`);
    this.addSql(`alter table "compacts"."pledge" drop constraint "pledge_channel_check";`);
    this.addSql(`alter table "compacts"."pledge" drop column "channel", drop column "sheet";`);
    this.addSql(`create index "pledge_compact_id_status_index" on "compacts"."pledge" ("compact_id", "status");`);

    this.addSql(`alter table "compacts"."project" drop column "organization", drop column "overspent";`);
    this.addSql(`alter table "compacts"."project" add "source" text not null default '';`);
  }

}
