create schema if not exists "organizations";
create table "organizations"."annual_report" ("id" uuid not null, "organization" uuid not null, "year" int not null, "result" text not null, "filed_on" date null, primary key ("id"));
alter table "organizations"."annual_report" add constraint "annual_report_once" unique ("organization", "year");
alter table "organizations"."annual_report" add constraint "annual_report_result_check" check ("result" in ('PASSED', 'BASIC', 'FAILED', 'MISSING'));

create table "organizations"."entry_objection" ("id" uuid not null, "entry" uuid not null, "division" text not null, "account" uuid not null, "by" text not null, "body" text not null, "at" timestamptz(3) not null, "answer" text null, "upheld" boolean null, "answered_at" timestamptz null, primary key ("id"));
create index "entry_objection_entry_at_index" on "organizations"."entry_objection" ("entry", "at");
alter table "organizations"."entry_objection" add constraint "entry_objection_answered" check ((answer is null) = (answered_at is null) and (answer is null) = (upheld is null));

create table "organizations"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));
create index "event_at_index" on "organizations"."event" ("at");
alter table "organizations"."event" add constraint "event_stream_version_unique" unique ("stream", "version");

create table "organizations"."opportunity" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid null, "kind" text not null, "title" text not null, "body" text not null, "places" int not null, "taken" int not null default 0, "for_listed" boolean not null, "until" date not null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "opportunity_organization_index" on "organizations"."opportunity" ("organization");
create index "opportunity_division_status_created_at_index" on "organizations"."opportunity" ("division", "status", "created_at");
alter table "organizations"."opportunity" add constraint "opportunity_places" check (places > 0 and taken >= 0 and taken <= places);
alter table "organizations"."opportunity" add constraint "opportunity_status_check" check ("status" in ('DRAFT', 'OPEN', 'CLOSED', 'EXPIRED', 'WITHDRAWN'));
alter table "organizations"."opportunity" add constraint "opportunity_kind_check" check ("kind" in ('PROJECT', 'JOB', 'TRAINING', 'MENTOR', 'RESOURCE'));
create or replace function "organizations"."opportunity_opportunity_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'opportunity_kept' using errcode = '23514', constraint = 'opportunity_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED', 'EXPIRED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'opportunity_kept' using errcode = '23514', constraint = 'opportunity_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "opportunity_kept" BEFORE UPDATE OR DELETE on "organizations"."opportunity" for each ROW execute function "organizations"."opportunity_opportunity_kept_fn"();

create table "organizations"."opportunity_claim" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REQUESTED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid null, "opportunity" uuid not null, "claimant" uuid null, "resident" uuid null, "name" text not null, "note" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "opportunity_claim_organization_index" on "organizations"."opportunity_claim" ("organization");
create index "opportunity_claim_opportunity_created_at_index" on "organizations"."opportunity_claim" ("opportunity", "created_at");
create unique index "claim_held_once" on "organizations"."opportunity_claim" ("opportunity", coalesce("claimant", "resident")) where "status" in ('REQUESTED', 'ACCEPTED', 'CONFIRMED');
alter table "organizations"."opportunity_claim" add constraint "claim_claimant" check ((claimant is null) <> (resident is null));
alter table "organizations"."opportunity_claim" add constraint "opportunity_claim_status_check" check ("status" in ('REQUESTED', 'ACCEPTED', 'CONFIRMED', 'REJECTED', 'RELEASED'));
create or replace function "organizations"."opportunity_claim_opportunity_claim_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'opportunity_claim_kept' using errcode = '23514', constraint = 'opportunity_claim_kept'; end if;       if new.version < old.version or (old.status in ('CONFIRMED', 'REJECTED', 'RELEASED') and new.status <> old.status) then raise exception 'opportunity_claim_kept' using errcode = '23514', constraint = 'opportunity_claim_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "opportunity_claim_kept" BEFORE UPDATE OR DELETE on "organizations"."opportunity_claim" for each ROW execute function "organizations"."opportunity_claim_opportunity_claim_kept_fn"();

create table "organizations"."organization_branch" ("id" uuid not null, "organization" uuid not null, "division" text not null, "name" text not null, "since" date not null, "until" date null, primary key ("id"));
create index "organization_branch_organization_index" on "organizations"."organization_branch" ("organization");
alter table "organizations"."organization_branch" add constraint "branch_days" check (until is null or until >= since);

create table "organizations"."organization_link" ("id" uuid not null, "before" uuid not null, "after" uuid not null, "kind" text not null, "at" timestamptz(3) not null, primary key ("id"));
create index "organization_link_after_index" on "organizations"."organization_link" ("after");
alter table "organizations"."organization_link" add constraint "organization_link_once" unique ("before", "after");
alter table "organizations"."organization_link" add constraint "organization_link_kind_check" check ("kind" in ('DUPLICATE', 'MERGER', 'DIVISION', 'SPIN_OFF'));

create table "organizations"."organization_mark" ("id" uuid not null, "organization" uuid not null, "kind" text not null, "reason" text not null, "document_number" text null, "since" date not null, "until" date null, primary key ("id"));
create index "organization_mark_organization_index" on "organizations"."organization_mark" ("organization");
alter table "organizations"."organization_mark" add constraint "mark_days" check (until is null or until >= since);
alter table "organizations"."organization_mark" add constraint "organization_mark_kind_check" check ("kind" in ('ABNORMAL', 'VIOLATION', 'PENALTY'));

create table "organizations"."organization_person" ("id" uuid not null, "organization" uuid not null, "division" text not null, "name" text not null, "post" text not null, "since" date not null, "until" date null, "account" uuid null, primary key ("id"));
create index "organization_person_account_index" on "organizations"."organization_person" ("account");
create index "organization_person_organization_index" on "organizations"."organization_person" ("organization");
alter table "organizations"."organization_person" add constraint "person_days" check (until is null or until >= since);
alter table "organizations"."organization_person" add constraint "organization_person_post_check" check ("post" in ('LEGAL_REPRESENTATIVE', 'DIRECTOR', 'SUPERVISOR', 'SECRETARY_GENERAL', 'STAFF', 'CONTACT'));

create table "organizations"."qualified_entry" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'APPLIED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "code" text not null, "fields" text[] not null, "evidence" text[] not null, "statement" text not null, "report" text null, "publicity_at" timestamptz null, "publicity_days" int null, "listed_at" timestamptz null, "valid_until" timestamptz null, "suspended_until" timestamptz null, "barred_until" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "qualified_entry_organization_index" on "organizations"."qualified_entry" ("organization");
create index "qualified_entry_division_status_created_at_index" on "organizations"."qualified_entry" ("division", "status", "created_at");
create unique index "entry_live_once" on "organizations"."qualified_entry" ("code") where "status" in ('APPLIED', 'UNDER_REVIEW', 'NEEDS_INFO', 'PUBLICITY', 'LISTED', 'SUSPENDED');
alter table "organizations"."qualified_entry" add constraint "entry_suspended" check ((status = 'SUSPENDED') = (suspended_until is not null));
alter table "organizations"."qualified_entry" add constraint "entry_listed" check ((status in ('LISTED', 'SUSPENDED')) <= (listed_at is not null and valid_until is not null and report is not null));
alter table "organizations"."qualified_entry" add constraint "qualified_entry_status_check" check ("status" in ('APPLIED', 'UNDER_REVIEW', 'NEEDS_INFO', 'PUBLICITY', 'LISTED', 'SUSPENDED', 'REMOVED', 'EXPIRED', 'REJECTED', 'WITHDRAWN'));
create or replace function "organizations"."qualified_entry_qualified_entry_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'qualified_entry_kept' using errcode = '23514', constraint = 'qualified_entry_kept'; end if;       if new.version < old.version or (old.status in ('REMOVED', 'EXPIRED', 'REJECTED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'qualified_entry_kept' using errcode = '23514', constraint = 'qualified_entry_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "qualified_entry_kept" BEFORE UPDATE OR DELETE on "organizations"."qualified_entry" for each ROW execute function "organizations"."qualified_entry_qualified_entry_kept_fn"();

create table "organizations"."register_conflict" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'OPEN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "source" text not null, "says" text not null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "register_conflict_division_status_created_at_index" on "organizations"."register_conflict" ("division", "status", "created_at");
create unique index "register_conflict_open_once" on "organizations"."register_conflict" ("organization") where "status" = 'OPEN';
alter table "organizations"."register_conflict" add constraint "register_conflict_status_check" check ("status" in ('OPEN', 'KEPT', 'FOLLOWED'));
alter table "organizations"."register_conflict" add constraint "register_conflict_says_check" check ("says" in ('REGISTERED', 'LIQUIDATING', 'DEREGISTERED', 'REVOKED'));
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

create table "organizations"."service_listing" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "name" text not null, "description" text not null, "field" text not null, "audience" text null, "languages" text[] not null, "cost" text not null, "cost_note" text null, "capacity" int null, "capacity_unit" text null, "areas" text[] not null, "phone" text null, "alert" text null, "closed_until" date null, "assured_on" date null, "proposal" jsonb null, "entered_by" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "service_listing_due_at_index" on "organizations"."service_listing" ("due_at");
create index "service_listing_organization_index" on "organizations"."service_listing" ("organization");
create index "service_listing_division_status_name_index" on "organizations"."service_listing" ("division", "status", "name");
alter table "organizations"."service_listing" add constraint "service_closed" check ((status = 'TEMPORARILY_CLOSED') = (alert is not null));
alter table "organizations"."service_listing" add constraint "service_capacity" check (capacity is null or (capacity > 0 and capacity_unit is not null));
alter table "organizations"."service_listing" add constraint "service_listing_status_check" check ("status" in ('DRAFT', 'IN_REVIEW', 'ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT'));
alter table "organizations"."service_listing" add constraint "service_listing_field_check" check ("field" in ('ELDERLY', 'CHILDREN', 'DISABILITY', 'FAMILY', 'HEALTH', 'LEGAL', 'EMPLOYMENT', 'CULTURE', 'ENVIRONMENT', 'VOLUNTEERING', 'OTHER'));
alter table "organizations"."service_listing" add constraint "service_listing_cost_check" check ("cost" in ('FREE', 'REDUCED', 'PAID'));
create or replace function "organizations"."service_listing_service_listing_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'service_listing_kept' using errcode = '23514', constraint = 'service_listing_kept'; end if;       if new.version < old.version or (old.status in ('DEFUNCT') and new.status <> old.status) then raise exception 'service_listing_kept' using errcode = '23514', constraint = 'service_listing_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "service_listing_kept" BEFORE UPDATE OR DELETE on "organizations"."service_listing" for each ROW execute function "organizations"."service_listing_service_listing_kept_fn"();

create table "organizations"."service_place" ("id" uuid not null, "version" int not null default 0, "division" text not null, "organization" uuid not null, "kind" text not null, "is_confidential" boolean not null, "access" text[] not null, primary key ("id"));
create index "service_place_organization_index" on "organizations"."service_place" ("organization");
alter table "organizations"."service_place" add constraint "service_place_kind_check" check ("kind" in ('PHYSICAL', 'VIRTUAL', 'MOBILE'));

create table "organizations"."service_point" ("id" uuid not null, "service" uuid not null, "place" uuid not null, "intervals" jsonb not null, "exceptions" jsonb not null, "holidays" text not null, primary key ("id"));
create index "service_point_place_index" on "organizations"."service_point" ("place");
alter table "organizations"."service_point" add constraint "service_point_once" unique ("service", "place");
alter table "organizations"."service_point" add constraint "service_point_holidays_check" check ("holidays" in ('CLOSED', 'AS_USUAL'));

create table "organizations"."service_shop" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'DRAFT', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "organization" uuid not null, "name" text not null, "intro" text not null, "field" text not null, "goods" text[] not null, "phone" text null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "service_shop_organization_index" on "organizations"."service_shop" ("organization");
create index "service_shop_division_status_name_index" on "organizations"."service_shop" ("division", "status", "name");
alter table "organizations"."service_shop" add constraint "service_shop_status_check" check ("status" in ('DRAFT', 'IN_REVIEW', 'OPEN', 'PAUSED', 'CLOSED'));
alter table "organizations"."service_shop" add constraint "service_shop_field_check" check ("field" in ('ELDERLY', 'CHILDREN', 'DISABILITY', 'FAMILY', 'HEALTH', 'LEGAL', 'EMPLOYMENT', 'CULTURE', 'ENVIRONMENT', 'VOLUNTEERING', 'OTHER'));
create or replace function "organizations"."service_shop_service_shop_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'service_shop_kept' using errcode = '23514', constraint = 'service_shop_kept'; end if;       if new.version < old.version or (old.status in ('CLOSED') and new.status <> old.status) then raise exception 'service_shop_kept' using errcode = '23514', constraint = 'service_shop_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "service_shop_kept" BEFORE UPDATE OR DELETE on "organizations"."service_shop" for each ROW execute function "organizations"."service_shop_service_shop_kept_fn"();

create table "organizations"."social_organization" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REGISTERED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "code" text not null, "code_reason" text null, "name" text not null, "kind" text not null, "registered_on" date null, "purpose" text null, "address" text null, "phone" text null, "mail" text null, "website" text null, "grade" text null, "grade_until" date null, "successor" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));
create index "social_organization_successor_index" on "organizations"."social_organization" ("successor");
create index "social_organization_division_status_name_index" on "organizations"."social_organization" ("division", "status", "name");
alter table "organizations"."social_organization" add constraint "organization_code_once" unique ("code");
alter table "organizations"."social_organization" add constraint "organization_grade" check ((grade is null) = (grade_until is null));
alter table "organizations"."social_organization" add constraint "organization_successor" check ((status = 'MERGED') = (successor is not null) and successor is distinct from id);
alter table "organizations"."social_organization" add constraint "social_organization_status_check" check ("status" in ('REGISTERED', 'LIQUIDATING', 'DEREGISTERED', 'REVOKED', 'MERGED', 'DIVIDED'));
alter table "organizations"."social_organization" add constraint "social_organization_kind_check" check ("kind" in ('ASSOCIATION', 'SERVICE_AGENCY', 'FOUNDATION', 'OTHER'));
alter table "organizations"."social_organization" add constraint "social_organization_grade_check" check ("grade" in ('A1', 'A2', 'A3', 'A4', 'A5'));
create or replace function "organizations"."social_organization_social_organization_kept_fn"() returns trigger as $$ begin if tg_op = 'DELETE' then raise exception 'social_organization_kept' using errcode = '23514', constraint = 'social_organization_kept'; end if;       if new.version < old.version or (old.status in ('DEREGISTERED', 'REVOKED', 'MERGED', 'DIVIDED') and new.status <> old.status) then raise exception 'social_organization_kept' using errcode = '23514', constraint = 'social_organization_kept'; end if;       return new; end; $$ language plpgsql;
create trigger "social_organization_kept" BEFORE UPDATE OR DELETE on "organizations"."social_organization" for each ROW execute function "organizations"."social_organization_social_organization_kept_fn"();
