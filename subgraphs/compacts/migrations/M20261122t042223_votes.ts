import { Migration } from '@mikro-orm/migrations';

export class Migration20261122042223_votes extends Migration {

  override name = 'Migration20261122042223_votes';

  override up(): void | Promise<void> {
    this.addSql(`create table "compacts"."consultation_source" ("division" text not null, "source" text not null, "issue_id" uuid not null, primary key ("division", "source"));`);

    this.addSql(`create table "compacts"."building_project" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'INTENT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "title" text not null, "door" text not null, "rule_day" date not null, "agreement" text null, "cost" int null, "compound_owners" int not null default 0, "compound_agree" int not null default 0, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "building_project_issue_id_index" on "compacts"."building_project" ("issue_id");`);
    this.addSql(`create index "building_project_division_status_created_at_index" on "compacts"."building_project" ("division", "status", "created_at");`);

    this.addSql(`create table "compacts"."approval_step" ("id" uuid not null, "project_id" uuid not null, "stage" text not null, "department" text not null, "required_seals" int not null, "seals" int not null default 0, "submitted_on" date not null, "decided_on" date null, "result" text null, "document" text null, primary key ("id"));`);
    this.addSql(`create index "approval_step_project_id_submitted_on_index" on "compacts"."approval_step" ("project_id", "submitted_on");`);

    this.addSql(`create table "compacts"."electorate_objection" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'FILED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "electorate_id" uuid not null, "fault" text not null, "elector_id" uuid null, "resident" uuid null, "unit" uuid null, "grounds" text not null, "filed_by" text not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "electorate_objection_elector_id_index" on "compacts"."electorate_objection" ("elector_id");`);
    this.addSql(`create index "electorate_objection_electorate_id_status_index" on "compacts"."electorate_objection" ("electorate_id", "status");`);

    this.addSql(`create table "compacts"."addendum" ("id" uuid not null, "meeting_id" uuid not null, "number" int not null, "words" text not null, "by" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."addendum" add constraint "addendum_once" unique ("meeting_id", "number");`);

    this.addSql(`create table "compacts"."owner_entry" ("id" uuid not null, "division" text not null, "door" text not null, "rooms" text not null, "area_cm2" bigint not null, "resident" uuid null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."owner_entry" add constraint "owner_entry_once" unique ("division", "door", "rooms");`);

    this.addSql(`create table "compacts"."seat" ("id" uuid not null, "meeting_id" uuid not null, "resident" uuid not null, "status" text not null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "seat_meeting_id_status_at_index" on "compacts"."seat" ("meeting_id", "status", "at");`);
    this.addSql(`alter table "compacts"."seat" add constraint "seat_once" unique ("meeting_id", "resident");`);

    this.addSql(`create table "compacts"."statement" ("id" uuid not null, "issue_id" uuid not null, "number" int not null, "body" text not null, "is_shown" boolean not null default true, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."statement" add constraint "statement_once" unique ("issue_id", "number");`);

    this.addSql(`create table "compacts"."statement_ballot" ("id" uuid not null, "statement_id" uuid not null, "voter" uuid not null, "choice" text not null, "cast_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."statement_ballot" add constraint "statement_ballot_once" unique ("statement_id", "voter", "cast_at");`);

    this.addSql(`create table "compacts"."secret_count" ("id" uuid not null, "vote_id" uuid not null, "choice" text not null, "ballots" int not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."secret_count" add constraint "secret_count_once" unique ("vote_id", "choice");`);

    this.addSql(`create table "compacts"."sealed_ballot" ("id" uuid not null, "vote_id" uuid not null, "elector_id" uuid not null, "sealed" text not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."sealed_ballot" add constraint "sealed_ballot_once" unique ("vote_id", "elector_id");`);

    this.addSql(`create table "compacts"."proxy" ("id" uuid not null, "vote_id" uuid not null, "grantor_id" uuid not null, "holder_id" uuid not null, "by" text not null, "at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "proxy_given_once" on "compacts"."proxy" ("vote_id", "grantor_id") where "revoked_at" is null;`);
    this.addSql(`create index "proxy_vote_id_index" on "compacts"."proxy" ("vote_id");`);

    this.addSql(`create table "compacts"."ballot_box" ("id" uuid not null, "vote_id" uuid not null, "units_hash" text not null, "sealed" text not null, "by" text not null, "is_matched" boolean not null default false, primary key ("id"));`);
    this.addSql(`alter table "compacts"."ballot_box" add constraint "ballot_box_once" unique ("vote_id", "units_hash", "by");`);

    this.addSql(`create table "compacts"."voted" ("id" uuid not null, "vote_id" uuid not null, "elector_id" uuid not null, "channel" text not null, "at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "compacts"."voted" add constraint "voted_once" unique ("vote_id", "elector_id");`);

    this.addSql(`create table "compacts"."vote_salt" ("vote" uuid not null, "salt" text not null, primary key ("vote"));`);

    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_basis_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_type_check";`);
    this.addSql(`alter table "compacts"."meeting" add "building_id" uuid null, add "matter" text null, add "door" text null, add "invitees" jsonb not null default '[]', add "seats" int null;`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_building_id_foreign" foreign key ("building_id") references "compacts"."building_project" ("id") on delete no action;`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_seats" check (seats is null or seats > 0);`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_matter_check" check ("matter" in ('R3', 'R4', 'LIFT'));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_basis_check" check ("basis" in ('PERSON', 'HOUSEHOLD', 'OWNER'));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_type_check" check ("type" in ('COUNCIL', 'HEARING', 'CONVERSATION', 'COORDINATION', 'REVIEW', 'JOINT', 'RESIDENTS', 'REPRESENTATIVES', 'OWNERS'));`);

    this.addSql(`alter table "compacts"."electorate" drop constraint "electorate_basis_check";`);
    this.addSql(`alter table "compacts"."electorate" add constraint "electorate_basis_check" check ("basis" in ('PERSON', 'HOUSEHOLD', 'OWNER'));`);

    this.addSql(`alter table "compacts"."elector" add "area_cm2" bigint not null default '0', add "label" text null, add "objection" uuid null;`);
    this.addSql(`create or replace function compacts.elector_electorate_frozen_fn() returns trigger as \$\$ begin
      if exists (select 1 from (select distinct electorate_id from added) a join compacts.electorate e on e.id = a.electorate_id
        where e.size <> (select count(*) from compacts.elector x where x.electorate_id = e.id and x.objection is null)) then raise exception 'electorate_frozen' using errcode = '23514', constraint = 'electorate_frozen'; end if;
      if exists (select 1 from added a join compacts.vote v on v.electorate_id = a.electorate_id where a.objection is not null and v.status not in ('ARMED', 'CANCELLED')) then raise exception 'electorate_frozen' using errcode = '23514', constraint = 'electorate_frozen'; end if;
      return null; end; \$\$ language plpgsql;`);
    this.addSql(`alter table "compacts"."elector" alter column "resident" drop not null;`);

    this.addSql(`alter table "compacts"."vote" drop constraint "vote_purpose_check";`);
    this.addSql(`drop trigger if exists "vote_fixed" on "compacts"."vote";`);
    this.addSql(`drop function if exists "compacts"."vote_vote_fixed_fn"();`);
    this.addSql(`alter table "compacts"."vote" add "is_secret" boolean not null default false, add "areas" jsonb null;`);
    this.addSql(`alter table "compacts"."vote" add constraint "vote_purpose_check" check ("purpose" in ('DECISION', 'COMPACT', 'REPEAL', 'OWNERS'));`);
    this.addSql(`create or replace function "compacts"."vote_vote_fixed_fn"() returns trigger as \$\$ begin if new.status <> old.status and not (old.status = 'CONTESTED' and new.status = old.previous_status)
        and (old.status, new.status) not in (('DRAFT', 'ARMED'), ('DRAFT', 'CANCELLED'), ('ARMED', 'OPEN'), ('ARMED', 'CANCELLED'), ('OPEN', 'CLOSED'), ('CLOSED', 'COUNTED'), ('COUNTED', 'CERTIFIED'), ('CERTIFIED', 'PUBLISHED'), ('OPEN', 'CONTESTED'), ('CLOSED', 'CONTESTED'), ('COUNTED', 'CONTESTED'), ('CONTESTED', 'VOIDED')) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if old.status <> 'DRAFT' and (new.proposal, new.text_hash, new.purpose, new.manner, new.issue_id, new.meeting_id, new.compact_id, new.electorate_id, new.opens_at, new.delegation, new.is_secret) is distinct from (old.proposal, old.text_hash, old.purpose, old.manner, old.issue_id, old.meeting_id, old.compact_id, old.electorate_id, old.opens_at, old.delegation, old.is_secret) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if old.status <> 'DRAFT' and new.closes_at <> old.closes_at
        and not (old.status = 'OPEN' and old.extended_at is null and new.closes_at > old.closes_at) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if (new.eligible, new.present, new.agree, new.disagree, new.abstain, new.quorate, new.carried, new.areas, new.count_hash) is distinct from (old.eligible, old.present, old.agree, old.disagree, old.abstain, old.quorate, old.carried, old.areas, old.count_hash) and not (old.status = 'CLOSED' and new.status = 'COUNTED') then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if (old.count_signed_by is not null and new.count_signed_by is distinct from old.count_signed_by)
        or (old.certified_by is not null and new.certified_by is distinct from old.certified_by) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "vote_fixed" BEFORE UPDATE on "compacts"."vote" for each ROW execute function "compacts"."vote_vote_fixed_fn"();`);

    this.addSql(`alter table "compacts"."ballot" drop constraint "ballot_channel_check";`);
    this.addSql(`drop trigger if exists "ballot_in_time" on "compacts"."ballot";`);
    this.addSql(`drop function if exists "compacts"."ballot_ballot_in_time_fn"();`);
    this.addSql(`alter table "compacts"."ballot" add constraint "ballot_channel_check" check ("channel" in ('APP', 'PAPER', 'PROXY'));`);
    this.addSql(`create or replace function "compacts"."ballot_ballot_in_time_fn"() returns trigger as \$\$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = new.vote_id for share;       if v.is_secret then raise exception 'ballot_secret' using errcode = '23514', constraint = 'ballot_secret'; end if;       if v.status <> 'OPEN' or new.cast_at < v.opens_at or new.cast_at >= date_trunc('second', v.closes_at) + interval '1 second' then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       if not exists (select 1 from compacts.elector e where e.id = new.elector_id and e.electorate_id = v.electorate_id)
        or exists (select 1 from compacts.electorate_objection o where o.elector_id = new.elector_id and o.status = 'UPHELD') then raise exception 'ballot_of_elector' using errcode = '23514', constraint = 'ballot_of_elector'; end if;       if new.replaces_id is not null and not exists (select 1 from compacts.ballot b
        where b.id = new.replaces_id and b.vote_id = new.vote_id and b.elector_id = new.elector_id and b.sequence = new.sequence - 1) then raise exception 'ballot_chain' using errcode = '23514', constraint = 'ballot_chain'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "ballot_in_time" BEFORE INSERT on "compacts"."ballot" for each ROW execute function "compacts"."ballot_ballot_in_time_fn"();`);

    this.addSql(`alter table "compacts"."consultation_source" add constraint "consultation_source_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);

    this.addSql(`alter table "compacts"."building_project" add constraint "building_project_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);
    this.addSql(`alter table "compacts"."building_project" add constraint "building_project_compound" check (compound_agree >= 0 and compound_agree <= compound_owners);`);
    this.addSql(`alter table "compacts"."building_project" add constraint "building_project_status_check" check ("status" in ('INTENT', 'FEASIBILITY', 'SURVEY', 'AGREEMENT', 'PUBLICITY', 'PLAN_FILED', 'PLANNING', 'STRUCTURE', 'PERMIT', 'CONSTRUCTION', 'SPECIAL_EQUIPMENT', 'ACCEPTANCE', 'OPERATING', 'OBJECTION', 'SUSPENDED', 'ABANDONED'));`);
    this.addSql(`create or replace function "compacts"."building_project_building_project_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'building_project_kept' using errcode = '23514', constraint = 'building_project_kept'; end if;       if new.version < old.version or (old.status in ('OPERATING', 'ABANDONED') and new.status <> old.status) then raise exception 'building_project_kept' using errcode = '23514', constraint = 'building_project_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "building_project_kept" BEFORE UPDATE OR DELETE on "compacts"."building_project" for each ROW execute function "compacts"."building_project_building_project_kept_fn"();`);

    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_project_id_foreign" foreign key ("project_id") references "compacts"."building_project" ("id");`);
    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_decided" check ((decided_on is null) = (result is null));`);
    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_seals" check (required_seals >= 0 and seals >= 0 and seals <= required_seals);`);
    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_stage_check" check ("stage" in ('PLAN_FILED', 'PLANNING', 'STRUCTURE', 'PERMIT', 'SPECIAL_EQUIPMENT', 'ACCEPTANCE'));`);
    this.addSql(`alter table "compacts"."approval_step" add constraint "approval_step_result_check" check ("result" in ('APPROVED', 'REJECTED'));`);

    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_electorate_id_foreign" foreign key ("electorate_id") references "compacts"."electorate" ("id");`);
    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_elector_id_foreign" foreign key ("elector_id") references "compacts"."elector" ("id") on delete no action;`);
    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_about" check ((fault = 'WRONGLY_LISTED') = (elector_id is not null));`);
    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_status_check" check ("status" in ('FILED', 'UPHELD', 'DISMISSED'));`);
    this.addSql(`alter table "compacts"."electorate_objection" add constraint "electorate_objection_fault_check" check ("fault" in ('MISSING', 'WRONGLY_LISTED'));`);
    this.addSql(`create or replace function "compacts"."electorate_objection_electorate_objection_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'electorate_objection_kept' using errcode = '23514', constraint = 'electorate_objection_kept'; end if;       if new.version < old.version or (old.status in ('UPHELD', 'DISMISSED') and new.status <> old.status) then raise exception 'electorate_objection_kept' using errcode = '23514', constraint = 'electorate_objection_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "electorate_objection_kept" BEFORE UPDATE OR DELETE on "compacts"."electorate_objection" for each ROW execute function "compacts"."electorate_objection_electorate_objection_kept_fn"();`);

    this.addSql(`alter table "compacts"."addendum" add constraint "addendum_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id");`);

    this.addSql(`alter table "compacts"."owner_entry" add constraint "owner_entry_area" check (area_cm2 > 0);`);

    this.addSql(`alter table "compacts"."seat" add constraint "seat_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id");`);
    this.addSql(`alter table "compacts"."seat" add constraint "seat_status_check" check ("status" in ('TAKEN', 'WAITING'));`);

    this.addSql(`alter table "compacts"."statement" add constraint "statement_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);

    this.addSql(`alter table "compacts"."statement_ballot" add constraint "statement_ballot_statement_id_foreign" foreign key ("statement_id") references "compacts"."statement" ("id");`);
    this.addSql(`alter table "compacts"."statement_ballot" add constraint "statement_ballot_choice_check" check ("choice" in ('AGREE', 'DISAGREE', 'ABSTAIN'));`);

    this.addSql(`alter table "compacts"."secret_count" add constraint "secret_count_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");`);
    this.addSql(`alter table "compacts"."secret_count" add constraint "secret_count_some" check (ballots >= 0);`);
    this.addSql(`alter table "compacts"."secret_count" add constraint "secret_count_choice_check" check ("choice" in ('AGREE', 'DISAGREE', 'ABSTAIN'));`);

    this.addSql(`alter table "compacts"."sealed_ballot" add constraint "sealed_ballot_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");`);
    this.addSql(`alter table "compacts"."sealed_ballot" add constraint "sealed_ballot_elector_id_foreign" foreign key ("elector_id") references "compacts"."elector" ("id");`);
    this.addSql(`create or replace function "compacts"."sealed_ballot_sealed_ballot_in_time_fn"() returns trigger as \$\$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = coalesce(new.vote_id, old.vote_id) for share;       if (tg_op = 'DELETE') <> (v.status <> 'OPEN') then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       return coalesce(new, old); end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "sealed_ballot_in_time" BEFORE INSERT OR UPDATE OR DELETE on "compacts"."sealed_ballot" for each ROW execute function "compacts"."sealed_ballot_sealed_ballot_in_time_fn"();`);

    this.addSql(`alter table "compacts"."proxy" add constraint "proxy_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");`);
    this.addSql(`alter table "compacts"."proxy" add constraint "proxy_grantor_id_foreign" foreign key ("grantor_id") references "compacts"."elector" ("id");`);
    this.addSql(`alter table "compacts"."proxy" add constraint "proxy_holder_id_foreign" foreign key ("holder_id") references "compacts"."elector" ("id");`);

    this.addSql(`alter table "compacts"."ballot_box" add constraint "ballot_box_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");`);
    this.addSql(`create or replace function "compacts"."ballot_box_ballot_box_in_time_fn"() returns trigger as \$\$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = coalesce(new.vote_id, old.vote_id) for share;       if (tg_op = 'DELETE') <> (v.status <> 'OPEN') then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       return coalesce(new, old); end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "ballot_box_in_time" BEFORE INSERT OR UPDATE OR DELETE on "compacts"."ballot_box" for each ROW execute function "compacts"."ballot_box_ballot_box_in_time_fn"();`);

    this.addSql(`alter table "compacts"."voted" add constraint "voted_vote_id_foreign" foreign key ("vote_id") references "compacts"."vote" ("id");`);
    this.addSql(`alter table "compacts"."voted" add constraint "voted_elector_id_foreign" foreign key ("elector_id") references "compacts"."elector" ("id");`);
    this.addSql(`alter table "compacts"."voted" add constraint "voted_channel_check" check ("channel" in ('APP', 'PAPER', 'PROXY'));`);
    this.addSql(`create or replace function "compacts"."voted_voted_in_time_fn"() returns trigger as \$\$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = new.vote_id for share;       if v.status <> 'OPEN' or new.at < v.opens_at or new.at >= date_trunc('second', v.closes_at) + interval '1 second' then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       if not exists (select 1 from compacts.elector e where e.id = new.elector_id and e.electorate_id = v.electorate_id)
        or exists (select 1 from compacts.electorate_objection o where o.elector_id = new.elector_id and o.status = 'UPHELD') then raise exception 'ballot_of_elector' using errcode = '23514', constraint = 'ballot_of_elector'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "voted_in_time" BEFORE INSERT on "compacts"."voted" for each ROW execute function "compacts"."voted_voted_in_time_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "compacts"."approval_step" drop constraint "approval_step_project_id_foreign";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_building_id_foreign";`);
    this.addSql(`alter table "compacts"."statement_ballot" drop constraint "statement_ballot_statement_id_foreign";`);

    this.addSql(`drop table if exists "compacts"."consultation_source" cascade;`);
    this.addSql(`drop trigger if exists "building_project_kept" on "compacts"."building_project";`);
    this.addSql(`drop function if exists "compacts"."building_project_building_project_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."building_project" cascade;`);
    this.addSql(`drop table if exists "compacts"."approval_step" cascade;`);
    this.addSql(`drop trigger if exists "electorate_objection_kept" on "compacts"."electorate_objection";`);
    this.addSql(`drop function if exists "compacts"."electorate_objection_electorate_objection_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."electorate_objection" cascade;`);
    this.addSql(`drop table if exists "compacts"."addendum" cascade;`);
    this.addSql(`drop table if exists "compacts"."owner_entry" cascade;`);
    this.addSql(`drop table if exists "compacts"."seat" cascade;`);
    this.addSql(`drop table if exists "compacts"."statement" cascade;`);
    this.addSql(`drop table if exists "compacts"."statement_ballot" cascade;`);
    this.addSql(`drop table if exists "compacts"."secret_count" cascade;`);
    this.addSql(`drop trigger if exists "sealed_ballot_in_time" on "compacts"."sealed_ballot";`);
    this.addSql(`drop function if exists "compacts"."sealed_ballot_sealed_ballot_in_time_fn"();`);
    this.addSql(`drop table if exists "compacts"."sealed_ballot" cascade;`);
    this.addSql(`drop table if exists "compacts"."proxy" cascade;`);
    this.addSql(`drop trigger if exists "ballot_box_in_time" on "compacts"."ballot_box";`);
    this.addSql(`drop function if exists "compacts"."ballot_box_ballot_box_in_time_fn"();`);
    this.addSql(`drop table if exists "compacts"."ballot_box" cascade;`);
    this.addSql(`drop trigger if exists "voted_in_time" on "compacts"."voted";`);
    this.addSql(`drop function if exists "compacts"."voted_voted_in_time_fn"();`);
    this.addSql(`drop table if exists "compacts"."voted" cascade;`);
    this.addSql(`drop table if exists "compacts"."vote_salt" cascade;`);

    this.addSql(`alter table "compacts"."ballot" drop constraint "ballot_channel_check";`);
    this.addSql(`drop trigger if exists "ballot_in_time" on "compacts"."ballot";`);
    this.addSql(`drop function if exists "compacts"."ballot_ballot_in_time_fn"();`);
    this.addSql(`alter table "compacts"."ballot" add constraint "ballot_channel_check" check ("channel" in ('APP', 'PAPER'));`);
    this.addSql(`create or replace function "compacts"."ballot_ballot_in_time_fn"() returns trigger as \$\$ begin declare v compacts.vote; begin
      select * into v from compacts.vote where id = new.vote_id for share;       if v.status <> 'OPEN' or new.cast_at < v.opens_at or new.cast_at >= date_trunc('second', v.closes_at) + interval '1 second' then raise exception 'ballot_in_time' using errcode = '23514', constraint = 'ballot_in_time'; end if;       if not exists (select 1 from compacts.elector e where e.id = new.elector_id and e.electorate_id = v.electorate_id) then raise exception 'ballot_of_elector' using errcode = '23514', constraint = 'ballot_of_elector'; end if;       if new.replaces_id is not null and not exists (select 1 from compacts.ballot b
        where b.id = new.replaces_id and b.vote_id = new.vote_id and b.elector_id = new.elector_id and b.sequence = new.sequence - 1) then raise exception 'ballot_chain' using errcode = '23514', constraint = 'ballot_chain'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "ballot_in_time" BEFORE INSERT on "compacts"."ballot" for each ROW execute function "compacts"."ballot_ballot_in_time_fn"();`);

    this.addSql(`alter table "compacts"."elector" drop column "area_cm2", drop column "label", drop column "objection";`);
    this.addSql(`alter table "compacts"."elector" alter column "resident" set not null;`);

    this.addSql(`alter table "compacts"."electorate" drop constraint "electorate_basis_check";`);
    this.addSql(`alter table "compacts"."electorate" add constraint "electorate_basis_check" check ("basis" in ('PERSON', 'HOUSEHOLD'));`);

    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_seats";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_matter_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_type_check";`);
    this.addSql(`alter table "compacts"."meeting" drop constraint "meeting_basis_check";`);
    this.addSql(`alter table "compacts"."meeting" drop column "building_id", drop column "matter", drop column "door", drop column "invitees", drop column "seats";`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_type_check" check ("type" in ('COUNCIL', 'HEARING', 'CONVERSATION', 'COORDINATION', 'REVIEW', 'RESIDENTS', 'REPRESENTATIVES'));`);
    this.addSql(`alter table "compacts"."meeting" add constraint "meeting_basis_check" check ("basis" in ('PERSON', 'HOUSEHOLD'));`);

    this.addSql(`alter table "compacts"."vote" drop constraint "vote_purpose_check";`);
    this.addSql(`drop trigger if exists "vote_fixed" on "compacts"."vote";`);
    this.addSql(`drop function if exists "compacts"."vote_vote_fixed_fn"();`);
    this.addSql(`alter table "compacts"."vote" drop column "is_secret", drop column "areas";`);
    this.addSql(`alter table "compacts"."vote" add constraint "vote_purpose_check" check ("purpose" in ('DECISION', 'COMPACT', 'REPEAL'));`);
    this.addSql(`create or replace function "compacts"."vote_vote_fixed_fn"() returns trigger as \$\$ begin if new.status <> old.status and not (old.status = 'CONTESTED' and new.status = old.previous_status)
        and (old.status, new.status) not in (('DRAFT', 'ARMED'), ('DRAFT', 'CANCELLED'), ('ARMED', 'OPEN'), ('ARMED', 'CANCELLED'), ('OPEN', 'CLOSED'), ('CLOSED', 'COUNTED'), ('COUNTED', 'CERTIFIED'), ('CERTIFIED', 'PUBLISHED'), ('OPEN', 'CONTESTED'), ('CLOSED', 'CONTESTED'), ('COUNTED', 'CONTESTED'), ('CONTESTED', 'VOIDED')) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if old.status <> 'DRAFT' and (new.proposal, new.text_hash, new.purpose, new.manner, new.issue_id, new.meeting_id, new.compact_id, new.electorate_id, new.opens_at, new.delegation) is distinct from (old.proposal, old.text_hash, old.purpose, old.manner, old.issue_id, old.meeting_id, old.compact_id, old.electorate_id, old.opens_at, old.delegation) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if old.status <> 'DRAFT' and new.closes_at <> old.closes_at
        and not (old.status = 'OPEN' and old.extended_at is null and new.closes_at > old.closes_at) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if (new.eligible, new.present, new.agree, new.disagree, new.abstain, new.quorate, new.carried, new.count_hash) is distinct from (old.eligible, old.present, old.agree, old.disagree, old.abstain, old.quorate, old.carried, old.count_hash) and not (old.status = 'CLOSED' and new.status = 'COUNTED') then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       if (old.count_signed_by is not null and new.count_signed_by is distinct from old.count_signed_by)
        or (old.certified_by is not null and new.certified_by is distinct from old.certified_by) then raise exception 'vote_fixed' using errcode = '23514', constraint = 'vote_fixed'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "vote_fixed" BEFORE UPDATE on "compacts"."vote" for each ROW execute function "compacts"."vote_vote_fixed_fn"();`);
  }

}
