import { Migration } from '@mikro-orm/migrations';

export class Migration20261122103714_enclosures extends Migration {

  override name = 'Migration20261122103714_enclosures';

  override up(): void | Promise<void> {
    this.addSql(`create table "organizations"."enclosure" ("id" uuid not null, "record" uuid not null, "file" uuid not null, "name" text not null, "type" text not null, "size" int not null, "evidence" text null, "account" uuid not null, "at" timestamptz(3) not null, "since" int not null, "until" int null, primary key ("id"));`);
    this.addSql(`create index "enclosure_record_at_index" on "organizations"."enclosure" ("record", "at");`);
    this.addSql(`alter table "organizations"."enclosure" add constraint "enclosure_once" unique ("file");`);

    this.addSql(`alter table "organizations"."grant_application" add "is_taken_over" boolean not null default false;`);
    this.addSql(`drop index "organizations"."grant_application_once";`);
    this.addSql(`create unique index "grant_application_once" on "organizations"."grant_application" ("round_id", "organization") where status <> 'WITHDRAWN' and not is_taken_over;`);

    this.addSql(`alter table "organizations"."enclosure" add constraint "enclosure_evidence_check" check ("evidence" in ('REGISTRATION', 'FINANCE', 'TAX', 'EQUIPMENT', 'CREDIT'));`);
    this.addSql(`create or replace function "organizations"."enclosure_enclosure_kept_fn"() returns trigger as \$\$ begin declare a organizations.grant_application; r uuid; begin
      if tg_op = 'DELETE' then r := old.record; else r := new.record; end if;       select * into a from organizations.grant_application where id = r;       if found and a.status not in ('DRAFT', 'MORE_INFO') then raise exception 'enclosure_kept' using errcode = '23514', constraint = 'enclosure_kept'; end if;       if tg_op = 'INSERT' then
        if found and new.since <> a.revision + 1 then raise exception 'enclosure_kept' using errcode = '23514', constraint = 'enclosure_kept'; end if;         return new;       end if;       if not found or (tg_op = 'DELETE' and old.since <= a.revision) then raise exception 'enclosure_kept' using errcode = '23514', constraint = 'enclosure_kept'; end if;       if tg_op = 'DELETE' then return old; end if;       if (new.record, new.file, new.name, new.type, new.size, new.evidence, new.account, new.at, new.since) is distinct from (old.record, old.file, old.name, old.type, old.size, old.evidence, old.account, old.at, old.since) or old.until is not null or new.until is distinct from a.revision then raise exception 'enclosure_kept' using errcode = '23514', constraint = 'enclosure_kept'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "enclosure_kept" BEFORE INSERT OR UPDATE OR DELETE on "organizations"."enclosure" for each ROW execute function "organizations"."enclosure_enclosure_kept_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "enclosure_kept" on "organizations"."enclosure";`);
    this.addSql(`drop function if exists "organizations"."enclosure_enclosure_kept_fn"();`);
    this.addSql(`drop table if exists "organizations"."enclosure" cascade;`);

    this.addSql(`drop index "organizations"."grant_application_once";`);
    this.addSql(`alter table "organizations"."grant_application" drop column "is_taken_over";`);
    this.addSql(`create unique index "grant_application_once" on "organizations"."grant_application" ("round_id", "organization") where status <> 'WITHDRAWN';`);
  }

}
