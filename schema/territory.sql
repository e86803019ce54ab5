create schema if not exists "territory";
create table "territory"."building" ("id" uuid not null, "version" int not null default 0, "division" text not null, "address" text not null, "grid_id" uuid null, "cell_id" uuid null, "code_epoch" int not null default 1, "created_at" timestamptz not null, primary key ("id"));
create index "building_address_trgm" on "territory"."building" using gin ("address" public.gin_trgm_ops);
alter table "territory"."building" add constraint "building_address_unique" unique ("division", "address");

create table "territory"."division" ("id" uuid not null, "code" text not null, "version" int not null default 0, "name" text not null, "kind" text not null, "parent_code" text null, "path" text not null, "pinyin" text not null, "initials" text not null, "valid_from" text not null, "valid_to" text null, "predecessors" text[] not null, primary key ("id"));
alter table "territory"."division" add constraint "division_code_unique" unique ("code");
create index "division_initials_trgm" on "territory"."division" using gin ("initials" public.gin_trgm_ops);
create index "division_pinyin_trgm" on "territory"."division" using gin ("pinyin" public.gin_trgm_ops);
create index "division_name_trgm" on "territory"."division" using gin ("name" public.gin_trgm_ops);
create index "division_parent_code_code_index" on "territory"."division" ("parent_code", "code");
alter table "territory"."division" add constraint "division_kind_check" check ("kind" = any ('{PROVINCE,PREFECTURE,DISTRICT,SUBDISTRICT,TOWN,TOWNSHIP,SPECIAL_AREA,RESIDENTS_COMMITTEE,VILLAGERS_COMMITTEE,RESIDENTS_AREA,VILLAGERS_AREA}'::text[]));

create table "territory"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));
create index "event_at_index" on "territory"."event" ("at");
alter table "territory"."event" add constraint "event_stream_version_unique" unique ("stream", "version");

create table "territory"."grid" ("id" uuid not null, "version" int not null default 0, "division" text not null, "code" text not null, "name" text not null, "created_at" timestamptz not null, primary key ("id"));
create index "grid_division_index" on "territory"."grid" ("division");
alter table "territory"."grid" add constraint "grid_code_unique" unique ("code");

create table "territory"."cell" ("id" uuid not null, "version" int not null default 0, "division" text not null, "grid_id" uuid null, "name" text not null, "created_at" timestamptz not null, primary key ("id"));
alter table "territory"."cell" add constraint "cell_name_unique" unique ("division", "name");

create table "territory"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));
create index "reply_at_index" on "territory"."reply" ("at");

create table "territory"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));
create index "rule_code_valid_from_index" on "territory"."rule" ("code", "valid_from");

create table "territory"."community" ("id" uuid not null, "version" int not null default 0, "division" text not null, "name" text not null, "committees" text[] not null, "created_at" timestamptz not null, primary key ("id"));
create index "community_committees_gin" on "territory"."community" using gin ("committees");
create index "community_division_index" on "territory"."community" ("division");
