import { Migration } from '@mikro-orm/migrations';

export class Migration20261122042501_issues extends Migration {

  override name = 'Migration20261122042501_issues';

  override up(): void | Promise<void> {
    this.addSql(`create table "compacts"."attachment" ("id" uuid not null, "record" uuid not null, "division" text not null, "file" uuid not null, "name" text not null, "type" text not null, "size" int not null, "account" text not null, "at" timestamptz(3) not null, "hidden_for" text null, primary key ("id"));`);
    this.addSql(`create index "attachment_record_at_index" on "compacts"."attachment" ("record", "at");`);
    this.addSql(`alter table "compacts"."attachment" add constraint "attachment_file_once" unique ("file");`);

    this.addSql(`create table "compacts"."issue_comment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'SHOWN', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "issue_id" uuid not null, "addressed_to" uuid null, "author" uuid null, "account" text not null, "naming" text not null default 'OFFICERS', "public_name" text null, "body" text not null, "at" timestamptz(3) not null, "hidden_for" text null, "hidden_by" text null, "has_contested" boolean not null default false, primary key ("id"));`);
    this.addSql(`create index "issue_comment_author_index" on "compacts"."issue_comment" ("author");`);
    this.addSql(`create index "issue_comment_issue_id_at_index" on "compacts"."issue_comment" ("issue_id", "at");`);

    this.addSql(`create table "compacts"."issue_consent" ("issue_id" uuid not null, "resident" uuid not null, "at" timestamptz not null, primary key ("issue_id", "resident"));`);

    this.addSql(`create table "compacts"."issue_hold" ("issue" uuid not null, "account" text not null, "name" text not null, "until" timestamptz(3) not null, primary key ("issue"));`);

    this.addSql(`create table "compacts"."issue_raiser" ("issue_id" uuid not null, "resident" uuid not null, "via" uuid not null, "at" timestamptz not null, primary key ("issue_id", "resident"));`);
    this.addSql(`create index "issue_raiser_resident_index" on "compacts"."issue_raiser" ("resident");`);

    this.addSql(`create table "compacts"."support_offer" ("issue_id" uuid not null, "resident" uuid not null, "via" uuid not null, "at" timestamptz not null, "is_taken" boolean null, primary key ("issue_id", "resident"));`);
    this.addSql(`create index "support_offer_resident_index" on "compacts"."support_offer" ("resident");`);

    this.addSql(`alter table "compacts"."issue" drop constraint "issue_status_check";`);
    this.addSql(`drop trigger if exists "issue_kept" on "compacts"."issue";`);
    this.addSql(`drop function if exists "compacts"."issue_issue_kept_fn"();`);
    this.addSql(`alter table "compacts"."issue" add "naming" text not null default 'OFFICERS', add "public_name" text null, add "is_on_behalf" boolean not null default false, add "consent" text null, add "stands_since" timestamptz(3) null, add "screening_due_at" timestamptz null, add "returns" int not null default 0, add "screening_seconds" int null, add "rejection" text null, add "is_ruled_for" boolean null, add "ruled_by" text null, add "referred_to" text null, add "case_class" text null, add "outcome" text null, add "suspension_document" text null, add "suspended_at" timestamptz null, add "goes_on_in_id" uuid null, add "split_from_id" uuid null, add "part_texts" jsonb null, add "stood_at" text null, add "stood_seconds" int null, add "regrouped_at" timestamptz null, add "restore_asked_by" text null, add "topics" jsonb not null default '[]', add "alerted_at" timestamptz null;`);
    this.addSql(`update "compacts"."issue" set "stands_since" = "created_at";`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_goes_on_in_id_foreign" foreign key ("goes_on_in_id") references "compacts"."issue" ("id") on delete set null;`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_split_from_id_foreign" foreign key ("split_from_id") references "compacts"."issue" ("id") on delete set null;`);
    this.addSql(`create index "issue_split_from_id_index" on "compacts"."issue" ("split_from_id");`);
    this.addSql(`create index "issue_goes_on_in_id_index" on "compacts"."issue" ("goes_on_in_id");`);
    this.addSql(`create index "issue_stands_since_id_index" on "compacts"."issue" ("stands_since", "id");`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_naming_check" check ("naming" in ('PUBLIC', 'OFFICERS', 'ANONYMOUS'));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_case_class_check" check ("case_class" in ('COMPONENT', 'EVENT'));`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_status_check" check ("status" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'APPEALED', 'REFERRED', 'MERGE_PROPOSED', 'MERGED', 'SPLIT_PROPOSED', 'SPLIT', 'DELIBERATING', 'VOTING', 'ADOPTED', 'NOT_ADOPTED', 'IMPLEMENTING', 'EVALUATING', 'REWORK', 'COMPACTING', 'CONCLUDED', 'WITHDRAWN', 'SUSPENDED'));`);
    this.addSql(`create or replace function "compacts"."issue_issue_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'issue_kept' using errcode = '23514', constraint = 'issue_kept'; end if;       if new.version < old.version or (old.status in ('CONCLUDED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'issue_kept' using errcode = '23514', constraint = 'issue_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "issue_kept" BEFORE UPDATE OR DELETE on "compacts"."issue" for each ROW execute function "compacts"."issue_issue_kept_fn"();`);

    this.addSql(`alter table "compacts"."issue_comment" add constraint "issue_comment_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);
    this.addSql(`alter table "compacts"."issue_comment" add constraint "issue_comment_status_check" check ("status" in ('SHOWN', 'HIDDEN', 'CONTESTED', 'WITHDRAWN'));`);
    this.addSql(`alter table "compacts"."issue_comment" add constraint "issue_comment_naming_check" check ("naming" in ('PUBLIC', 'OFFICERS', 'ANONYMOUS'));`);
    this.addSql(`create or replace function "compacts"."issue_comment_comment_bound_fn"() returns trigger as \$\$ begin if (new.issue_id, new.author, new.account, new.body, new.at) is distinct from (old.issue_id, old.author, old.account, old.body, old.at) then raise exception 'comment_bound' using errcode = '23514', constraint = 'comment_bound'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "comment_bound" BEFORE UPDATE on "compacts"."issue_comment" for each ROW execute function "compacts"."issue_comment_comment_bound_fn"();`);
    this.addSql(`create or replace function "compacts"."issue_comment_issue_comment_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'issue_comment_kept' using errcode = '23514', constraint = 'issue_comment_kept'; end if;       if new.version < old.version or (old.status in ('WITHDRAWN') and new.status <> old.status) then raise exception 'issue_comment_kept' using errcode = '23514', constraint = 'issue_comment_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "issue_comment_kept" BEFORE UPDATE OR DELETE on "compacts"."issue_comment" for each ROW execute function "compacts"."issue_comment_issue_comment_kept_fn"();`);

    this.addSql(`alter table "compacts"."issue_consent" add constraint "issue_consent_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);

    this.addSql(`alter table "compacts"."issue_raiser" add constraint "issue_raiser_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);

    this.addSql(`alter table "compacts"."support_offer" add constraint "support_offer_issue_id_foreign" foreign key ("issue_id") references "compacts"."issue" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "compacts"."attachment" cascade;`);
    this.addSql(`drop trigger if exists "comment_bound" on "compacts"."issue_comment";`);
    this.addSql(`drop function if exists "compacts"."issue_comment_comment_bound_fn"();`);
    this.addSql(`drop trigger if exists "issue_comment_kept" on "compacts"."issue_comment";`);
    this.addSql(`drop function if exists "compacts"."issue_comment_issue_comment_kept_fn"();`);
    this.addSql(`drop table if exists "compacts"."issue_comment" cascade;`);
    this.addSql(`drop table if exists "compacts"."issue_consent" cascade;`);
    this.addSql(`drop table if exists "compacts"."issue_hold" cascade;`);
    this.addSql(`drop table if exists "compacts"."issue_raiser" cascade;`);
    this.addSql(`drop table if exists "compacts"."support_offer" cascade;`);

    this.addSql(`alter table "compacts"."issue" drop constraint "issue_goes_on_in_id_foreign";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_split_from_id_foreign";`);

    this.addSql(`drop index "compacts"."issue_split_from_id_index";`);
    this.addSql(`drop index "compacts"."issue_goes_on_in_id_index";`);
    this.addSql(`drop index "compacts"."issue_stands_since_id_index";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_naming_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_case_class_check";`);
    this.addSql(`alter table "compacts"."issue" drop constraint "issue_status_check";`);
    this.addSql(`drop trigger if exists "issue_kept" on "compacts"."issue";`);
    this.addSql(`drop function if exists "compacts"."issue_issue_kept_fn"();`);
    this.addSql(`alter table "compacts"."issue" drop column "naming", drop column "public_name", drop column "is_on_behalf", drop column "consent", drop column "stands_since", drop column "screening_due_at", drop column "returns", drop column "screening_seconds", drop column "rejection", drop column "is_ruled_for", drop column "ruled_by", drop column "referred_to", drop column "case_class", drop column "outcome", drop column "suspension_document", drop column "suspended_at", drop column "goes_on_in_id", drop column "split_from_id", drop column "part_texts", drop column "stood_at", drop column "stood_seconds", drop column "regrouped_at", drop column "restore_asked_by", drop column "topics", drop column "alerted_at";`);
    this.addSql(`alter table "compacts"."issue" add constraint "issue_status_check" check ("status" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'APPEALED', 'REFERRED', 'DELIBERATING', 'VOTING', 'ADOPTED', 'NOT_ADOPTED', 'IMPLEMENTING', 'EVALUATING', 'REWORK', 'COMPACTING', 'CONCLUDED', 'WITHDRAWN', 'SUSPENDED'));`);
    this.addSql(`create or replace function "compacts"."issue_issue_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'issue_kept' using errcode = '23514', constraint = 'issue_kept'; end if;       if new.version < old.version or (old.status in ('REFERRED', 'CONCLUDED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'issue_kept' using errcode = '23514', constraint = 'issue_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "issue_kept" BEFORE DELETE OR UPDATE on "compacts"."issue" for each ROW execute function "compacts"."issue_issue_kept_fn"();`);
  }

}
