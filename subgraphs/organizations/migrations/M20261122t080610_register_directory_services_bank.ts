import { Migration } from '@mikro-orm/migrations';

export class Migration20261122080610_register_directory_services_bank extends Migration {

  override name = 'Migration20261122080610_register_directory_services_bank';

  override up(): void | Promise<void> {
    this.addSql(`create table "organizations"."annual_report" ("id" uuid not null, "organization" uuid not null, "year" int not null, "result" text not null, "filed_on" date null, primary key ("id"));`);
    this.addSql(`alter table "organizations"."annual_report" add constraint "annual_report_once" unique ("organization", "year");`);

    this.addSql(`create table "organizations"."entry_objection" ("id" uuid not null, "entry" uuid not null, "division" text not null, "account" uuid not null, "by" text not null, "body" text not null, "at" timestamptz(3) not null, "answer" text null, "upheld" boolean null, "answered_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "entry_objection_entry_at_index" on "organizations"."entry_objection" ("entry", "at");`);

    this.addSql(`create table "organizations"."opportunity" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid null, "kind" text not null, "title" text not null, "body" text not null, "places" int not null, "taken" int not null default 0, "for_listed" boolean not null, "until" date not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "opportunity_organization_index" on "organizations"."opportunity" ("organization");`);
    this.addSql(`create index "opportunity_division_status_created_at_index" on "organizations"."opportunity" ("division", "status", "created_at");`);

    this.addSql(`create table "organizations"."opportunity_claim" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REQUESTED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid null, "opportunity" uuid not null, "claimant" uuid null, "resident" uuid null, "name" text not null, "note" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "opportunity_claim_organization_index" on "organizations"."opportunity_claim" ("organization");`);
    this.addSql(`create index "opportunity_claim_opportunity_created_at_index" on "organizations"."opportunity_claim" ("opportunity", "created_at");`);
    this.addSql(`create unique index "claim_held_once" on "organizations"."opportunity_claim" ("opportunity", coalesce("claimant", "resident")) where "status" in ('REQUESTED', 'ACCEPTED', 'CONFIRMED');`);

    this.addSql(`create table "organizations"."organization_branch" ("id" uuid not null, "organization" uuid not null, "division" text not null, "name" text not null, "since" date not null, "until" date null, primary key ("id"));`);
    this.addSql(`create index "organization_branch_organization_index" on "organizations"."organization_branch" ("organization");`);

    this.addSql(`create table "organizations"."organization_link" ("id" uuid not null, "before" uuid not null, "after" uuid not null, "kind" text not null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "organization_link_after_index" on "organizations"."organization_link" ("after");`);
    this.addSql(`alter table "organizations"."organization_link" add constraint "organization_link_once" unique ("before", "after");`);

    this.addSql(`create table "organizations"."organization_mark" ("id" uuid not null, "organization" uuid not null, "kind" text not null, "reason" text not null, "document_number" text null, "since" date not null, "until" date null, primary key ("id"));`);
    this.addSql(`create index "organization_mark_organization_index" on "organizations"."organization_mark" ("organization");`);

    this.addSql(`create table "organizations"."organization_person" ("id" uuid not null, "organization" uuid not null, "division" text not null, "name" text not null, "post" text not null, "since" date not null, "until" date null, "account" uuid null, primary key ("id"));`);
    this.addSql(`create index "organization_person_account_index" on "organizations"."organization_person" ("account");`);
    this.addSql(`create index "organization_person_organization_index" on "organizations"."organization_person" ("organization");`);

    this.addSql(`create table "organizations"."qualified_entry" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'APPLIED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "code" text not null, "fields" text[] not null, "evidence" text[] not null, "statement" text not null, "report" text null, "publicity_at" timestamptz null, "publicity_days" int null, "listed_at" timestamptz null, "valid_until" timestamptz null, "suspended_until" timestamptz null, "barred_until" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "qualified_entry_organization_index" on "organizations"."qualified_entry" ("organization");`);
    this.addSql(`create index "qualified_entry_division_status_created_at_index" on "organizations"."qualified_entry" ("division", "status", "created_at");`);
    this.addSql(`create unique index "entry_live_once" on "organizations"."qualified_entry" ("code") where "status" in ('APPLIED', 'UNDER_REVIEW', 'NEEDS_INFO', 'PUBLICITY', 'LISTED', 'SUSPENDED');`);

    this.addSql(`create table "organizations"."register_conflict" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'OPEN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "source" text not null, "says" text not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "register_conflict_division_status_created_at_index" on "organizations"."register_conflict" ("division", "status", "created_at");`);
    this.addSql(`create unique index "register_conflict_open_once" on "organizations"."register_conflict" ("organization") where "status" = 'OPEN';`);

    this.addSql(`create table "organizations"."service_address" ("id" uuid not null, "place" uuid not null, "organization" uuid not null, "is_confidential" boolean not null, "division" text not null, "name" text not null, "line" text null, "postcode" text null, "latitude" double precision null, "longitude" double precision null, "directions" text null, primary key ("id"));`);
    this.addSql(`create index "service_address_organization_index" on "organizations"."service_address" ("organization");`);
    this.addSql(`alter table "organizations"."service_address" add constraint "service_address_once" unique ("place");`);

    this.addSql(`create table "organizations"."service_listing" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "name" text not null, "description" text not null, "field" text not null, "audience" text null, "languages" text[] not null, "cost" text not null, "cost_note" text null, "capacity" int null, "capacity_unit" text null, "areas" text[] not null, "phone" text null, "alert" text null, "closed_until" date null, "assured_on" date null, "proposal" jsonb null, "entered_by" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "service_listing_due_at_index" on "organizations"."service_listing" ("due_at");`);
    this.addSql(`create index "service_listing_organization_index" on "organizations"."service_listing" ("organization");`);
    this.addSql(`create index "service_listing_division_status_name_index" on "organizations"."service_listing" ("division", "status", "name");`);

    this.addSql(`create table "organizations"."service_place" ("id" uuid not null, "version" int not null default 0, "division" text not null, "organization" uuid not null, "kind" text not null, "is_confidential" boolean not null, "access" text[] not null, primary key ("id"));`);
    this.addSql(`create index "service_place_organization_index" on "organizations"."service_place" ("organization");`);

    this.addSql(`create table "organizations"."service_point" ("id" uuid not null, "service" uuid not null, "place" uuid not null, "intervals" jsonb not null, "exceptions" jsonb not null, "holidays" text not null, primary key ("id"));`);
    this.addSql(`create index "service_point_place_index" on "organizations"."service_point" ("place");`);
    this.addSql(`alter table "organizations"."service_point" add constraint "service_point_once" unique ("service", "place");`);

    this.addSql(`create table "organizations"."service_shop" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "name" text not null, "intro" text not null, "field" text not null, "goods" text[] not null, "phone" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "service_shop_organization_index" on "organizations"."service_shop" ("organization");`);
    this.addSql(`create index "service_shop_division_status_name_index" on "organizations"."service_shop" ("division", "status", "name");`);

    this.addSql(`alter table "organizations"."social_organization" add "phone" text null, add "mail" text null, add "website" text null;`);

    this.addSql(`alter table "organizations"."annual_report" add constraint "annual_report_result_check" check ("result" in ('PASSED', 'BASIC', 'FAILED', 'MISSING'));`);

    this.addSql(`alter table "organizations"."entry_objection" add constraint "entry_objection_answered" check ((answer is null) = (answered_at is null) and (answer is null) = (upheld is null));`);

    this.addSql(`alter table "organizations"."opportunity" add constraint "opportunity_places" check (places > 0 and taken >= 0 and taken <= places);`);
    this.addSql(`alter table "organizations"."opportunity" add constraint "opportunity_status_check" check ("status" in ('DRAFT', 'OPEN', 'CLOSED', 'EXPIRED', 'WITHDRAWN'));`);
    this.addSql(`alter table "organizations"."opportunity" add constraint "opportunity_kind_check" check ("kind" in ('PROJECT', 'JOB', 'TRAINING', 'MENTOR', 'RESOURCE'));`);
    this.addSql(`create or replace function "organizations"."opportunity_opportunity_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'opportunity_kept' using errcode = '23514', constraint = 'opportunity_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED', 'EXPIRED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'opportunity_kept' using errcode = '23514', constraint = 'opportunity_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "opportunity_kept" BEFORE UPDATE OR DELETE on "organizations"."opportunity" for each ROW execute function "organizations"."opportunity_opportunity_kept_fn"();`);

    this.addSql(`alter table "organizations"."opportunity_claim" add constraint "claim_claimant" check ((claimant is null) <> (resident is null));`);
    this.addSql(`alter table "organizations"."opportunity_claim" add constraint "opportunity_claim_status_check" check ("status" in ('REQUESTED', 'ACCEPTED', 'CONFIRMED', 'REJECTED', 'RELEASED'));`);
    this.addSql(`create or replace function "organizations"."opportunity_claim_opportunity_claim_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'opportunity_claim_kept' using errcode = '23514', constraint = 'opportunity_claim_kept'; end if;       if new.version < old.version or (old.status in ('CONFIRMED', 'REJECTED', 'RELEASED') and new.status <> old.status) then raise exception 'opportunity_claim_kept' using errcode = '23514', constraint = 'opportunity_claim_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "opportunity_claim_kept" BEFORE UPDATE OR DELETE on "organizations"."opportunity_claim" for each ROW execute function "organizations"."opportunity_claim_opportunity_claim_kept_fn"();`);

    this.addSql(`alter table "organizations"."organization_branch" add constraint "branch_days" check (until is null or until >= since);`);

    this.addSql(`alter table "organizations"."organization_link" add constraint "organization_link_kind_check" check ("kind" in ('DUPLICATE', 'MERGER', 'DIVISION', 'SPIN_OFF'));`);

    this.addSql(`alter table "organizations"."organization_mark" add constraint "mark_days" check (until is null or until >= since);`);
    this.addSql(`alter table "organizations"."organization_mark" add constraint "organization_mark_kind_check" check ("kind" in ('ABNORMAL', 'VIOLATION', 'PENALTY'));`);

    this.addSql(`alter table "organizations"."organization_person" add constraint "person_days" check (until is null or until >= since);`);
    this.addSql(`alter table "organizations"."organization_person" add constraint "organization_person_post_check" check ("post" in ('LEGAL_REPRESENTATIVE', 'DIRECTOR', 'SUPERVISOR', 'SECRETARY_GENERAL', 'STAFF', 'CONTACT'));`);

    this.addSql(`alter table "organizations"."qualified_entry" add constraint "entry_suspended" check ((status = 'SUSPENDED') = (suspended_until is not null));`);
    this.addSql(`alter table "organizations"."qualified_entry" add constraint "entry_listed" check ((status in ('LISTED', 'SUSPENDED')) <= (listed_at is not null and valid_until is not null and report is not null));`);
    this.addSql(`alter table "organizations"."qualified_entry" add constraint "qualified_entry_status_check" check ("status" in ('APPLIED', 'UNDER_REVIEW', 'NEEDS_INFO', 'PUBLICITY', 'LISTED', 'SUSPENDED', 'REMOVED', 'EXPIRED', 'REJECTED', 'WITHDRAWN'));`);
    this.addSql(`create or replace function "organizations"."qualified_entry_qualified_entry_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'qualified_entry_kept' using errcode = '23514', constraint = 'qualified_entry_kept'; end if;       if new.version < old.version or (old.status in ('REMOVED', 'EXPIRED', 'REJECTED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'qualified_entry_kept' using errcode = '23514', constraint = 'qualified_entry_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "qualified_entry_kept" BEFORE UPDATE OR DELETE on "organizations"."qualified_entry" for each ROW execute function "organizations"."qualified_entry_qualified_entry_kept_fn"();`);

    this.addSql(`alter table "organizations"."register_conflict" add constraint "register_conflict_status_check" check ("status" in ('OPEN', 'KEPT', 'FOLLOWED'));`);
    this.addSql(`alter table "organizations"."register_conflict" add constraint "register_conflict_says_check" check ("says" in ('REGISTERED', 'LIQUIDATING', 'DEREGISTERED', 'REVOKED'));`);
    this.addSql(`create or replace function "organizations"."register_conflict_register_conflict_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'register_conflict_kept' using errcode = '23514', constraint = 'register_conflict_kept'; end if;       if new.version < old.version or (old.status in ('KEPT', 'FOLLOWED') and new.status <> old.status) then raise exception 'register_conflict_kept' using errcode = '23514', constraint = 'register_conflict_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "register_conflict_kept" BEFORE UPDATE OR DELETE on "organizations"."register_conflict" for each ROW execute function "organizations"."register_conflict_register_conflict_kept_fn"();`);

    this.addSql(`alter table "organizations"."service_address" add constraint "address_position" check ((latitude is null) = (longitude is null));`);

    this.addSql(`alter table "organizations"."service_listing" add constraint "service_closed" check ((status = 'TEMPORARILY_CLOSED') = (alert is not null));`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_capacity" check (capacity is null or (capacity > 0 and capacity_unit is not null));`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_status_check" check ("status" in ('DRAFT', 'IN_REVIEW', 'ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT'));`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_field_check" check ("field" in ('ELDERLY', 'CHILDREN', 'DISABILITY', 'FAMILY', 'HEALTH', 'LEGAL', 'EMPLOYMENT', 'CULTURE', 'ENVIRONMENT', 'VOLUNTEERING', 'OTHER'));`);
    this.addSql(`alter table "organizations"."service_listing" add constraint "service_listing_cost_check" check ("cost" in ('FREE', 'REDUCED', 'PAID'));`);
    this.addSql(`create or replace function "organizations"."service_listing_service_listing_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'service_listing_kept' using errcode = '23514', constraint = 'service_listing_kept'; end if;       if new.version < old.version or (old.status in ('DEFUNCT') and new.status <> old.status) then raise exception 'service_listing_kept' using errcode = '23514', constraint = 'service_listing_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "service_listing_kept" BEFORE UPDATE OR DELETE on "organizations"."service_listing" for each ROW execute function "organizations"."service_listing_service_listing_kept_fn"();`);

    this.addSql(`alter table "organizations"."service_place" add constraint "service_place_kind_check" check ("kind" in ('PHYSICAL', 'VIRTUAL', 'MOBILE'));`);

    this.addSql(`alter table "organizations"."service_point" add constraint "service_point_holidays_check" check ("holidays" in ('CLOSED', 'AS_USUAL'));`);

    this.addSql(`alter table "organizations"."service_shop" add constraint "service_shop_status_check" check ("status" in ('DRAFT', 'IN_REVIEW', 'OPEN', 'PAUSED', 'CLOSED'));`);
    this.addSql(`alter table "organizations"."service_shop" add constraint "service_shop_field_check" check ("field" in ('ELDERLY', 'CHILDREN', 'DISABILITY', 'FAMILY', 'HEALTH', 'LEGAL', 'EMPLOYMENT', 'CULTURE', 'ENVIRONMENT', 'VOLUNTEERING', 'OTHER'));`);
    this.addSql(`create or replace function "organizations"."service_shop_service_shop_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'service_shop_kept' using errcode = '23514', constraint = 'service_shop_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED') and new.status <> old.status) then raise exception 'service_shop_kept' using errcode = '23514', constraint = 'service_shop_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "service_shop_kept" BEFORE UPDATE OR DELETE on "organizations"."service_shop" for each ROW execute function "organizations"."service_shop_service_shop_kept_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "organizations"."annual_report" cascade;`);
    this.addSql(`drop table if exists "organizations"."entry_objection" cascade;`);
    this.addSql(`drop trigger if exists "opportunity_kept" on "organizations"."opportunity";`);
    this.addSql(`drop function if exists "organizations"."opportunity_opportunity_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."opportunity" cascade;`);
    this.addSql(`drop trigger if exists "opportunity_claim_kept" on "organizations"."opportunity_claim";`);
    this.addSql(`drop function if exists "organizations"."opportunity_claim_opportunity_claim_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."opportunity_claim" cascade;`);
    this.addSql(`drop table if exists "organizations"."organization_branch" cascade;`);
    this.addSql(`drop table if exists "organizations"."organization_link" cascade;`);
    this.addSql(`drop table if exists "organizations"."organization_mark" cascade;`);
    this.addSql(`drop table if exists "organizations"."organization_person" cascade;`);
    this.addSql(`drop trigger if exists "qualified_entry_kept" on "organizations"."qualified_entry";`);
    this.addSql(`drop function if exists "organizations"."qualified_entry_qualified_entry_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."qualified_entry" cascade;`);
    this.addSql(`drop trigger if exists "register_conflict_kept" on "organizations"."register_conflict";`);
    this.addSql(`drop function if exists "organizations"."register_conflict_register_conflict_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."register_conflict" cascade;`);
    this.addSql(`drop table if exists "organizations"."service_address" cascade;`);
    this.addSql(`drop trigger if exists "service_listing_kept" on "organizations"."service_listing";`);
    this.addSql(`drop function if exists "organizations"."service_listing_service_listing_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."service_listing" cascade;`);
    this.addSql(`drop table if exists "organizations"."service_place" cascade;`);
    this.addSql(`drop table if exists "organizations"."service_point" cascade;`);
    this.addSql(`drop trigger if exists "service_shop_kept" on "organizations"."service_shop";`);
    this.addSql(`drop function if exists "organizations"."service_shop_service_shop_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."service_shop" cascade;`);

    this.addSql(`alter table "organizations"."social_organization" drop column "phone", drop column "mail", drop column "website";`);
  }

}
