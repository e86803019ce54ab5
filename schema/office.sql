create schema if not exists "office";
create table "office"."account" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ACTIVE', "username" text not null, "name" text not null, "subject" text null, "division" text not null, "password" text not null, "resident" uuid null, "organization" uuid null, "failures" int not null default 0, "sign_ins" int not null default 0, "locked_until" timestamptz null, "totp" text null, "second_factor" boolean not null default false, "not_before" timestamptz null, "last_sign_in_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));
create index "account_division_index" on "office"."account" ("division");
alter table "office"."account" add constraint "account_subject_unique" unique ("subject");
alter table "office"."account" add constraint "account_username_unique" unique ("username");
alter table "office"."account" add constraint "account_failures_counted" check (failures >= 0);
alter table "office"."account" add constraint "account_status_check" check ("status" = any ('{ACTIVE,DISABLED}'::text[]));

create table "office"."api_client" ("id" uuid not null, "version" int not null default 0, "client_id" text not null, "secret_hash" text not null, "name" text not null, "division" text not null, "organization" uuid null, "scopes" text[] not null, "created_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));
create index "api_client_division_index" on "office"."api_client" ("division");
alter table "office"."api_client" add constraint "api_client_id_unique" unique ("client_id");

create table "office"."audit_entry" ("id" uuid not null, "subgraph" text not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "words" jsonb null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "title" text not null, "request_id" text not null, primary key ("id"));
create index "audit_entry_division_at_index" on "office"."audit_entry" ("division", "at");
create index "audit_entry_account_at_index" on "office"."audit_entry" ("account", "at");
create index "audit_entry_at_id_index" on "office"."audit_entry" ("at", "id");
alter table "office"."audit_entry" add constraint "audit_entry_once" unique ("stream", "version");

create table "office"."draft" ("account" uuid not null, "key" text not null, "value" text not null, "saved_at" timestamptz not null, primary key ("account", "key"));
create index "draft_saved_at_index" on "office"."draft" ("saved_at");
alter table "office"."draft" add constraint "draft_short" check (char_length(value) <= 50000);

create table "office"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));
create index "event_at_index" on "office"."event" ("at");
alter table "office"."event" add constraint "event_stream_version_unique" unique ("stream", "version");

create table "office"."export_counter" ("year" int not null, "last" int not null, primary key ("year"));

create table "office"."export_record" ("id" uuid not null, "version" int not null default 0, "number" text not null, "list" text not null, "title" text not null, "filters" text[] not null, "fields" text[] not null, "rows" int not null, "purpose" text null, "division" text not null, "account" text not null, "by" text not null, "at" timestamptz(3) not null, primary key ("id"));
create index "export_record_division_index" on "office"."export_record" ("division");
create index "export_record_account_at_index" on "office"."export_record" ("account", "at");
create index "export_record_at_id_index" on "office"."export_record" ("at", "id");
alter table "office"."export_record" add constraint "export_record_number_unique" unique ("number");
alter table "office"."export_record" add constraint "export_record_rows_bounded" check (rows >= 0 and rows <= 10000);

create table "office"."message" ("id" uuid not null, "account" uuid not null, "cause" text not null, "title" text not null, "words" jsonb null, "type" text null, "stream" uuid null, "at" timestamptz not null, "read_at" timestamptz null, primary key ("id"));
create index "message_account_at_index" on "office"."message" ("account", "at");
alter table "office"."message" add constraint "message_once" unique ("account", "cause");

create table "office"."oidc_record" ("model" text not null, "id" text not null, "payload" jsonb not null, "grant_id" text null, "uid" text null, "user_code" text null, "expires_at" timestamptz null, primary key ("model", "id"));
create index "oidc_record_expires_at_index" on "office"."oidc_record" ("expires_at");
create index "oidc_record_uid_index" on "office"."oidc_record" ("uid");
create index "oidc_record_grant_id_index" on "office"."oidc_record" ("grant_id");

create table "office"."preference" ("account" uuid not null, "key" text not null, "value" text not null, primary key ("account", "key"));

create table "office"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));
create index "reply_at_index" on "office"."reply" ("at");

create table "office"."role_grant" ("id" uuid not null, "account_id" uuid not null, "role" text not null, "division" text not null, "valid_from" timestamptz not null, "valid_to" timestamptz null, "reason" text not null, primary key ("id"));
create index "role_grant_account_id_index" on "office"."role_grant" ("account_id");
alter table office.role_grant add constraint role_grant_once exclude using gist
    (account_id with =, role with =, division with =, tstzrange(valid_from, valid_to) with &&);
alter table office.role_grant add constraint role_grant_administrators_apart exclude using gist
    (account_id with =, tstzrange(valid_from, valid_to) with &&) where (role in ('SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'));
alter table "office"."role_grant" add constraint "role_grant_period" check (valid_to is null or valid_to > valid_from);
alter table "office"."role_grant" add constraint "role_grant_role_check" check ("role" = any ('{DISTRICT_CIVIL_AFFAIRS,DISTRICT_JOINT_MEETING,DISTRICT_DEPARTMENT,DISTRICT_JUSTICE,DISTRICT_FINANCE,SUBDISTRICT_LEAD,SUBDISTRICT_OFFICER,COMMUNITY_MANAGER,COMMITTEE_SECRETARY,COMMITTEE_MEMBER,PARTY_BRANCH,MEETING_CHAIR,SUPERVISION_MEMBER,LEGAL_SPECIALIST,GRID_WORKER,RESIDENT,EVALUATOR,PARTNER_ORGANIZATION,SYS_ADMIN,SEC_ADMIN,AUDITOR}'::text[]));

create table "office"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));
create index "rule_code_valid_from_index" on "office"."rule" ("code", "valid_from");

create table "office"."saved_view" ("id" uuid not null, "version" int not null default 0, "list" text not null, "name" text not null, "state" text not null, "audience" text not null, "role" text null, "division" text not null, "account" uuid not null, "by" text not null, "created_at" timestamptz not null, primary key ("id"));
create index "saved_view_division_audience_index" on "office"."saved_view" ("division", "audience");
alter table "office"."saved_view" add constraint "saved_view_name_once" unique ("account", "list", "name");
alter table "office"."saved_view" add constraint "saved_view_state_length" check (char_length(state) <= 2000);
alter table "office"."saved_view" add constraint "saved_view_name_length" check (char_length(name) <= 20);
alter table "office"."saved_view" add constraint "saved_view_role" check ((audience = 'ROLE') = (role is not null));
alter table "office"."saved_view" add constraint "saved_view_audience_check" check ("audience" = any ('{MINE,ROLE,EVERYONE}'::text[]));
alter table "office"."saved_view" add constraint "saved_view_role_check" check ("role" = any ('{DISTRICT_CIVIL_AFFAIRS,DISTRICT_JOINT_MEETING,DISTRICT_DEPARTMENT,DISTRICT_JUSTICE,DISTRICT_FINANCE,SUBDISTRICT_LEAD,SUBDISTRICT_OFFICER,COMMUNITY_MANAGER,COMMITTEE_SECRETARY,COMMITTEE_MEMBER,PARTY_BRANCH,MEETING_CHAIR,SUPERVISION_MEMBER,LEGAL_SPECIALIST,GRID_WORKER,RESIDENT,EVALUATOR,PARTNER_ORGANIZATION,SYS_ADMIN,SEC_ADMIN,AUDITOR}'::text[]));

create table "office"."signing_key" ("kid" text not null, "sealed" text not null, "created_at" timestamptz not null, primary key ("kid"));

create table "office"."stored_file" ("id" uuid not null, "name" text not null, "type" text not null, "size" int not null, "sha256" text not null, "account" text not null, "at" timestamptz(3) not null, "kept_at" timestamptz null, primary key ("id"));
create index "stored_file_at_index" on "office"."stored_file" ("at");

create table "office"."todo" ("id" uuid not null, "stream" uuid not null, "subgraph" text not null, "type" text not null, "title" text not null, "status" text not null, "words" jsonb null, "division" text not null, "awaits" text[] not null, "resident" uuid null, "organization" uuid null, "due_at" timestamptz null, "since" timestamptz not null, "version" int not null, primary key ("id"));
create index todo_awaits on office.todo using gin (awaits);
create index "todo_division_due_at_index" on "office"."todo" ("division", "due_at");
alter table "office"."todo" add constraint "todo_stream_unique" unique ("stream");

alter table "office"."role_grant" add constraint "role_grant_account_id_foreign" foreign key ("account_id") references "office"."account" ("id");
