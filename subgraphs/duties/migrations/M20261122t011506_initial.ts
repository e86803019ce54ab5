import { Migration } from '@mikro-orm/migrations';

export class Migration20261122011506_initial extends Migration {

  override name = 'Migration20261122011506_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "duties";`);
    this.addSql(`create table "duties"."department" ("id" uuid not null, "division" text not null, "name" text not null, "code" text not null, "level" text not null, primary key ("id"));`);
    this.addSql(`alter table "duties"."department" add constraint "department_name_once" unique ("division", "name");`);
    this.addSql(`alter table "duties"."department" add constraint "department_code_once" unique ("division", "code");`);

    this.addSql(`create table "duties"."duty_list" ("id" uuid not null, "division" text not null, "type" text not null, primary key ("id"));`);
    this.addSql(`alter table "duties"."duty_list" add constraint "duty_list_once" unique ("division", "type");`);

    this.addSql(`create table "duties"."duty_list_version" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'COMPILING', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "list_id" uuid not null, "year" int not null, "number" int not null, "based_on_id" uuid null, "solicited_at" timestamptz null, "deliberation" text null, "deliberated_at" timestamptz null, "document_number" text null, "published_at" timestamptz null, "effective_on" date null, "in_force_at" timestamptz null, "ended_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "duty_list_version_division_status_created_at_index" on "duties"."duty_list_version" ("division", "status", "created_at");`);
    this.addSql(`create unique index "duty_version_published_once" on "duties"."duty_list_version" ("list_id") where "status" = 'PUBLISHED';`);
    this.addSql(`create unique index "duty_version_in_force_once" on "duties"."duty_list_version" ("list_id") where "status" = 'IN_FORCE';`);
    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_version_number_once" unique ("list_id", "number");`);

    this.addSql(`create table "duties"."duty_item" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'LISTED', "previous_status" text null, "division" text not null, "organization" uuid null, "due_at" timestamptz null, "list_version_id" uuid not null, "origin_id" uuid null, "position" int not null, "code" text not null, "name" text not null, "category" text not null, "performer" text not null, "partners" text null, "content" text not null, "standard" text null, "frequency" text null, "time_limit" text null, "materials" text null, "funding_source" text null, "funding" int null, "accounting_unit" text null, "staffing" text null, "valid_from" date not null, "valid_to" date null, "admission_document" text null, "remark" text null, primary key ("id"));`);
    this.addSql(`create index "duty_item_organization_index" on "duties"."duty_item" ("organization");`);
    this.addSql(`create index "duty_item_origin_id_index" on "duties"."duty_item" ("origin_id");`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_code_once" unique ("list_version_id", "code");`);

    this.addSql(`create table "duties"."certificate_request" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ASKED', "previous_status" text null, "division" text not null, "due_at" timestamptz null, "item_id" uuid null, "matter" text not null, "name" text not null, "resident" uuid null, "receiver" text not null, "purpose" text not null, "number" text null, "facts" text null, "refusal" text null, "referral" text null, "decided_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "certificate_request_resident_index" on "duties"."certificate_request" ("resident");`);
    this.addSql(`create index "certificate_request_division_status_created_at_index" on "duties"."certificate_request" ("division", "status", "created_at");`);
    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_number_once" unique ("division", "number");`);

    this.addSql(`create table "duties"."duty_task" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'ISSUED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "item_id" uuid not null, "batch" uuid not null, "kind" text not null, "title" text not null, "standard" text not null, "period_from" date null, "period_to" date null, "due_on" date not null, "issued_by" text not null, "report" text null, "submitted_at" timestamptz null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "duty_task_division_status_created_at_index" on "duties"."duty_task" ("division", "status", "created_at");`);
    this.addSql(`create index "duty_task_organization_created_at_index" on "duties"."duty_task" ("organization", "created_at");`);
    this.addSql(`create index "duty_task_item_id_status_index" on "duties"."duty_task" ("item_id", "status");`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_batch_once" unique ("batch", "division");`);

    this.addSql(`create table "duties"."duty_objection" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'RAISED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "task_id" uuid null, "side" text not null, "resident" uuid null, "raised_by" text not null, "ground" text not null, "statement" text not null, "reply_number" text null, "answer_until" timestamptz null, "answer" text null, "answered_at" timestamptz null, "decision" text null, "effects" text[] not null, "circular" text null, "decided_at" timestamptz null, "decided_by" text null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "duty_objection_task_id_index" on "duties"."duty_objection" ("task_id");`);
    this.addSql(`create index "duty_objection_organization_created_at_index" on "duties"."duty_objection" ("organization", "created_at");`);
    this.addSql(`create index "duty_objection_division_status_created_at_index" on "duties"."duty_objection" ("division", "status", "created_at");`);
    this.addSql(`create unique index "objection_open_once" on "duties"."duty_objection" ("task_id") where "status" in ('RAISED', 'ACCEPTED', 'INVESTIGATING');`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "reply_number_once" unique ("division", "reply_number");`);

    this.addSql(`create table "duties"."event" ("id" uuid not null, "stream" uuid not null, "type" text not null, "version" int not null, "action" text not null, "from" text null, "to" text null, "by" text not null, "account" text null, "role" text null, "division" text not null, "at" timestamptz(3) not null, "reason" text null, "data" jsonb null, "request_id" text not null, "previous_hash" text null, "hash" text not null, primary key ("id"));`);
    this.addSql(`create index "event_at_index" on "duties"."event" ("at");`);
    this.addSql(`alter table "duties"."event" add constraint "event_stream_version_unique" unique ("stream", "version");`);

    this.addSql(`create table "duties"."funding_commitment" ("id" uuid not null, "version" int not null default 0, "status" text not null default 'PROMISED', "previous_status" text null, "division" text not null, "organization" uuid not null, "due_at" timestamptz null, "application" uuid null, "list_id" uuid null, "item_code" text null, "year" int not null, "amount" int not null, "created_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "funding_commitment_division_status_created_at_index" on "duties"."funding_commitment" ("division", "status", "created_at");`);
    this.addSql(`create index "funding_commitment_application_index" on "duties"."funding_commitment" ("application");`);
    this.addSql(`create index "funding_commitment_list_id_item_code_year_index" on "duties"."funding_commitment" ("list_id", "item_code", "year");`);

    this.addSql(`create table "duties"."legal_basis" ("id" uuid not null, "item_id" uuid not null, "position" int not null, "law" text not null, "article" text not null, "level" text not null, "in_force_from" date not null, "in_force_to" date null, "link" text null, primary key ("id"));`);
    this.addSql(`alter table "duties"."legal_basis" add constraint "legal_basis_position_once" unique ("item_id", "position");`);

    this.addSql(`create table "duties"."list_opinion" ("id" uuid not null, "list_version_id" uuid not null, "item_code" text null, "by" text not null, "account" text null, "body" text not null, "at" timestamptz(3) not null, "answer" text null, "answered_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "list_opinion_list_version_id_at_index" on "duties"."list_opinion" ("list_version_id", "at");`);

    this.addSql(`create table "duties"."off_list_attempt" ("id" uuid not null, "division" text not null, "organization" uuid not null, "item" uuid null, "title" text not null, "refusal" text not null, "by" text not null, "account" text null, "at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "off_list_attempt_division_at_index" on "duties"."off_list_attempt" ("division", "at");`);
    this.addSql(`create index "off_list_attempt_organization_at_index" on "duties"."off_list_attempt" ("organization", "at");`);

    this.addSql(`create table "duties"."paper_counter" ("division" text not null, "year" int not null, "kind" text not null, "last" int not null, primary key ("division", "year", "kind"));`);

    this.addSql(`create table "duties"."reply" ("caller" text not null, "key" text not null, "digest" text not null, "answer" jsonb null, "at" timestamptz not null, primary key ("caller", "key"));`);
    this.addSql(`create index "reply_at_index" on "duties"."reply" ("at");`);

    this.addSql(`create table "duties"."rule" ("code" text not null, "division" text not null, "valid_from" text not null, "value" jsonb not null, "basis" text not null, primary key ("code", "division", "valid_from"));`);
    this.addSql(`create index "rule_code_valid_from_index" on "duties"."rule" ("code", "valid_from");`);

    this.addSql(`create table "duties"."task_datum" ("id" uuid not null, "task_id" uuid not null, "position" int not null, "name" text not null, "caliber" text null, "key" text not null, "answer" text null, primary key ("id"));`);
    this.addSql(`create index "task_datum_key_index" on "duties"."task_datum" ("key");`);
    this.addSql(`alter table "duties"."task_datum" add constraint "task_datum_once" unique ("task_id", "key");`);

    this.addSql(`create table "duties"."task_repeat" ("task_id" uuid not null, "earlier_id" uuid not null, "organization" uuid not null, "names" text[] not null, primary key ("task_id", "earlier_id"));`);
    this.addSql(`create index "task_repeat_earlier_id_organization_index" on "duties"."task_repeat" ("earlier_id", "organization");`);

    this.addSql(`alter table "duties"."department" add constraint "department_level_check" check ("level" in ('CITY', 'DISTRICT', 'TOWN'));`);

    this.addSql(`alter table "duties"."duty_list" add constraint "duty_list_type_check" check ("type" in ('SELF_GOVERNANCE', 'ASSIST_GOVERNMENT', 'CERTIFICATE', 'TOWN_BASIC', 'TOWN_COOPERATE', 'TOWN_WITHDRAWN', 'NEGATIVE'));`);

    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_list_version_list_id_foreign" foreign key ("list_id") references "duties"."duty_list" ("id");`);
    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_list_version_based_on_id_foreign" foreign key ("based_on_id") references "duties"."duty_list_version" ("id") on delete no action;`);
    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_version_in_force" check (status <> 'IN_FORCE' or in_force_at is not null);`);
    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_version_published" check (not (status in ('PUBLISHED', 'IN_FORCE', 'SUPERSEDED')) or (published_at is not null and effective_on is not null and document_number is not null));`);
    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_version_year" check (year >= 2000 and year <= 2100);`);
    this.addSql(`alter table "duties"."duty_list_version" add constraint "duty_list_version_status_check" check ("status" in ('COMPILING', 'SOLICITING', 'DELIBERATED', 'PUBLISHED', 'IN_FORCE', 'SUPERSEDED', 'REPEALED'));`);
    this.addSql(`create or replace function "duties"."duty_list_version_version_fixed_fn"() returns trigger as \$\$ begin if (new.list_id, new.division, new.number, new.year, new.created_at) is distinct from (old.list_id, old.division, old.number, old.year, old.created_at) then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if old.status not in ('COMPILING', 'SOLICITING', 'DELIBERATED') and ((new.document_number, new.effective_on, new.published_at, new.deliberation, new.deliberated_at) is distinct from (old.document_number, old.effective_on, old.published_at, old.deliberation, old.deliberated_at)
        or new.status in ('COMPILING', 'SOLICITING', 'DELIBERATED')) then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       if new.status = 'IN_FORCE' and old.status not in ('PUBLISHED', 'IN_FORCE') then raise exception 'version_fixed' using errcode = '23514', constraint = 'version_fixed'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "version_fixed" BEFORE UPDATE on "duties"."duty_list_version" for each ROW execute function "duties"."duty_list_version_version_fixed_fn"();`);
    this.addSql(`create or replace function "duties"."duty_list_version_duty_list_version_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'duty_list_version_kept' using errcode = '23514', constraint = 'duty_list_version_kept'; end if;       if new.version < old.version or (old.status in ('SUPERSEDED', 'REPEALED') and new.status <> old.status) then raise exception 'duty_list_version_kept' using errcode = '23514', constraint = 'duty_list_version_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "duty_list_version_kept" BEFORE UPDATE OR DELETE on "duties"."duty_list_version" for each ROW execute function "duties"."duty_list_version_duty_list_version_kept_fn"();`);

    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_list_version_id_foreign" foreign key ("list_version_id") references "duties"."duty_list_version" ("id");`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_origin_id_foreign" foreign key ("origin_id") references "duties"."duty_item" ("id") on delete no action;`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_money" check (funding is null or funding >= 0);`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_days" check (valid_to is null or valid_to >= valid_from);`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_status_check" check ("status" in ('LISTED', 'SUSPENDED', 'ADJUSTING', 'WITHDRAWN'));`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_category_check" check ("category" in ('SELF_GOVERNANCE', 'PUBLIC_SERVICE', 'PUBLIC_MANAGEMENT', 'PUBLIC_SAFETY', 'RIGHTS_PROTECTION', 'CERTIFICATION'));`);
    this.addSql(`alter table "duties"."duty_item" add constraint "duty_item_performer_check" check ("performer" in ('RESIDENTS_COMMITTEE', 'VILLAGERS_COMMITTEE', 'EITHER', 'TOWN'));`);
    this.addSql(`create or replace function "duties"."duty_item_item_fixed_fn"() returns trigger as \$\$ begin if tg_op = 'UPDATE' and not ((new.list_version_id, new.origin_id, new.division, new.organization, new.position, new.code, new.name, new.category, new.performer, new.partners, new.content, new.standard, new.frequency, new.time_limit, new.materials, new.funding_source, new.funding, new.accounting_unit, new.staffing, new.valid_from, new.valid_to, new.admission_document, new.remark) is distinct from (old.list_version_id, old.origin_id, old.division, old.organization, old.position, old.code, old.name, old.category, old.performer, old.partners, old.content, old.standard, old.frequency, old.time_limit, old.materials, old.funding_source, old.funding, old.accounting_unit, old.staffing, old.valid_from, old.valid_to, old.admission_document, old.remark)) then return new; end if;       if not exists (select 1 from duties.duty_list_version v where v.id = coalesce(new.list_version_id, old.list_version_id) and v.status = 'COMPILING' for share) then raise exception 'item_fixed' using errcode = '23514', constraint = 'item_fixed'; end if;       return coalesce(new, old); end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "item_fixed" BEFORE INSERT OR UPDATE OR DELETE on "duties"."duty_item" for each ROW execute function "duties"."duty_item_item_fixed_fn"();`);
    this.addSql(`create or replace function "duties"."duty_item_duty_item_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then if old.version > 0 then raise exception 'duty_item_kept' using errcode = '23514', constraint = 'duty_item_kept'; end if; return old; end if;       if new.version < old.version or (old.status in ('WITHDRAWN') and new.status <> old.status) then raise exception 'duty_item_kept' using errcode = '23514', constraint = 'duty_item_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "duty_item_kept" BEFORE UPDATE OR DELETE on "duties"."duty_item" for each ROW execute function "duties"."duty_item_duty_item_kept_fn"();`);

    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_request_item_id_foreign" foreign key ("item_id") references "duties"."duty_item" ("id") on delete no action;`);
    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_decided" check ((status in ('ISSUED', 'REFUSED')) = (number is not null and decided_at is not null)
    and (status <> 'ISSUED' or (item_id is not null and facts is not null))
    and (status = 'REFUSED') = (refusal is not null and referral is not null));`);
    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_request_status_check" check ("status" in ('ASKED', 'ISSUED', 'REFUSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "duties"."certificate_request" add constraint "certificate_request_refusal_check" check ("refusal" in ('OFF_LIST', 'UNVERIFIED'));`);
    this.addSql(`create or replace function "duties"."certificate_request_certificate_listed_fn"() returns trigger as \$\$ begin declare i duties.duty_item; begin
      if new.status <> 'ISSUED' or (tg_op = 'UPDATE' and old.status = 'ISSUED' and not ((new.item_id, new.division) is distinct from (old.item_id, old.division))) then return new; end if;       perform 1 from duties.duty_list_version v where v.id = (select list_version_id from duties.duty_item where id = new.item_id) for share;       select * into i from duties.duty_item where id = new.item_id for share;       if i.id is null or i.status <> 'LISTED' or i.valid_from > (new.decided_at at time zone 'Asia/Shanghai')::date or i.valid_to < (new.decided_at at time zone 'Asia/Shanghai')::date
        or new.division not like regexp_replace(i.division, '(0{10}|0{8}|0{6}|0{3})\$', '') || '%'
        or not exists (select 1 from duties.duty_list_version v join duties.duty_list l on l.id = v.list_id
             where v.id = i.list_version_id and v.status = 'IN_FORCE' and l.type = 'CERTIFICATE') then raise exception 'certificate_listed' using errcode = '23514', constraint = 'certificate_listed'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "certificate_listed" BEFORE INSERT OR UPDATE on "duties"."certificate_request" for each ROW execute function "duties"."certificate_request_certificate_listed_fn"();`);
    this.addSql(`create or replace function "duties"."certificate_request_certificate_request_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'certificate_request_kept' using errcode = '23514', constraint = 'certificate_request_kept'; end if;       if new.version < old.version or (old.status in ('ISSUED', 'REFUSED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'certificate_request_kept' using errcode = '23514', constraint = 'certificate_request_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "certificate_request_kept" BEFORE UPDATE OR DELETE on "duties"."certificate_request" for each ROW execute function "duties"."certificate_request_certificate_request_kept_fn"();`);

    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_item_id_foreign" foreign key ("item_id") references "duties"."duty_item" ("id") on delete no action;`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_data_period" check (kind <> 'DATA' or (period_from is not null and period_to is not null));`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_period" check (period_to is null or period_from <= period_to);`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_status_check" check ("status" in ('ISSUED', 'ACCEPTED', 'DOING', 'SUBMITTED', 'REFUSED', 'CORRECTING', 'CONFIRMED', 'WITHDRAWN', 'STOPPED'));`);
    this.addSql(`alter table "duties"."duty_task" add constraint "duty_task_kind_check" check ("kind" in ('WORK', 'DATA', 'VISIT', 'EVENT'));`);
    this.addSql(`create or replace function "duties"."duty_task_task_in_force_fn"() returns trigger as \$\$ begin declare i duties.duty_item; begin
      if tg_op = 'UPDATE' then
        if (new.created_at, new.batch) is distinct from (old.created_at, old.batch) then raise exception 'task_in_force' using errcode = '23514', constraint = 'task_in_force'; end if;         if not ((new.item_id, new.division, new.organization) is distinct from (old.item_id, old.division, old.organization)) and not (new.status = 'ISSUED' and old.status <> 'ISSUED') then return new; end if;       end if;       perform 1 from duties.duty_list_version v where v.id = (select list_version_id from duties.duty_item where id = new.item_id) for share;       select * into i from duties.duty_item where id = new.item_id for share;       if i.id is null or i.status <> 'LISTED' or i.valid_from > (new.created_at at time zone 'Asia/Shanghai')::date or i.valid_to < (new.created_at at time zone 'Asia/Shanghai')::date
        or new.division not like regexp_replace(i.division, '(0{10}|0{8}|0{6}|0{3})\$', '') || '%'
        or not exists (select 1 from duties.duty_list_version v join duties.duty_list l on l.id = v.list_id
             where v.id = i.list_version_id and v.status = 'IN_FORCE' and l.type = 'ASSIST_GOVERNMENT') then raise exception 'task_in_force' using errcode = '23514', constraint = 'task_in_force'; end if;       if i.organization is distinct from new.organization then raise exception 'task_in_force' using errcode = '23514', constraint = 'task_in_force'; end if;       return new; end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "task_in_force" BEFORE INSERT OR UPDATE on "duties"."duty_task" for each ROW execute function "duties"."duty_task_task_in_force_fn"();`);
    this.addSql(`create or replace function "duties"."duty_task_duty_task_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'duty_task_kept' using errcode = '23514', constraint = 'duty_task_kept'; end if;       if new.version < old.version or (old.status in ('CONFIRMED', 'WITHDRAWN', 'STOPPED') and new.status <> old.status) then raise exception 'duty_task_kept' using errcode = '23514', constraint = 'duty_task_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "duty_task_kept" BEFORE UPDATE OR DELETE on "duties"."duty_task" for each ROW execute function "duties"."duty_task_duty_task_kept_fn"();`);

    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_task_id_foreign" foreign key ("task_id") references "duties"."duty_task" ("id") on delete no action;`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "objection_decided" check ((status in ('UPHELD', 'DISMISSED')) = (decision is not null and decided_at is not null) and (decided_by is null or decided_by <> raised_by));`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "objection_side" check ((side = 'RESIDENT') = (resident is not null));`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_status_check" check ("status" in ('RAISED', 'ACCEPTED', 'INVESTIGATING', 'UPHELD', 'DISMISSED', 'WITHDRAWN'));`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_side_check" check ("side" in ('COMMITTEE', 'RESIDENT'));`);
    this.addSql(`alter table "duties"."duty_objection" add constraint "duty_objection_ground_check" check ("ground" in ('OFF_LIST', 'UNFUNDED', 'REPEATED_DATA', 'EXCESS_APPRAISAL', 'OFF_LIST_CERTIFICATE'));`);
    this.addSql(`create or replace function "duties"."duty_objection_duty_objection_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'duty_objection_kept' using errcode = '23514', constraint = 'duty_objection_kept'; end if;       if new.version < old.version or (old.status in ('UPHELD', 'DISMISSED', 'WITHDRAWN') and new.status <> old.status) then raise exception 'duty_objection_kept' using errcode = '23514', constraint = 'duty_objection_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "duty_objection_kept" BEFORE UPDATE OR DELETE on "duties"."duty_objection" for each ROW execute function "duties"."duty_objection_duty_objection_kept_fn"();`);

    this.addSql(`alter table "duties"."funding_commitment" add constraint "funding_commitment_list_id_foreign" foreign key ("list_id") references "duties"."duty_list" ("id") on delete no action;`);
    this.addSql(`alter table "duties"."funding_commitment" add constraint "funding_of_something" check (application is not null or (list_id is not null and item_code is not null));`);
    this.addSql(`alter table "duties"."funding_commitment" add constraint "funding_amount" check (amount > 0);`);
    this.addSql(`alter table "duties"."funding_commitment" add constraint "funding_commitment_status_check" check ("status" in ('PROMISED', 'BUDGETED', 'TRANSFERRED', 'RECONCILED'));`);
    this.addSql(`create or replace function "duties"."funding_commitment_funding_commitment_kept_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' then raise exception 'funding_commitment_kept' using errcode = '23514', constraint = 'funding_commitment_kept'; end if;       if new.version < old.version or (old.status in ('RECONCILED') and new.status <> old.status) then raise exception 'funding_commitment_kept' using errcode = '23514', constraint = 'funding_commitment_kept'; end if;       return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "funding_commitment_kept" BEFORE UPDATE OR DELETE on "duties"."funding_commitment" for each ROW execute function "duties"."funding_commitment_funding_commitment_kept_fn"();`);

    this.addSql(`alter table "duties"."legal_basis" add constraint "legal_basis_item_id_foreign" foreign key ("item_id") references "duties"."duty_item" ("id");`);
    this.addSql(`alter table "duties"."legal_basis" add constraint "legal_basis_days" check (in_force_to is null or in_force_to >= in_force_from);`);
    this.addSql(`alter table "duties"."legal_basis" add constraint "legal_basis_level_check" check ("level" in ('LAW', 'ADMIN_REGULATION', 'LOCAL_REGULATION', 'RULE', 'NORMATIVE', 'STANDARD'));`);
    this.addSql(`create or replace function "duties"."legal_basis_basis_fixed_fn"() returns trigger as \$\$ begin if not exists (select 1 from duties.duty_list_version v where v.id = (select i.list_version_id from duties.duty_item i where i.id = coalesce(new.item_id, old.item_id)) and v.status = 'COMPILING' for share)
      then raise exception 'item_fixed' using errcode = '23514', constraint = 'item_fixed'; end if;       return coalesce(new, old); end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "basis_fixed" BEFORE INSERT OR UPDATE OR DELETE on "duties"."legal_basis" for each ROW execute function "duties"."legal_basis_basis_fixed_fn"();`);

    this.addSql(`alter table "duties"."list_opinion" add constraint "list_opinion_list_version_id_foreign" foreign key ("list_version_id") references "duties"."duty_list_version" ("id");`);
    this.addSql(`alter table "duties"."list_opinion" add constraint "list_opinion_answered" check ((answer is null) = (answered_at is null));`);

    this.addSql(`alter table "duties"."off_list_attempt" add constraint "off_list_attempt_refusal_check" check ("refusal" in ('NO_ITEM', 'NOT_IN_FORCE', 'OTHER_DEPARTMENT', 'NOT_COVERED'));`);

    this.addSql(`alter table "duties"."task_datum" add constraint "task_datum_task_id_foreign" foreign key ("task_id") references "duties"."duty_task" ("id") on delete no action;`);

    this.addSql(`alter table "duties"."task_repeat" add constraint "task_repeat_task_id_foreign" foreign key ("task_id") references "duties"."duty_task" ("id") on update cascade on delete no action;`);
    this.addSql(`alter table "duties"."task_repeat" add constraint "task_repeat_earlier_id_foreign" foreign key ("earlier_id") references "duties"."duty_task" ("id") on update cascade on delete no action;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "duties"."duty_list_version" drop constraint "duty_list_version_list_id_foreign";`);
    this.addSql(`alter table "duties"."funding_commitment" drop constraint "funding_commitment_list_id_foreign";`);
    this.addSql(`alter table "duties"."duty_list_version" drop constraint "duty_list_version_based_on_id_foreign";`);
    this.addSql(`alter table "duties"."duty_item" drop constraint "duty_item_list_version_id_foreign";`);
    this.addSql(`alter table "duties"."list_opinion" drop constraint "list_opinion_list_version_id_foreign";`);
    this.addSql(`alter table "duties"."duty_item" drop constraint "duty_item_origin_id_foreign";`);
    this.addSql(`alter table "duties"."certificate_request" drop constraint "certificate_request_item_id_foreign";`);
    this.addSql(`alter table "duties"."duty_task" drop constraint "duty_task_item_id_foreign";`);
    this.addSql(`alter table "duties"."legal_basis" drop constraint "legal_basis_item_id_foreign";`);
    this.addSql(`alter table "duties"."duty_objection" drop constraint "duty_objection_task_id_foreign";`);
    this.addSql(`alter table "duties"."task_datum" drop constraint "task_datum_task_id_foreign";`);
    this.addSql(`alter table "duties"."task_repeat" drop constraint "task_repeat_task_id_foreign";`);
    this.addSql(`alter table "duties"."task_repeat" drop constraint "task_repeat_earlier_id_foreign";`);

    this.addSql(`drop table if exists "duties"."department" cascade;`);
    this.addSql(`drop table if exists "duties"."duty_list" cascade;`);
    this.addSql(`drop trigger if exists "version_fixed" on "duties"."duty_list_version";`);
    this.addSql(`drop function if exists "duties"."duty_list_version_version_fixed_fn"();`);
    this.addSql(`drop trigger if exists "duty_list_version_kept" on "duties"."duty_list_version";`);
    this.addSql(`drop function if exists "duties"."duty_list_version_duty_list_version_kept_fn"();`);
    this.addSql(`drop table if exists "duties"."duty_list_version" cascade;`);
    this.addSql(`drop trigger if exists "item_fixed" on "duties"."duty_item";`);
    this.addSql(`drop function if exists "duties"."duty_item_item_fixed_fn"();`);
    this.addSql(`drop trigger if exists "duty_item_kept" on "duties"."duty_item";`);
    this.addSql(`drop function if exists "duties"."duty_item_duty_item_kept_fn"();`);
    this.addSql(`drop table if exists "duties"."duty_item" cascade;`);
    this.addSql(`drop trigger if exists "certificate_listed" on "duties"."certificate_request";`);
    this.addSql(`drop function if exists "duties"."certificate_request_certificate_listed_fn"();`);
    this.addSql(`drop trigger if exists "certificate_request_kept" on "duties"."certificate_request";`);
    this.addSql(`drop function if exists "duties"."certificate_request_certificate_request_kept_fn"();`);
    this.addSql(`drop table if exists "duties"."certificate_request" cascade;`);
    this.addSql(`drop trigger if exists "task_in_force" on "duties"."duty_task";`);
    this.addSql(`drop function if exists "duties"."duty_task_task_in_force_fn"();`);
    this.addSql(`drop trigger if exists "duty_task_kept" on "duties"."duty_task";`);
    this.addSql(`drop function if exists "duties"."duty_task_duty_task_kept_fn"();`);
    this.addSql(`drop table if exists "duties"."duty_task" cascade;`);
    this.addSql(`drop trigger if exists "duty_objection_kept" on "duties"."duty_objection";`);
    this.addSql(`drop function if exists "duties"."duty_objection_duty_objection_kept_fn"();`);
    this.addSql(`drop table if exists "duties"."duty_objection" cascade;`);
    this.addSql(`drop table if exists "duties"."event" cascade;`);
    this.addSql(`drop trigger if exists "funding_commitment_kept" on "duties"."funding_commitment";`);
    this.addSql(`drop function if exists "duties"."funding_commitment_funding_commitment_kept_fn"();`);
    this.addSql(`drop table if exists "duties"."funding_commitment" cascade;`);
    this.addSql(`drop trigger if exists "basis_fixed" on "duties"."legal_basis";`);
    this.addSql(`drop function if exists "duties"."legal_basis_basis_fixed_fn"();`);
    this.addSql(`drop table if exists "duties"."legal_basis" cascade;`);
    this.addSql(`drop table if exists "duties"."list_opinion" cascade;`);
    this.addSql(`drop table if exists "duties"."off_list_attempt" cascade;`);
    this.addSql(`drop table if exists "duties"."paper_counter" cascade;`);
    this.addSql(`drop table if exists "duties"."reply" cascade;`);
    this.addSql(`drop table if exists "duties"."rule" cascade;`);
    this.addSql(`drop table if exists "duties"."task_datum" cascade;`);
    this.addSql(`drop table if exists "duties"."task_repeat" cascade;`);

    this.addSql(`drop schema if exists "duties";`);
  }

}
