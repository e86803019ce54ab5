import { Migration } from '@mikro-orm/migrations';

export class Migration20261121204751_initial extends Migration {

  override name = 'Migration20261121204751_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "office";`);
    this.addSql(`create table "office"."account" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ACTIVE', "username" text not null, "name" text not null, "subject" text null, "division" text not null, "password" text not null, "resident" uuid null, "failures" int not null default 0, "sign_ins" int not null default 0, "locked_until" timestamptz null, "totp" text null, "second_factor" boolean not null default false, "not_before" timestamptz null, "last_sign_in_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "account_division_index" on "office"."account" ("division");`);
    this.addSql(`alter table "office"."account" add constraint "account_subject_unique" unique ("subject");`);
    this.addSql(`alter table "office"."account" add constraint "account_username_unique" unique ("username");`);

    this.addSql(`create table "office"."api_client" ("id" uuid not null, "version" int not null default 0, "client_id" text not null, "secret_hash" text not null, "name" text not null, "division" text not null, "scopes" text[] not null, "created_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "api_client_division_index" on "office"."api_client" ("division");`);
    this.addSql(`alter table "office"."api_client" add constraint "api_client_id_unique" unique ("client_id");`);

    this.addSql(`create table "office"."audit_entry" ("id" uuid not null, "subgraph" text not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "words" jsonb null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "title" text not null, "request_id" text not null, primary key ("id"));`);
    this.addSql(`create index "audit_entry_division_at_index" on "office"."audit_entry" ("division", "at");`);
    this.addSql(`create index "audit_entry_account_at_index" on "office"."audit_entry" ("account", "at");`);
    this.addSql(`create index "audit_entry_at_id_index" on "office"."audit_entry" ("at", "id");`);
    this.addSql(`alter table "office"."audit_entry" add constraint "audit_entry_once" unique ("stream", "version");`);

    this.addSql(`create table "office"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));`);
    this.addSql(`create index "event_at_index" on "office"."event" ("at");`);
    this.addSql(`alter table "office"."event" add constraint "event_stream_version_unique" unique ("stream", "version");`);

    this.addSql(`create table "office"."message" ("id" uuid not null, "account" uuid not null, "cause" text not null, "title" text not null, "type" text null, "stream" uuid null, "at" timestamptz not null, "read_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "message_account_at_index" on "office"."message" ("account", "at");`);
    this.addSql(`alter table "office"."message" add constraint "message_once" unique ("account", "cause");`);

    this.addSql(`create table "office"."oidc_record" ("model" text not null, "id" text not null, "payload" jsonb not null, "grant_id" text null, "uid" text null, "user_code" text null, "expires_at" timestamptz null, primary key ("model", "id"));`);
    this.addSql(`create index "oidc_record_expires_at_index" on "office"."oidc_record" ("expires_at");`);
    this.addSql(`create index "oidc_record_uid_index" on "office"."oidc_record" ("uid");`);
    this.addSql(`create index "oidc_record_grant_id_index" on "office"."oidc_record" ("grant_id");`);

    this.addSql(`create table "office"."preference" ("account" uuid not null, "key" text not null, "value" text not null, primary key ("account", "key"));`);

    this.addSql(`create table "office"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));`);
    this.addSql(`create index "reply_at_index" on "office"."reply" ("at");`);

    this.addSql(`create table "office"."role_grant" ("id" uuid not null, "account_id" uuid not null, "role" text not null, "division" text not null, "valid_from" timestamptz not null, "valid_to" timestamptz null, "reason" text not null, primary key ("id"));`);
    this.addSql(`create index "role_grant_account_id_index" on "office"."role_grant" ("account_id");`);
    this.addSql(`alter table office.role_grant add constraint role_grant_once exclude using gist
    (account_id with =, role with =, division with =, tstzrange(valid_from, valid_to) with &&);`);
    this.addSql(`alter table office.role_grant add constraint role_grant_administrators_apart exclude using gist
    (account_id with =, tstzrange(valid_from, valid_to) with &&) where (role in ('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);

    this.addSql(`create table "office"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));`);
    this.addSql(`create index "rule_code_valid_from_index" on "office"."rule" ("code", "valid_from");`);

    this.addSql(`create table "office"."signing_key" ("kid" text not null, "sealed" text not null, "created_at" timestamptz not null, primary key ("kid"));`);

    this.addSql(`create table "office"."todo" ("id" uuid not null, "stream" uuid not null, "subgraph" text not null, "type" text not null, "title" text not null, "status" text not null, "words" jsonb null, "division" text not null, "awaits" text[] not null, "resident" uuid null, "due_at" timestamptz null, "since" timestamptz not null, "version" int not null, primary key ("id"));`);
    this.addSql(`create index todo_awaits on office.todo using gin (awaits);`);
    this.addSql(`create index "todo_division_due_at_index" on "office"."todo" ("division", "due_at");`);
    this.addSql(`alter table "office"."todo" add constraint "todo_stream_unique" unique ("stream");`);

    this.addSql(`alter table "office"."account" add constraint "account_failures_counted" check (failures >= 0);`);
    this.addSql(`alter table "office"."account" add constraint "account_status_check" check ("status" in ('ACTIVE', 'DISABLED'));`);

    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_account_id_foreign" foreign key ("account_id") references "office"."account" ("id");`);
    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_period" check (valid_to is null or valid_to > valid_from);`);
    this.addSql(`alter table "office"."role_grant" add constraint "role_grant_role_check" check ("role" in ('DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_BRANCH', 'MEETING_CHAIR', 'SUPERVISION_MEMBER', 'LEGAL_SPECIALIST', 'GRID_WORKER', 'RESIDENT', 'PARTNER_ORGANIZATION', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "office"."role_grant" drop constraint "role_grant_account_id_foreign";`);

    this.addSql(`drop table if exists "office"."account" cascade;`);
    this.addSql(`drop table if exists "office"."api_client" cascade;`);
    this.addSql(`drop table if exists "office"."audit_entry" cascade;`);
    this.addSql(`drop table if exists "office"."event" cascade;`);
    this.addSql(`drop table if exists "office"."message" cascade;`);
    this.addSql(`drop table if exists "office"."oidc_record" cascade;`);
    this.addSql(`drop table if exists "office"."preference" cascade;`);
    this.addSql(`drop table if exists "office"."reply" cascade;`);
    this.addSql(`drop table if exists "office"."role_grant" cascade;`);
    this.addSql(`drop table if exists "office"."rule" cascade;`);
    this.addSql(`drop table if exists "office"."signing_key" cascade;`);
    this.addSql(`drop table if exists "office"."todo" cascade;`);

    this.addSql(`drop schema if exists "office";`);
  }

}
