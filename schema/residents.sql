create schema if not exists "residents";
create table "residents"."access" ("id" uuid not null, "resident" uuid not null, "division" text not null, "field" text not null, "reason" text not null, "by" text not null, "account" text null, "role" text not null, "approval" uuid null, "at" timestamptz(3) not null, primary key ("id"));
create index "access_resident_at_index" on "residents"."access" ("resident", "at");
alter table "residents"."access" add constraint "access_field_check" check ("field" = any ('{NAME,ID_NUMBER,PHONE,BIRTH_DATE,ADDRESS}'::text[]));

create table "residents"."consent" ("id" uuid not null, "version" int not null default 0, "division" text not null, "resident" uuid not null, "purpose" text not null, "notice_version" text not null, "channel" text not null, "guardian" uuid null, "given_at" timestamptz not null, "withdrawn_at" timestamptz null, primary key ("id"));
create unique index "consent_open_unique" on "residents"."consent" ("resident", "purpose") where "withdrawn_at" is null;
create index "consent_resident_purpose_index" on "residents"."consent" ("resident", "purpose");
alter table "residents"."consent" add constraint "consent_purpose_check" check ("purpose" = any ('{SERVICE_CONTACT,PARTNER_CONTACT,CARE_VISIT,SAFETY_ALERT,PUBLIC_NAME}'::text[]));
alter table "residents"."consent" add constraint "consent_channel_check" check ("channel" = any ('{APP,PAPER}'::text[]));

create table "residents"."data_request" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'SUBMITTED', "previous_status" text null, "division" text not null, "resident" uuid not null, "kind" text not null, "wording" text null, "on_behalf" boolean not null default false, "refused_by" text null, "basis" text not null, "due_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));
create index "data_request_resident_index" on "residents"."data_request" ("resident");
create index "data_request_division_status_id_index" on "residents"."data_request" ("division", "status", "id");
alter table "residents"."data_request" add constraint "data_request_status_check" check ("status" = any ('{SUBMITTED,PROCESSING,REFUSED,REVIEWING,FULFILLED,UPHELD,WITHDRAWN}'::text[]));
alter table "residents"."data_request" add constraint "data_request_kind_check" check ("kind" = any ('{READ,COPY,CORRECT,DELETE,EXPLAIN}'::text[]));

create table "residents"."dwelling" ("id" uuid not null, "version" int not null default 0, "division" text not null, "building_id" uuid null, "address" text not null, "room" text not null, "created_at" timestamptz not null, primary key ("id"));
alter table "residents"."dwelling" add constraint "dwelling_door_unique" unique ("division", "address", "room");

create table "residents"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));
create index "event_at_index" on "residents"."event" ("at");
alter table "residents"."event" add constraint "event_stream_version_unique" unique ("stream", "version");

create table "residents"."guardian" ("id" uuid not null, "version" int not null default 0, "division" text not null, "ward" uuid not null, "guardian_resident" uuid null, "name" text not null, "phone_sealed" text null, "created_at" timestamptz not null, "ended_on" text null, primary key ("id"));
create index "guardian_guardian_resident_index" on "residents"."guardian" ("guardian_resident");
create index "guardian_ward_index" on "residents"."guardian" ("ward");

create table "residents"."household" ("id" uuid not null, "version" int not null default 0, "division" text not null, "dwelling_id" uuid not null, "representative_id" uuid null, "created_at" timestamptz not null, primary key ("id"));
create index "household_dwelling_id_index" on "residents"."household" ("dwelling_id");
create index "household_division_id_index" on "residents"."household" ("division", "id");

create table "residents"."import_part" ("run" uuid not null, "place" int not null, "sealed" text not null, primary key ("run", "place"));

create table "residents"."import_row" ("run" uuid not null, "line" int not null, "sealed" text not null, "errors" jsonb not null, "has_errors" boolean not null default false, primary key ("run", "line"));
create index "import_row_run_has_errors_line_index" on "residents"."import_row" ("run", "has_errors", "line");

create table "residents"."import_run" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'UPLOADING', "previous_status" text null, "division" text not null, "file_name" text not null, "parts" int not null, "received" int not null default 0, "rows" int not null default 0, "done" int not null default 0, "valid" int not null default 0, "invalid" int not null default 0, "created" int not null default 0, "updated" int not null default 0, "unchanged" int not null default 0, "problem" text null, "headings" jsonb not null default '[]', "matched" jsonb not null default '{}', "key" text not null, "reached" int not null default 0, "moved_at" timestamptz null, "due_at" timestamptz null, "ended_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));
create index "import_run_division_created_at_index" on "residents"."import_run" ("division", "created_at");
alter table "residents"."import_run" add constraint "import_run_parts" check (parts >= 1 and parts <= 64);
alter table "residents"."import_run" add constraint "import_run_status_check" check ("status" = any ('{UPLOADING,CHECKING,MAPPING,CHECKED,RUNNING,DONE,UNREADABLE,DISCARDED}'::text[]));

create table "residents"."person_key" ("person" uuid not null, "wrapped" text not null, primary key ("person"));

create table "residents"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));
create index "reply_at_index" on "residents"."reply" ("at");

create table "residents"."resident" ("id" uuid not null, "version" int not null default 0, "division" text not null, "grid" text null, "household_id" uuid null, "name" text not null, "paper" text not null, "id_sealed" text null, "id_index" text null, "phone_sealed" text null, "phone_index" text null, "birth_date" text not null, "sex" text null, "residence" text not null, "relation" text not null, "ended_as" text null, "ended_on" text null, "created_at" timestamptz not null, primary key ("id"));
create index "resident_name_trgm" on "residents"."resident" using gin ("name" public.gin_trgm_ops);
create unique index "resident_number_unique" on "residents"."resident" ("id_index") where "id_index" is not null;
create index "resident_phone_index_index" on "residents"."resident" ("phone_index");
create index "resident_grid_index" on "residents"."resident" ("grid");
create index "resident_household_id_index" on "residents"."resident" ("household_id");
create index "resident_division_name_id_index" on "residents"."resident" ("division", "name", "id");
alter table "residents"."resident" add constraint "resident_paper_check" check ("paper" = any ('{RESIDENT_ID,RESIDENCE_PERMIT,HK_MACAO_PERMIT,TAIWAN_PERMIT,FOREIGN_PERMANENT,PASSPORT}'::text[]));
alter table "residents"."resident" add constraint "resident_sex_check" check ("sex" = any ('{MALE,FEMALE}'::text[]));
alter table "residents"."resident" add constraint "resident_residence_check" check ("residence" = any ('{REGISTERED,PERMANENT,MIGRANT}'::text[]));
alter table "residents"."resident" add constraint "resident_relation_check" check ("relation" = any ('{HEAD,SPOUSE,CHILD,PARENT,GRANDCHILD,OTHER}'::text[]));
alter table "residents"."resident" add constraint "resident_ended_as_check" check ("ended_as" = any ('{MOVED_OUT,DECEASED,ERASED}'::text[]));

create table "residents"."representative" ("id" uuid not null, "version" int not null default 0, "division" text not null, "resident" uuid not null, "group" text not null, "valid_from" text not null, "valid_to" text not null, "told" text not null default 'NOTHING', "created_at" timestamptz not null, primary key ("id"));
create index "representative_resident_index" on "residents"."representative" ("resident");
create index "representative_division_valid_to_index" on "residents"."representative" ("division", "valid_to");
alter table "residents"."representative" add constraint "representative_term_order" check (valid_to >= valid_from);

create table "residents"."reveal_request" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REQUESTED', "previous_status" text null, "division" text not null, "resident" uuid not null, "field" text not null, "reason" text not null, "account" text not null, "by" text not null, "due_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));
create index "reveal_request_status_due_at_index" on "residents"."reveal_request" ("status", "due_at");
create index "reveal_request_division_status_index" on "residents"."reveal_request" ("division", "status");
alter table "residents"."reveal_request" add constraint "reveal_request_status_check" check ("status" = any ('{REQUESTED,APPROVED,USED,REFUSED,LAPSED}'::text[]));
alter table "residents"."reveal_request" add constraint "reveal_request_field_check" check ("field" = any ('{NAME,ID_NUMBER,PHONE,BIRTH_DATE,ADDRESS}'::text[]));

create table "residents"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));
create index "rule_code_valid_from_index" on "residents"."rule" ("code", "valid_from");
