import { Migration } from '@mikro-orm/migrations';

export class Migration20261122073616_initial extends Migration {

  override name = 'Migration20261122073616_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "organizations";`);
    this.addSql(`create table "organizations"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));`);
    this.addSql(`create index "event_at_index" on "organizations"."event" ("at");`);
    this.addSql(`alter table "organizations"."event" add constraint "event_stream_version_unique" unique ("stream", "version");`);

    this.addSql(`create table "organizations"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));`);
    this.addSql(`create index "reply_at_index" on "organizations"."reply" ("at");`);

    this.addSql(`create table "organizations"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));`);
    this.addSql(`create index "rule_code_valid_from_index" on "organizations"."rule" ("code", "valid_from");`);

    this.addSql(`create table "organizations"."social_organization" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'REGISTERED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "code" text not null, "code_reason" text null, "name" text not null, "kind" text not null, "registered_on" date null, "purpose" text null, "address" text null, "grade" text null, "grade_until" date null, "successor" uuid null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "social_organization_successor_index" on "organizations"."social_organization" ("successor");`);
    this.addSql(`create index "social_organization_division_status_name_index" on "organizations"."social_organization" ("division", "status", "name");`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "organization_code_once" unique ("code");`);

    this.addSql(`alter table "organizations"."social_organization" add constraint "organization_grade" check ((grade is null) = (grade_until is null));`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "organization_successor" check ((status = 'MERGED') = (successor is not null) and successor is distinct from id);`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_status_check" check ("status" in ('REGISTERED', 'LIQUIDATING', 'DEREGISTERED', 'REVOKED', 'MERGED', 'DIVIDED'));`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_kind_check" check ("kind" in ('ASSOCIATION', 'SERVICE_AGENCY', 'FOUNDATION', 'OTHER'));`);
    this.addSql(`alter table "organizations"."social_organization" add constraint "social_organization_grade_check" check ("grade" in ('A1', 'A2', 'A3', 'A4', 'A5'));`);
    this.addSql(`create or replace function "organizations"."social_organization_social_organization_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'social_organization_kept' using errcode = '23514', constraint = 'social_organization_kept'; end if;       if new.version < old.version or (old.status in ('DEREGISTERED', 'REVOKED', 'MERGED', 'DIVIDED') and new.status <> old.status) then raise exception 'social_organization_kept' using errcode = '23514', constraint = 'social_organization_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "social_organization_kept" BEFORE UPDATE OR DELETE on "organizations"."social_organization" for each ROW execute function "organizations"."social_organization_social_organization_kept_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "organizations"."event" cascade;`);
    this.addSql(`drop table if exists "organizations"."reply" cascade;`);
    this.addSql(`drop table if exists "organizations"."rule" cascade;`);
    this.addSql(`drop trigger if exists "social_organization_kept" on "organizations"."social_organization";`);
    this.addSql(`drop function if exists "organizations"."social_organization_social_organization_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."social_organization" cascade;`);

    this.addSql(`drop schema if exists "organizations";`);
  }

}
