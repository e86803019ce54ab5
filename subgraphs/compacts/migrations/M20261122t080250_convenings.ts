import { Migration } from '@mikro-orm/migrations';

export class Migration20261122080250_convenings extends Migration {

  override name = 'Migration20261122080250_convenings';

  override up(): void | Promise<void> {
    this.addSql(`create table "compacts"."convening" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'GATHERING', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "ground" text not null, "type" text not null, "issue_id" uuid null, "author" uuid null, "reason" text null, "stretch" text null, "ends_at" timestamptz null, "meeting_id" uuid null, "reached_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create unique index "convening_open_once" on "compacts"."convening" ("issue_id", "type") where "status" in ('GATHERING', 'DUE', 'CALLED');`);
    this.addSql(`create index "convening_meeting_id_index" on "compacts"."convening" ("meeting_id");`);
    this.addSql(`create index "convening_issue_id_index" on "compacts"."convening" ("issue_id");`);
    this.addSql(`create index "convening_division_status_created_at_index" on "compacts"."convening" ("division", "status", "created_at");`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_due_once" unique ("division", "type", "stretch");`);

    this.addSql(`create table "compacts"."convening_signer" ("convening_id" uuid not null, "resident" uuid not null, "by" text not null, "at" timestamptz not null, primary key ("convening_id", "resident"));`);

    this.addSql(`alter table "compacts"."convening" add constraint "convening_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id") on delete no action;`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_meeting_id_foreign" foreign key ("meeting_id") references "compacts"."meeting" ("id") on delete no action;`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_ground" check (case ground when 'REQUEST' then num_nonnulls(issue_id, author, reason) = 3 and stretch is null else author is null and stretch is not null end);`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_status_check" check ("status" in ('GATHERING', 'DUE', 'CALLED', 'HELD', 'WITHDRAWN', 'LAPSED'));`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_ground_check" check ("ground" in ('REQUEST', 'LAW'));`);
    this.addSql(`alter table "compacts"."convening" add constraint "convening_type_check" check ("type" in ('RESIDENTS', 'REPRESENTATIVES'));`);
    this.addSql(`create or replace function "compacts"."convening_convening_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'convening_kept' using errcode = '23514', constraint = 'convening_kept'; end if;       if new.version < old.version or (old.status in ('HELD', 'WITHDRAWN', 'LAPSED') and new.status <> old.status) then raise exception 'convening_kept' using errcode = '23514', constraint = 'convening_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "convening_kept" BEFORE UPDATE OR DELETE on "compacts"."convening" for each ROW execute function "compacts"."convening_convening_kept_fn"();`);

    this.addSql(`alter table "compacts"."convening_signer" add constraint "convening_signer_convening_id_foreign" foreign key ("convening_id") references "compacts"."convening" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "compacts"."convening_signer" drop constraint "convening_signer_convening_id_foreign";`);

    this.addSql(`drop trigger if exists "convening_kept" on "compacts"."convening";`);
    this.addSql(`drop function if exists "compacts"."convening_convening_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."convening" cascade;`);
    this.addSql(`drop table if exists "compacts"."convening_signer" cascade;`);
  }

}
